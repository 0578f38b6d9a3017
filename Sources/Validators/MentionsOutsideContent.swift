// Amounts in navigation and boilerplate, which a run leaves out of the dataset.
import Model

struct MentionsOutsideContent: DocumentCheck {
  static let rule = RuleDescription(
    id: "mentions-outside-content", stage: .validate,
    summary: "Note: amounts in navigation or boilerplate are left out of the mentions; one finding counts a document's",
    examples: [
      RuleDescription.Example(
        "2010: Subscribe for {5 USD|5 USD region=navigation}",
        "1 mention in navigation or boilerplate is left out, first '5 USD'"),
      RuleDescription.Example(
        "2010: {5 USD|5 USD region=boilerplate} or {9 USD|9 USD region=navigation}",
        "2 mentions in navigation or boilerplate are left out, first '5 USD'"),
      RuleDescription.Example(unchanged: "2010: it cost {5 USD|5 USD region=footnote}"),
    ])

  init(rules: RuleChoices, currencies: CurrencyTable) {}

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    let outside = mentions.indices.filter { !mentions[$0].region.isContent }
    guard let first = outside.first.map({ mentions[$0] }) else { return [] }
    let counted = outside.count == 1 ? "1 mention" : "\(outside.count) mentions"
    let verb = outside.count == 1 ? "is" : "are"
    return [
      first.finding(
        Self.rule, .note, "\(counted) in navigation or boilerplate \(verb) left out, first '\(first.surface)'",
        value: "\(outside.count)", expected: "")
    ]
  }
}
