// Amounts that no document means: nothing, less than nothing, or more than there is.
import Model

struct ImplausibleAmount: DocumentCheck {
  private static let limit = Setting(
    "limit", standard: .integer(1_000_000_000_000_000), "Greatest plausible amount in units of its currency")

  static let rule = RuleDescription(
    id: "implausible-amount", stage: .validate,
    summary: "Warning: an amount is zero or negative, outside a table, or above the limit in units of its currency",
    settings: [limit],
    examples: [
      RuleDescription.Example(
        "2010: it cost {$9000000000000000|9000000000000000 USD}",
        "amount 9000000000000000 USD is above 1000000000000000"),
      RuleDescription.Example("2010: it cost {$0|0 USD}", "amount 0 USD is zero"),
      RuleDescription.Example("2010: a result of {($5)|-5 USD}", "amount -5 USD is negative"),
      RuleDescription.Example(unchanged: "2010: costs {(5)|-5 USD table=3} and {0|0 USD table=3}"),
      RuleDescription.Example(unchanged: "2010: a budget of {$14 trillion|14000000000000 USD}"),
    ])

  private let limit: ExactDecimal

  init(rules: RuleChoices, currencies: CurrencyTable) { limit = rules.decimal(Self.limit, of: Self.rule.id) }

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    mentions.findings { place in
      guard let problem = problem(with: mentions[place]) else { return nil }
      let reading = mentions[place].reading
      return mentions[place].finding(
        Self.rule, .warning, "amount \(reading) is \(problem)", value: reading,
        expected: "above 0, at most \(limit)")
    }
  }

  private func problem(with mention: Mention) -> String? {
    let amount = mention.amount
    if amount.lower.map({ $0 > limit }) == true || amount.upper.map({ $0 > limit }) == true { return "above \(limit)" }
    // Accounts have deductions and nothings.
    guard mention.cell == nil else { return nil }
    if amount.lower?.isNegative == true || amount.upper?.isNegative == true { return "negative" }
    return amount.upper?.isZero == true ? "zero" : nil
  }
}
