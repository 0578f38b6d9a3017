// A year that money of the document can hardly be of.
import Model

struct YearOutsideHorizon: DocumentCheck {
  private static let ahead = Setting(
    "years-ahead", standard: .integer(30), "Years that an amount may lie after its document")
  private static let earliest = Setting("earliest", standard: .integer(1800), "Earliest plausible year of an amount")

  static let rule = RuleDescription(
    id: "year-outside-horizon", stage: .validate,
    summary: "Warning: the year of an amount is before the earliest, or too far after its document",
    settings: [ahead, earliest],
    examples: [
      RuleDescription.Example(
        "2010: it will cost {5 USD in 2090|5 USD year=2090}",
        "year 2090 of the amount is more than 30 years after the document of 2010"),
      RuleDescription.Example(
        "2010: it cost {5 GBP in 1201|5 GBP year=1201}", "year 1201 of the amount is before 1800"),
      RuleDescription.Example(unchanged: "2010: it will cost {5 USD by 2040|5 USD year=2040}"),
    ])

  private let ahead: Int
  private let earliest: Int

  init(rules: RuleChoices, currencies: CurrencyTable) {
    ahead = rules.integer(Self.ahead, of: Self.rule.id)
    earliest = rules.integer(Self.earliest, of: Self.rule.id)
  }

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    let published = document.publishedDate?.year
    return mentions.findings { place in
      guard let one = mentions[place].yearStart ?? mentions[place].yearEnd else { return nil }
      let other = mentions[place].yearEnd ?? one
      let (first, last) = (min(one, other), max(one, other))
      if first < earliest {
        return mentions[place].finding(
          Self.rule, .warning, "year \(first) of the amount is before \(earliest)", value: "\(first)",
          expected: "\(earliest) or later")
      }
      guard let published, last - published > ahead else { return nil }
      return mentions[place].finding(
        Self.rule, .warning,
        "year \(last) of the amount is more than \(ahead) years after the document of \(published)",
        value: "\(last)", expected: "at most \(published + ahead)")
    }
  }
}
