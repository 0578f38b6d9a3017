// Small mentions and currencies for the tests of this module.
import Model

extension IdentifiedMention {
  /// A mention `id` that stands at `position`, one byte long, with these readings and nothing else.
  static func sample(
    _ id: String, at position: Int = 0, _ lower: ExactDecimal?, _ upper: ExactDecimal?, _ currency: Currency.Code?,
    qualifier: Qualifier = .exact, about: String = "", years: ClosedRange<Int>? = nil
  ) -> IdentifiedMention {
    let mention = Mention(
      span: position..<(position + 1), surface: "1", sentence: "", sentenceSpan: position..<(position + 1),
      region: .body, amount: Amount(lower: lower, upper: upper, significantDigits: 2), qualifier: qualifier,
      currency: currency, currencyEvidence: .code, currencyBasis: .explicit, yearStart: years?.lowerBound,
      yearEnd: years?.upperBound, about: about, rule: "sample")
    return IdentifiedMention(
      id: id, documentID: "d1-sample", mention: mention, sourceRanges: [mention.span], line: 1)
  }

  static func point(
    _ id: String, at position: Int = 0, _ amount: Int, _ currency: Currency.Code?, about: String = "",
    years: ClosedRange<Int>? = nil
  ) -> IdentifiedMention {
    let amount = ExactDecimal(integer: amount)
    return sample(id, at: position, amount, amount, currency, about: about, years: years)
  }
}

extension CurrencyTable {
  /// The dollar and the ruble, with their areas and periods, and a currency without minor units.
  static let sample = CurrencyTable([
    Currency(code: "USD", name: "US dollar", minorUnits: 2, areas: ["ECU", "USA"]),
    Currency(code: "RUR", name: "old ruble", minorUnits: 2, validFrom: year(1991), validTo: year(1997)),
    Currency(code: "RUB", name: "ruble", minorUnits: 2, areas: ["RUS"], validFrom: year(1998)),
    Currency(code: "JPY", name: "yen", minorUnits: 0, areas: ["JPN"]),
  ])

  static func year(_ year: Int) -> PartialDate? { PartialDate(year: year) }
}
