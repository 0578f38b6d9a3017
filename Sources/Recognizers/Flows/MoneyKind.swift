// What the money of an amount is, by its noun, its verb and what it is paid for.
import Model

struct MoneyKind {
  let clause: Clause
  let amount: Range<Int>
  let noun: MoneyNoun?
  let governor: Governor?
  let second: Governor?
  /// "a year", "per barrel", where the amount has it.
  let per: String?

  private var sentence: Sentence { clause.sentence }
  private var frame: Frame? { governor.map { clause.frame($0.predicate) } }

  /// The kind, or nil where nothing tells.
  func read(_ sides: Sides, isSpentElsewhere: Bool) -> Mention.Kind? {
    let hasPayee = sides.payee != nil || isSpentElsewhere
    let direct = noun.flatMap { $0.isThing ? nil : $0.kind }
    if let relief = debtRelief(direct) { return relief }
    if let rent = rent(direct) { return rent }
    if let direct { return direct == .cost && frame?.kind == .budget ? .budget : direct }
    if let frame, let kind = frame.kind { return ofVerb(kind, frame, payer: sides.payer, hasPayee: hasPayee) }
    if frame?.pattern == .receives, noun != nil, givesAid(sides.payer) { return .aid }
    if let second, let kind = clause.frame(second.predicate).kind { return kind }
    if let thing = noun { return thing.kind }
    if let paid = paidFor() { return paid }
    if frame?.pattern == .receives, givesAid(sides.payer) || givesAid(sides.payee) && sides.payer == nil { return .aid }
    return stated(hasPayee: hasPayee)
  }

  /// Whether a payer is a state or an institution, and no company.
  private func givesAid(_ payer: Int?) -> Bool {
    guard let payer else { return false }
    switch clause.parties[payer].naming {
    case .known: return !clause.parties[payer].isCompany
    case .run: return false
    case .body, .reference, .pronoun: return true
    }
  }

  /// Debt that is forgiven; where it is only to be, it is still a debt.
  private func debtRelief(_ direct: Mention.Kind?) -> Mention.Kind? {
    guard let frame, let governor else { return nil }
    if frame.kind == .debtRelief {
      guard direct == .debt, noun?.place == .before else { return .debtRelief }
      return isUnreal(governor.predicate) ? .debt : .debtRelief
    }
    let isDebt = direct == .debt || second.map { clause.frame($0.predicate).kind == .debt } ?? false
    return frame.status == .cancelled && isDebt ? .debtRelief : nil
  }

  /// "got Russia to … write off", "asked to write off".
  private func isUnreal(_ predicate: Predicate) -> Bool {
    if predicate.isInfinitive { return true }
    // "to finance the base … and write off": a second infinitive
    guard sentence.grammar(predicate.start - 1) == .and else { return false }
    return clause.predicates.contains { $0.isInfinitive && $0.tokens.upperBound <= predicate.start }
  }

  /// Payment for use: by a verb of renting, or "for its use", "for transit" behind the amount.
  private func rent(_ direct: Mention.Kind?) -> Mention.Kind? {
    guard direct == nil || direct == .price || direct == .cost else { return nil }
    if frame?.kind == .rent { return .rent }
    guard frame == nil || frame?.kind == nil || frame?.pattern == .asks else { return nil }
    return purpose().contains { sentence.parts($0).contains(.use) } ? .rent : nil
  }

  private func ofVerb(_ kind: Mention.Kind, _ frame: Frame, payer: Int?, hasPayee: Bool) -> Mention.Kind {
    switch (frame.pattern, kind) {
    case (.spends, .cost): return purchases() ? .price : .cost
    case (.pays, .budget): return hasPayee ? .aid : .budget
    case (.receives, .revenue):
      if isWage { return .other }
      // "collected $500 for the family"
      return startsPurpose ? .aid : .revenue
    case (.asks, .aid): return paidFor() ?? .aid
    case (.pays, .aid) where payer.map({ !givesAid($0) }) ?? (frame.status != .disbursed):
      return hasPayee || startsPurpose ? .aid : .other
    case (.costs, .cost):
      // "a haircut costs": what is sold, not what is built
      return isGoods() ? .price : .cost
    default: return kind
    }
  }

  /// Pay for the time somebody works.
  private var isWage: Bool { per == "hour" || per == "day" || per == "week" || per == "month" || per == "shift" }

  /// "paid $5 million for", "spent … on": the words that tell what for, up to the next preposition or mark.
  private func purpose() -> Range<Int> {
    for index in Range.span(amount.upperBound, min(sentence.count, amount.upperBound + 10)) {
      let grammar = sentence.grammar(index)
      if grammar == .for || grammar == .on {
        let words = Range.span(index + 1, min(index + 9, sentence.count))
        let end = words.first {
          sentence.tokens[$0].kind == .mark && !sentence.isHyphen($0)
            || sentence.grammar($0).isPreposition && sentence.grammar($0) != .of && $0 > index + 1
        }
        return .span(index + 1, end ?? words.upperBound)
      }
      if clause.isVerb(index) || sentence.isMark(index, UInt8(ascii: ";")) || grammar == .and { break }
    }
    return 0..<0
  }

  /// Whether the money is spent on goods.
  private func purchases() -> Bool {
    goods(in: purpose()) || goods(in: .span(governor?.predicate.tokens.upperBound ?? 0, amount.lowerBound))
  }

