// Files that are no text.
import Model

enum BinaryFile {
  static let rule = RuleDescription(
    id: "binary-file", stage: .read,
    summary: "A file that begins as a known binary format does, or that is text in no known encoding, is quarantined")

  /// `format` with its article, such as `a PDF document`.
  static func quarantine(_ format: String) -> Quarantine {
    Quarantine(
      rule: rule.id, message: "the file seems to be \(format), expected plain text or Markdown", value: format,
      expected: "plain text or Markdown")
  }

  static let unknown = quarantine("binary data")
}
