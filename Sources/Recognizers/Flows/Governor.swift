// The verb of payment that an amount belongs to.

struct Governor {
  enum Place {
    /// "paid $5 million"
    case left
    /// "$5 million was paid", "$5 million paid by"
    case right
    /// "the $5 million that Peru borrowed"
    case relative
  }

  var predicate: Predicate
  var place: Place

  /// The verb before an amount, else the one behind it, and a second verb that tells more of it: "the debt of $3 million
  /// owed by".
  static func governors(
    of amount: Range<Int>, _ noun: MoneyNoun?, in clause: Clause
  ) -> (first: Governor?, second: Governor?) {
    let left = left(of: amount, noun, in: clause)
    let right = right(of: amount, in: clause)
    if let right, right.predicate.isPassive, right.place == .right, isAlone(amount, left, in: clause) {
      return (right, nil)
    }
    if let left { return (left, right) }
    return (right, nil)
  }

  private static func left(of amount: Range<Int>, _ noun: MoneyNoun?, in clause: Clause) -> Governor? {
    guard let found = clause.predicates.last(where: { $0.tokens.upperBound <= amount.lowerBound }),
      !clause.isBroken(found.tokens.upperBound..<amount.lowerBound), pays(found, amount, noun, in: clause)
    else { return nil }
    return Governor(predicate: found, place: .left)
  }

  /// Whether an amount is what a verb pays: between them stand only parties, descriptions, times and prepositions that
  /// go with payments. "Tariffs on $5 billion of goods" and "a fall in $5 billion" are none.
  private static func pays(_ verb: Predicate, _ amount: Range<Int>, _ noun: MoneyNoun?, in clause: Clause) -> Bool {
    let sentence = clause.sentence
    var index = MoneyNoun.amountStart(amount.lowerBound, sentence)
    if let noun, noun.place == .before { index = min(index, noun.tokens.lowerBound) }
    index -= 1
    while index >= verb.tokens.upperBound {
      if let party = clause.parties.last(where: { $0.tokens.contains(index) }) {
        index = party.tokens.lowerBound - 1
        continue
      }
      switch sentence.grammar(index) {
      case .in, .on, .into, .preposition:
        let isTime = sentence.isNumber(index + 1) || !sentence.roles(index + 1).isDisjoint(with: [.month, .yearUnit])
        let isPlace = clause.parties.contains { (index + 1...index + 2).contains($0.tokens.lowerBound) }
        let isOwn = sentence.grammar(index) == .on && index == verb.tokens.upperBound
        guard isTime || isPlace || isOwn else { return false }
      case .with: return ![.receives, .buys, .sells].contains(clause.frame(verb).pattern)
      case .for, .at, .to, .by, .from: return true
      case .relative: return false
      default: break
      }
      index -= 1
    }
    return true
  }

  private static func right(of amount: Range<Int>, in clause: Clause) -> Governor? {
    guard let found = clause.predicates.first(where: { $0.start >= amount.upperBound }) else { return nil }
    let gap = amount.upperBound..<found.start
    guard gap.count <= 14, !clause.isBroken(gap),
      !clause.amounts.contains(where: { $0.lowerBound >= gap.lowerBound && $0.upperBound <= gap.upperBound })
    else { return nil }
    if let subject = clause.party(endingAt: found.start), subject >= 0,
      clause.parties[subject].preposition == .none, !clause.parties[subject].isPossessive, !found.isPassive
    {
      let isClose = clause.parties[subject].tokens.lowerBound - amount.upperBound <= 4
      return isClose && !gap.contains(where: { clause.sentence.isComma($0) })
        ? Governor(predicate: found, place: .relative) : nil
    }
    guard found.isPassive || !found.isInfinitive else { return nil }
    if gap.contains(where: { clause.sentence.isComma($0) || clause.sentence.grammar($0) == .and }) { return nil }
    return Governor(predicate: found, place: .right)
  }

  /// Whether the verb before an amount belongs to another clause than the amount, which is a subject itself.
  private static func isAlone(_ amount: Range<Int>, _ left: Governor?, in clause: Clause) -> Bool {
    guard let left else { return true }
    return Range.span(left.predicate.tokens.upperBound, amount.lowerBound).contains {
      clause.sentence.isComma($0) || clause.sentence.grammar($0) == .relative
    }
  }
}

extension Sentence {
  func isComma(_ index: Int) -> Bool { isMark(index, UInt8(ascii: ",")) }
}
