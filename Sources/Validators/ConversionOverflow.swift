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
    mentions.indices.filter { hasNoBounds(mentions[$0]) }.compactMap { place in
      guard let conversion = mentions[place].conversion, let currency = mentions[place].mention.currency else {
        return nil
      }
      let mention = mentions[place].mention
      let finding = mention.finding(
        Self.rule, .warning,
        "amount \(mention.reading) has more than 38 digits in \(conversion.currency) at \(conversion.rate) "
          + "\(currency) per \(conversion.currency)", value: mention.reading, expected: "at most 38 digits")
      return (finding, mentions[place].id)
    }
  }

  private func hasNoBounds(_ identified: IdentifiedMention) -> Bool {
    identified.conversion != nil && identified.conversion?.lower == nil && identified.conversion?.upper == nil
  }
}
