// Amounts that have a rate but do not fit in 38 digits once converted.
import Model

struct ConversionOverflow: FactCheck {
  static let rule = RuleDescription(
    id: "conversion-overflow", stage: .validate,
    summary: "Warning: a converted amount has more than 38 digits, so its cells are empty although its rate is known",
    examples: [
      RuleDescription.Example(
        "2010: it cost {5 marks|5 DEM year=1996 converted=overflow}",
        "amount 5 DEM has more than 38 digits in USD at 2 DEM per USD"),
      RuleDescription.Example(
        "2010: it cost {over 5 marks|5.. DEM year=1996 converted=overflow}",
        "amount from 5 DEM has more than 38 digits in USD at 2 DEM per USD"),
      RuleDescription.Example(unchanged: "2010: it cost {5 marks|5 DEM year=1996 converted=3}"),
    ])

  init(rules: RuleChoices, currencies: CurrencyTable, reference: ReferenceData, reportingCurrency: Currency.Code) {}

  func findings(for facts: [Fact], mentions: [IdentifiedMention]) -> [(finding: Finding, mentionID: String?)] {
    mentions.compactMap { identified in
      guard let conversion = identified.conversion, conversion.lower == nil, conversion.upper == nil,
        let currency = identified.mention.currency
      else { return nil }
      let mention = identified.mention
      let finding = mention.finding(
        Self.rule, .warning,
        "amount \(mention.reading) has more than 38 digits in \(conversion.currency) at \(conversion.rate) "
          + "\(currency) per \(conversion.currency)", value: mention.reading, expected: "at most 38 digits")
      return (finding, identified.id)
    }
  }
}
