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

    init(_ mention: Mention) {
      currency = mention.currency
      per = mention.per
      kind = mention.kind
      flowStatus = mention.flowStatus
      (yearStart, yearEnd) = (mention.yearStart, mention.yearEnd)
      (payer, payee) = (mention.payer, mention.payee)
    }
  }

  /// Earlier facts that one is compared with: a price list may hold thousands of one key.
  private static let candidates = 64

  private let percent: Int

  init(rules: RuleChoices, currencies: CurrencyTable, reference: ReferenceData, reportingCurrency: Currency.Code) {
    percent = rules.integer(Self.percent, of: Self.rule.id)
  }

  func findings(for facts: [Fact], mentions: [IdentifiedMention]) -> [(finding: Finding, mentionID: String?)] {
    // Places in `facts`: the mentions are too large to be kept twice.
    var earlier: [Key: [(place: Int, about: AboutWords)]] = [:]
    return facts.indices.compactMap { place in
      let fact = facts[place]
      let mention = fact.representative.mention
      let about = AboutWords(mention.about)
      guard mention.amount.isPoint, mention.amount.significantDigits > 0, about.count > 1 else { return nil }
      let key = Key(mention)
      let other = earlier[key]?.suffix(Self.candidates).first {
        let other = facts[$0.place].representative.mention
        return $0.about.resembles(about, percent: percent) && isConflict(other, mention)
          && !Mention.TableCell.tellApart(other.cell, $0.about, mention.cell, about)
      }
      earlier[key, default: []].append((place, about))
      guard let other else { return nil }
      return (finding(at: mention, against: facts[other.place].representative.mention), fact.representative.id)
    }
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
