// Files without a byte of text.
import Model

enum EmptyFile {
  static let rule = RuleDescription(
    id: "empty-file", stage: .read, summary: "A file without bytes, or with a byte order mark only, is quarantined")

  static let quarantine = Quarantine(
    rule: rule.id, message: "the file is empty, expected text", value: "0", expected: "text")
}
