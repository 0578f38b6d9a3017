// The same amount said again of the same thing: one fact with more evidence.
import Model

struct RepeatedStatements: Sendable {
  private static let percent = Setting(
    "shared-percent", standard: .integer(50), "Share of the shorter description's words that both must have")

  static let rule = RuleDescription(
    id: "repeated-statements", stage: .reconcile,
    summary: """
      Mentions in one document with equal bounds, currency, unit, parties, years, kind and status whose descriptions \
      overlap are one fact; equal numbers alone never are, nor two cells of one table
      """,
    settings: [percent],
    examples: [
      RuleDescription.Example(
        "35000000 USD panj river bridge | 35000000 USD bridge panj",
        "35000000 USD panj river bridge + 35000000 USD bridge panj"),
      RuleDescription.Example(
        "5 EUR visa fee | 9 EUR parking | 5 EUR visa fee", "5 EUR visa fee + 5 EUR visa fee | 9 EUR parking"),
      RuleDescription.Example(unchanged: "50000000 USD border posts | 50000000 USD road repair"),
      RuleDescription.Example(unchanged: "50000000 USD in 2004 road repair | 50000000 USD in 2005 road repair"),
    ])

  private struct Key: Hashable {
    let kin: Int
    let lower: ExactDecimal?
    let upper: ExactDecimal?

    func hash(into hasher: inout Hasher) {
      hasher.combine(kin)
      hasher.combine((lower ?? upper)?.mantissa)
    }
  }

  private let percent: Int

  init(rules: RuleChoices) { percent = rules.integer(Self.percent, of: Self.rule.id) }

  func joined(_ groups: [StatementGroup], of described: inout DescribedStatements) -> [StatementGroup] {
    GroupJoiner(
      key: { Key(kin: $0.kin, lower: $0.amount.lower, upper: $0.amount.upper) },
      isSame: { $2.overlap($0, $1, percent: percent) }, agreement: .agree
    ).joined(groups, of: &described)
  }
}
