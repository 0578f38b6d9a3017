// A document whose date is unknown: its amounts have no year but those they state.
import Model

struct DocumentWithoutDate: DocumentCheck {
  static let rule = RuleDescription(
    id: "document-without-date", stage: .validate,
    summary: "Note: no date of publication is printed, configured or to be inferred",
    examples: [
      RuleDescription.Example("undated: it cost {5 USD|5 USD}", "document has no date of publication"),
      RuleDescription.Example("undated: no amount at all", "document has no date of publication"),
      RuleDescription.Example(unchanged: "2010: it cost {5 USD|5 USD}"),
    ])

  init(rules: RuleChoices, currencies: CurrencyTable) {}

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    guard document.publishedDate == nil else { return [] }
    return [
      Finding(
        rule: Self.rule.id, severity: .note, message: "document has no date of publication", expected: "a date")
    ]
  }
}
