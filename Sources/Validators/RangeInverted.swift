// A lower bound above its upper bound is a misreading.
import Model

struct RangeInverted: DocumentCheck {
  static let rule = RuleDescription(
    id: "range-inverted", stage: .validate, summary: "Error: the lower bound of an amount is above its upper bound",
    examples: [
      RuleDescription.Example("2010: it cost {5 to 3 USD|5..3 USD}", "lower bound 5 is above upper bound 3"),
      RuleDescription.Example("2010: a gap of {-3 to -5 EUR|-3..-5 EUR}", "lower bound -3 is above upper bound -5"),
      RuleDescription.Example(unchanged: "2010: it cost {3 to 5 USD|3..5 USD}"),
    ])

  init(rules: RuleChoices, currencies: CurrencyTable) {}

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    mentions.findings { place in
      guard let lower = mentions[place].amount.lower, let upper = mentions[place].amount.upper, lower > upper else {
        return nil
      }
      return mentions[place].finding(
        Self.rule, .error, "lower bound \(lower) is above upper bound \(upper)", value: "\(lower)",
        expected: "at most \(upper)")
    }
  }
}
