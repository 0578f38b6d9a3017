// An amount whose currency the text does not give.
import Model

struct MissingCurrency: DocumentCheck {
  static let rule = RuleDescription(
    id: "missing-currency", stage: .validate,
    summary: "Note: an amount of money stands without a currency, because nothing in the text gives one",
    examples: [
      RuleDescription.Example("2010: they paid {another billion|1000000000 -}", "amount 1000000000 has no currency"),
      RuleDescription.Example("2010: a fee of {50|50 -}", "amount 50 has no currency"),
      RuleDescription.Example(unchanged: "2010: a fee of {50 euros|50 EUR}"),
    ])

  init(rules: RuleChoices, currencies: CurrencyTable) {}

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    mentions.findings { place in
      guard mentions[place].currency == nil else { return nil }
      return mentions[place].finding(
        Self.rule, .note, "amount \(mentions[place].reading) has no currency", value: "", expected: "a currency")
    }
  }
}
