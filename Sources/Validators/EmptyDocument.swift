// A document of which cleaning leaves nothing to read.
import Model

struct EmptyDocument: DocumentCheck {
  static let rule = RuleDescription(
    id: "empty-document", stage: .validate,
    summary: "Warning: a document has no text but spaces, navigation and boilerplate",
    examples: [
      RuleDescription.Example("2010:", "document has no text: 0 bytes are left after cleaning"),
      RuleDescription.Example("2010: \n \n", "document has no text: 3 bytes are left after cleaning"),
      RuleDescription.Example(unchanged: "2010: a word"),
    ])

  init(rules: RuleChoices, currencies: CurrencyTable) {}

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    let text = document.text
    let hasText = document.regions.contains { region in
      region.role.isContent && text.bytes[region.span].contains { $0 > 0x20 }
    }
    guard !hasText else { return [] }
    return [
      Finding(
        rule: Self.rule.id, severity: .warning,
        message: "document has no text: \(text.count) bytes are left after cleaning", value: "\(text.count)",
        expected: "text")
    ]
  }
}
