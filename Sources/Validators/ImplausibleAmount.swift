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
    mentions.published.compactMap { mention in
      guard let problem = problem(with: mention) else { return nil }
      return mention.finding(
        Self.rule, .warning, "amount \(mention.reading) is \(problem)", value: mention.reading,
        expected: "above 0, at most \(limit)")
    }
  }

  private func problem(with mention: Mention) -> String? {
    let bounds = [mention.amount.lower, mention.amount.upper].compactMap { $0 }
    if bounds.contains(where: { $0 > limit }) { return "above \(limit)" }
    // Accounts have deductions and nothings.
    guard mention.cell == nil else { return nil }
    if bounds.contains(where: \.isNegative) { return "negative" }
    return mention.amount.upper?.isZero == true ? "zero" : nil
  }
}