  private func goods(in range: Range<Int>) -> Bool {
    for index in range {
      guard let found = MoneyNoun.noun(at: index, .within, sentence) else { continue }
      return found.isThing ? found.kind == .price : found.kind == .price
    }
    return false
  }

  /// Whether the subject of "costs" is something sold.
  private func isGoods() -> Bool {
    guard let governor, governor.place == .left else { return false }
    let found = MoneyNoun.subject(of: governor.predicate.start..<governor.predicate.start, behind: nil, in: clause)
    return found?.kind == .price || found == nil && per != nil && per != "year"
  }

  /// "for" right behind the amount.
  private var startsPurpose: Bool { sentence.grammar(amount.upperBound) == .for }

  private var hasGiver: Bool { clause.parties.contains { $0.preposition == .from } }

  /// What "paid … for" says.
  private func paidFor() -> Mention.Kind? {
    guard let frame, [.pays, .sells, .asks, .receives].contains(frame.pattern) else { return nil }
    if isWage, frame.pattern == .pays || frame.pattern == .receives && !hasGiver { return .other }
    if frame.pattern == .pays, sentence.grammar(amount.upperBound) == .into { return .investment }
    let words = purpose()
    if words.contains(where: { sentence.parts($0).contains(.use) }) { return .rent }
    for index in words {
      if let found = MoneyNoun.noun(at: index, .within, sentence) {
        return found.isThing && frame.pattern == .sells ? .price : found.isThing ? .price : found.kind
      }
    }
    if frame.kind != nil || frame.pattern == .receives { return nil }
    if !words.isEmpty, clause.party(at: words.lowerBound) == nil, !words.contains(where: { sentence.isYear($0) }) {
      return paysPersons(frame) ? .other : .price
    }
    return frame.pattern == .pays && paysPersons(frame) ? .other : nil
  }

  /// "paid the guards $300", "was paid to victims": somebody without a name.
  private func paysPersons(_ frame: Frame) -> Bool {
    guard frame.pattern == .pays, let predicate = governor?.predicate, governor?.place == .left else { return false }
    if predicate.isPassive {
      if case .stranger = clause.subject(of: predicate) { return true }
      return false
    }
    let behind = predicate.tokens.upperBound
    if Range.span(behind, amount.lowerBound).contains(where: { isPlainNoun($0) }) { return true }
    return sentence.grammar(amount.upperBound) == .to && clause.party(at: amount.upperBound + 1) == nil
      && sentence.isWord(amount.upperBound + 1)
  }

  private func isPlainNoun(_ index: Int) -> Bool {
    sentence.isWord(index) && sentence.grammar(index) == .none
      && sentence.lacks(index, [.hedge, .filler, .further, .kind, .stop], [.party, .frame, .thing])
      && !clause.parties.contains { $0.tokens.contains(index) }
      && index < MoneyNoun.amountStart(amount.lowerBound, sentence)
  }

  /// By the subject of "reached" or "is", by goods sold by measure, by the parties, by any noun near.
  private func stated(hasPayee: Bool) -> Mention.Kind? {
    if let frame, [.deals, .comes].contains(frame.pattern), hasPayee { return .aid }
    let verb = governor.flatMap { $0.place == .left ? $0.predicate.tokens : nil } ?? linkVerb()
    if let subject = MoneyNoun.subject(of: amount, behind: verb, in: clause),
      !subject.isThing || verb != nil && governor == nil
    {
      return subject.kind
    }
    if let per, Self.measures.contains(per) { return .price }
    return nearest()
  }

  /// The noun nearest to the amount in its part of the sentence.
  private func nearest() -> Mention.Kind? {
    guard sentence.phraseRoles.contains(.kind) else { return nil }
    var isOpen = (before: true, behind: true)
    for distance in 0..<10 {
      if isOpen.behind {
        let index = amount.upperBound + distance
        if ends(index) {
          isOpen.behind = false
        } else if let found = sentence.phrase(at: index, Roles.kind) {
          return found.lexeme.kind
        }
      }
      if isOpen.before {
        let index = amount.lowerBound - 1 - distance
        if ends(index) {
          isOpen.before = false
        } else if let found = sentence.phrase(at: index, Roles.kind) {
          return found.lexeme.kind
        }
      }
    }
    return nil
  }

  private func ends(_ index: Int) -> Bool {
    sentence.isComma(index) || sentence.isMark(index, UInt8(ascii: ";")) || sentence.isMark(index, UInt8(ascii: ":"))
      || sentence.roles(index).contains(.clauseBreak) || clause.amounts.contains { $0.contains(index) }
  }

  /// The last "is", "reached" or "rose" before the amount.
  private func linkVerb() -> Range<Int>? {
    let verb = (0..<amount.lowerBound).reversed().first {
      sentence.grammar($0) == .be || sentence.roles($0).contains(.movement)
    }
    return verb.map { $0..<($0 + 1) }
  }

  private static let measures: Set<String> = [
    "barrel", "ton", "tonne", "pound", "ounce", "gallon", "litre", "kilogram", "gram", "bushel", "bottle", "bag",
    "kilowatt-hour", "megawatt-hour", "ticket", "unit", "piece", "item", "each", "plate", "bucket",
  ]
}
