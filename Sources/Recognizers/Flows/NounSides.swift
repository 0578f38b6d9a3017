// Who pays and who is paid, told by the noun of an amount: "X's $5 million loan to Y", "Y's debt to X".
import Model

enum NounSides {
  /// Fills in what stands around the noun, or around the amount itself where it has none.
  static func read(
    _ noun: MoneyNoun?, _ kind: Mention.Kind?, of amount: Range<Int>, in clause: Clause, into sides: inout Sides
  ) {
    guard let kind = kind ?? noun?.kind, let pattern = Pattern(kind) else { return }
    let start = min(noun?.tokens.lowerBound ?? amount.lowerBound, amount.lowerBound)
    let end = max(noun?.tokens.upperBound ?? amount.upperBound, amount.upperBound)
    let reach = reach(start, end, amount, in: clause)
    let giver =
      clause.party(behind: .from, in: reach, beside: amount)
      ?? clause.party(behind: .by, in: reach, beside: amount) ?? modifier(of: noun, in: clause)
    if pattern.isTransfer {
      sides.fill(.payer, giver)
      sides.fill(.payee, clause.party(behind: .to, in: reach, beside: amount))
      let owner = owner(of: noun, amount, in: clause)
      sides.fill(giver == nil ? .payer : .payee, owner)
    } else {
      sides.fill(pattern.owner, owner(of: noun, amount, in: clause) ?? modifier(of: noun, in: clause))
      sides.fill(pattern.owner, holder(of: noun, in: clause))
      sides.fill(pattern.owner, clause.party(behind: .of, in: reach, beside: amount))
      if kind == .debt { sides.fill(.payee, clause.party(behind: .to, in: reach, beside: amount)) }
      if kind == .revenue, let payer = clause.party(behind: .from, in: reach, beside: amount),
        !clause.parties[payer].isPlace
      {
        sides.fill(.payer, payer)
      }
    }
  }

  private struct Pattern {
    /// Money that goes from one to another, and whose giver is its owner.
    var isTransfer = false
    /// Whose the money is, or to be.
    var owner: Side?

    init?(_ kind: Mention.Kind) {
      switch kind {
      case .aid, .grant, .loan, .investment: isTransfer = true
      case .debt, .budget, .cost: owner = .payer
      case .revenue: owner = .payee
      case .debtRelief: owner = .payee
      case .price, .rent, .gdp, .trade, .other: return nil
      }
    }
  }

  /// The owner before the noun or the amount: "the Pentagon's $50 million program", "Ghana's debt".
  private static func owner(of noun: MoneyNoun?, _ amount: Range<Int>, in clause: Clause) -> Int? {
    let start =
      noun?.place == .within
      ? noun?.tokens.lowerBound ?? 0
      : min(
        noun?.tokens.lowerBound ?? amount.lowerBound, amount.lowerBound)
    guard let found = clause.parties.lastIndex(where: { $0.isPossessive && $0.tokens.upperBound <= start }) else {
      return nil
    }
    let gap = Range.span(clause.parties[found].tokens.upperBound, start)
    guard gap.count <= 4 else { return nil }
    for index in gap where clause.isVerb(index) || clause.sentence.grammar(index) != .none { return nil }
    return found
  }

  /// The subject of "has a budget", "reported earnings".
  private static func holder(of noun: MoneyNoun?, in clause: Clause) -> Int? {
    guard let noun, !noun.isThing, noun.kind != .cost,
      let found = clause.parties.lastIndex(where: { $0.tokens.upperBound <= noun.tokens.lowerBound })
    else { return nil }
    let phrase = clause.parties[found]
    let gap = Range.span(phrase.tokens.upperBound, noun.tokens.lowerBound)
    guard phrase.preposition == .none, !phrase.isVague, !phrase.isPossessive, !phrase.isModifier, !gap.isEmpty,
      gap.count <= 5,
      !gap.contains(where: { clause.sentence.isComma($0) || clause.sentence.grammar($0).isPreposition })
    else { return nil }
    return found
  }

  /// The name right before the noun: "IMF loan", "Tajik debt".
  private static func modifier(of noun: MoneyNoun?, in clause: Clause) -> Int? {
    guard let noun, !noun.isThing else { return nil }
    var end = noun.tokens.lowerBound
    if let found = clause.party(endingAt: end) { return found }
    // "Tajik state debt", "US military aid"
    while end > 0, noun.tokens.lowerBound - end < 5, clause.sentence.grammar(end - 1) == .none,
      clause.sentence.isWord(end - 1) || clause.sentence.isHyphen(end - 1)
    {
      end -= 1
      if let found = clause.party(endingAt: end) { return clause.parties[found].isModifier ? found : nil }
    }
    return nil
  }

  /// From the noun to the next verb of payment.
  private static func reach(_ start: Int, _ end: Int, _ amount: Range<Int>, in clause: Clause) -> Range<Int> {
    let next =
      clause.predicates.first { $0.start >= end && $0.start > amount.lowerBound && clause.cuts($0) }?.start
      ?? clause.sentence.count
    return .span(start, max(next, end))
  }
}
