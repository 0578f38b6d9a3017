// One thing stated once firmly and once loosely: "$31 million" and "more than $30 million" are compatible evidence.
import Model

struct CompatibleBounds: Sendable {
  private static let percent = Setting(
    "shared-percent", standard: .integer(75), "Share of the shorter description's words that both must have")
  private static let reach = Setting(
    "reach-percent", standard: .integer(25), "How far beyond its stated bound an open amount is taken to reach")

  static let rule = RuleDescription(
    id: "compatible-bounds", stage: .reconcile,
    summary: """
      Mentions in one document that differ in qualifier and whose bounds overlap are one fact, where everything else \
      is equal and the descriptions are nearly so; an open amount reaches a quarter beyond its bound
      """,
    settings: [percent, reach],
    examples: [
      RuleDescription.Example(
        "31000000 USD airport runway | more_than 30000000 USD runway airport",
        "31000000 USD airport runway + more_than 30000000 USD runway airport"),
      RuleDescription.Example(
        "range 10..15 EUR visa fee | 12 EUR visa fee", "range 10..15 EUR visa fee + 12 EUR visa fee"),
      RuleDescription.Example(unchanged: "50000000 USD airport runway | more_than 30000000 USD airport runway"),
      RuleDescription.Example(unchanged: "31000000 USD airport runway | 30000000 USD airport runway"),
    ])

  private let percent: Int
  private let reach: ExactDecimal

  init(rules: RuleChoices) {
    percent = rules.integer(Self.percent, of: Self.rule.id)
    reach = ExactDecimal(integer: max(0, rules.integer(Self.reach, of: Self.rule.id)))
  }

  func joined(_ groups: [StatementGroup], of described: inout DescribedStatements) -> [StatementGroup] {
    GroupJoiner(key: \.kin, isSame: isSame, agreement: .compatible).joined(groups, of: &described)
  }

  private func isSame(_ left: Statement, _ right: Statement, _ described: inout DescribedStatements) -> Bool {
    guard left.qualifier != right.qualifier, let a = reached(left.amount), let b = reached(right.amount),
      a.lower <= b.upper, b.lower <= a.upper
    else { return false }
    return described.overlap(left, right, percent: percent)
  }

  /// Both bounds, an open one put where the stated one reaches; nil where there is none, or the amount is not positive.
  private func reached(_ amount: Amount) -> (lower: ExactDecimal, upper: ExactDecimal)? {
    guard let stated = amount.lower ?? amount.upper, stated > .zero, amount.significantDigits > 0 else { return nil }
    let hundred = ExactDecimal(integer: 100)
    guard let more = try? hundred.adding(reach),
      let upper = try? amount.upper ?? stated.multiplied(by: more, dividedBy: hundred, decimals: 2),
      let lower = try? amount.lower ?? stated.multiplied(by: hundred, dividedBy: more, decimals: 2)
    else { return nil }
    return (lower, upper)
  }
}
