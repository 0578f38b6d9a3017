// Who pays and who is paid, told by the verb of an amount: "Y was given $5 million by X".

enum VerbSides {
  /// Fills in what the verb tells.
  static func read(_ governor: Governor, of amount: Range<Int>, in clause: Clause, into sides: inout Sides) {
    let predicate = governor.predicate
    let frame = clause.frame(predicate)
    let reach = reach(of: governor, amount, in: clause)
    if predicate.isPassive {
      sides.fill(frame.agent, clause.party(behind: .by, in: reach, beside: amount))
      if governor.place == .left, case .party(let subject) = clause.subject(of: predicate) {
        sides.fill(frame.object ?? frame.agent?.other, subject)
      }
    } else {
      if governor.place != .right, case .party(let subject) = clause.subject(of: predicate) {
        sides.fill(frame.agent, subject)
      }
      if frame.pattern == .asks { sides.fill(.payer, clause.party(behind: .by, in: reach, beside: amount)) }
      if governor.place == .left || governor.place == .relative {
        sides.fill(frame.object, object(of: predicate, in: clause))
      }
    }
    sides.fill(frame.source, clause.party(behind: .from, in: reach, beside: amount))
    switch frame.pattern {
    case .pays, .owes, .comes, .brings, .sells, .repays, .deals:
      sides.fill(frame.object, clause.party(behind: .to, in: reach, beside: amount))
      sides.fill(frame.object, clause.party(behind: .into, in: reach, beside: amount))
    case .fines: sides.fill(.payer, clause.party(behind: .on, in: reach, beside: amount))
    case .receives, .buys, .asks, .costs, .spends, .names: break
    }
    if frame.pattern == .deals || frame.pattern == .pays {
      let partner = clause.party(behind: .with, in: reach, beside: amount)
      if frame.pattern == .deals { sides.fill(sides.payer == nil ? .payer : .payee, partner) }
    }
  }

  /// The party right behind a verb: "gave Laos", "owes the Indian power company".
  private static func object(of predicate: Predicate, in clause: Clause) -> Int? {
    var index = predicate.tokens.upperBound
    while clause.sentence.grammar(index) == .article || clause.sentence.grammar(index) == .adverb { index += 1 }
    guard let found = clause.party(at: index) else { return nil }
    let phrase = clause.parties[found]
    if phrase.isVague, index > predicate.tokens.upperBound { return nil }
    return phrase.isPossessive || phrase.isModifier || phrase.preposition != .none ? nil : found
  }

  /// The tokens whose prepositions belong to a verb: up to the next verb that has a subject or parties of its own.
  private static func reach(of governor: Governor, _ amount: Range<Int>, in clause: Clause) -> Range<Int> {
    let start = min(governor.predicate.tokens.upperBound, amount.upperBound)
    let last = max(governor.predicate.tokens.upperBound, amount.upperBound)
    var end = clause.sentence.count
    if let next = clause.predicates.first(where: { $0.start >= last && clause.cuts($0) }) { end = next.start }
    if let broken = (last..<end).first(where: { clause.isBroken($0..<($0 + 1)) }) { end = broken }
    return .span(start, end)
  }
}

extension Frame {
  /// Verbs of building and training take no party with "to" or "from" away from the verb before them.
  var isMute: Bool { pattern == .spends || pattern == .names }

  /// "tolls bring in", "exports earned", "parking costs": the subject may name the money.
  var tellsOfItsSubject: Bool { pattern == .brings || pattern == .costs || pattern == .receives && kind == .revenue }
}

extension Clause {
  /// The party behind a preposition: first one behind the amount and before the next, then one before the amount.
  func party(behind preposition: Grammar, in reach: Range<Int>, beside amount: Range<Int>) -> Int? {
    let next = amounts.first { $0.lowerBound >= amount.upperBound }?.lowerBound ?? Int.max
    var before: Int?
    var far: Int?
    for index in parties.indices where parties[index].preposition == preposition && !parties[index].isListed {
      let start = parties[index].tokens.lowerBound
      guard reach.contains(start), mayStand(parties[index], behind: preposition) else { continue }
      if start >= amount.upperBound, start < next { return index }
      if start < amount.lowerBound { before = before ?? index } else { far = far ?? index }
    }
    return before ?? far
  }

  /// A name behind a preposition, not one that only describes or owns something else.
  private func mayStand(_ phrase: PartyPhrase, behind preposition: Grammar) -> Bool {
    if phrase.isPossessive, !phrase.isPointer { return false }
    return !phrase.isModifier || phrase.describesThing || preposition == .of
  }

  /// Whether the parties behind a verb are its own: not for "by transferring", nor for verbs of building.
  func cuts(_ predicate: Predicate) -> Bool {
    !frame(predicate).isMute && !sentence.grammar(predicate.start - 1).isPreposition
  }

  func isVerb(_ index: Int) -> Bool { predicates.contains { $0.tokens.contains(index) } }
}
