// One thing with two amounts in one document, which cannot both be right as stated.
import Model

struct ConflictingAmounts: FactCheck {
  private static let percent = Setting(
    "shared-percent", standard: .integer(80),
    "Share of the longer description's words, three or more, that both must have")

  static let rule = RuleDescription(
    id: "conflicting-amounts", stage: .validate,
    summary: """
      Warning: two facts of a document with the same kind, parties, years, currency, unit and nearly the same \
      description have different amounts, neither a rounding of the other and not in one sentence or table
      """,
    settings: [percent],
    examples: [
      RuleDescription.Example(
        "2010: it cost {12 USD|12 USD about=panj_bridge}. It cost {35 USD|35 USD about=bridge_panj}",
        "amount 35 USD of 'bridge panj' differs from '12 USD' before"),
      RuleDescription.Example(
        "2010: paid {8 EUR|8 EUR kind=loan about=grain_loan}. Paid {9 EUR|9 EUR kind=loan about=grain_loan}",
        "amount 9 EUR of 'grain loan' differs from '8 EUR' before"),
      RuleDescription.Example(
        unchanged: "2010: it cost {12 USD|12 USD about=panj_bridge}. It cost {12.4 USD|12.4 USD about=panj_bridge}"),
      RuleDescription.Example(
        unchanged: "2010: {12 USD|12 USD year=2004 about=panj_bridge}. {35 USD|35 USD year=2005 about=panj_bridge}"),
      RuleDescription.Example(
        unchanged: """
          2010: it cost {12 USD|12 USD about=panj_bridge_road}. It cost {35 USD|35 USD about=panj_bridge_toll_house}
          """),
      RuleDescription.Example(
        unchanged: """
          2010: rent {12 USD|12 USD about=rent_north_pier table=6}. It {35 USD|35 USD about=rent_pier_north table=6}
          """),
      RuleDescription.Example(
        unchanged: "2010: from {12 USD|12 USD about=panj_bridge} to {35 USD|35 USD about=panj_bridge}"),
    ])

  private struct Key: Hashable {
    let currency: Currency.Code?
    let per: String?
    let kind: Mention.Kind?
    let flowStatus: Mention.FlowStatus
    let yearStart: Int?
    let yearEnd: Int?
    let payer: Mention.Party?
    let payee: Mention.Party?

    static func key(of mention: Mention) -> Key {
      Key(
        currency: mention.currency, per: mention.per, kind: mention.kind, flowStatus: mention.flowStatus,
        yearStart: mention.yearStart, yearEnd: mention.yearEnd, payer: mention.payer, payee: mention.payee)
    }

    // The rest of what must be equal costs more to hash than it tells apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(currency)
      hasher.combine(yearEnd ?? 0)
      if let per { hasher.combine(per) }
      if let payer { hasher.combine(payer.name) }
      if let payee { hasher.combine(payee.name) }
    }
  }

  /// Earlier facts of one key. A key's first fact is looked at only when a second one comes: most keys have one.
  private struct Earlier {
    let first: Int
    /// Places in `facts`: the mentions are too large to be kept twice. Nil until the second fact comes.
    var described: [(place: Int, about: AboutWords)]?
  }

  /// Earlier facts that one is compared with: a price list may hold thousands of one key.
  private static let candidates = 64

  private let percent: Int

  init(rules: RuleChoices, currencies: CurrencyTable, reference: ReferenceData, reportingCurrency: Currency.Code) {
    percent = rules.integer(Self.percent, of: Self.rule.id)
  }

  func findings(for facts: [Fact], mentions: [IdentifiedMention]) -> [(finding: Finding, mentionID: String?)] {
    var earlier: [Key: Earlier] = [:]
    earlier.reserveCapacity(min(facts.count, 64))
    return facts.indices.compactMap { place in
      let amount = facts[place].representative.mention.amount
      guard amount.isPoint, amount.significantDigits > 0 else { return nil }
      let key = Key.key(of: facts[place].representative.mention)
      guard var same = earlier[key] else {
        earlier[key] = Earlier(first: place)
        return nil
      }
      // Taken out while it grows, so that it is not copied.
      earlier[key] = Earlier(first: same.first)
      defer { earlier[key] = same }
      return finding(at: place, in: facts, after: &same)
    }
  }

  private func finding(
    at place: Int, in facts: [Fact], after earlier: inout Earlier
  ) -> (finding: Finding, mentionID: String?)? {
    var described = earlier.described ?? []
    if earlier.described == nil, let about = about(facts[earlier.first]) { described = [(earlier.first, about)] }
    earlier.described = []
    defer { earlier.described = described }
    guard let about = about(facts[place]) else { return nil }
    let fact = facts[place]
    let mention = fact.representative.mention
    let other = described.suffix(Self.candidates).first {
      let other = facts[$0.place].representative.mention
      return $0.about.resembles(about, percent: percent) && isConflict(other, mention)
        && !Mention.TableCell.tellApart(other.cell, $0.about, mention.cell, about)
    }
    described.append((place, about))
    guard let other else { return nil }
    return (finding(at: mention, against: facts[other.place].representative.mention), fact.representative.id)
  }

  /// The words of a fact's description; nil where they are too few to tell anything.
  private func about(_ fact: Fact) -> AboutWords? {
    let about = AboutWords(fact.representative.mention.about)
    return about.count > 1 ? about : nil
  }

  private func isConflict(_ left: Mention, _ right: Mention) -> Bool {
    left.sentenceSpan != right.sentenceSpan && !left.amount.isRounding(of: right.amount)
      && !right.amount.isRounding(of: left.amount)
  }

  private func finding(at mention: Mention, against other: Mention) -> Finding {
    mention.finding(
      Self.rule, .warning, "amount \(mention.reading) of '\(mention.about)' differs from '\(other.surface)' before",
      value: mention.reading, expected: other.reading)
  }
}

extension Amount {
  /// Whether a point is what `other` becomes in as many digits as it gives: 31 million of 31.4 million.
  fileprivate func isRounding(of other: Amount) -> Bool {
    guard let value = lower, let exact = other.lower, let difference = try? exact.adding(-value) else { return false }
    if difference.isZero { return true }
    let digits = value.isNegative ? (-value).description : value.description
    let whole = digits.prefix { $0 != "." }.count
    // Half of the last digit given: 5 in the place after it.
    guard let half = try? ExactDecimal(integer: 5).scaled(byPowerOfTen: whole - significantDigits - 1) else {
      return false
    }
    return !(half < difference) && !(half < -difference)
  }
}
