// Files that are not in the encoding the configuration declares for them.
import Formats
import Model

enum DeclaredEncoding {
  static let rule = RuleDescription(
    id: "declared-encoding", stage: .read,
    summary:
      "A byte order mark decides against the declared encoding, and an unknown declared encoding gives way to detection"
  )

  /// Nil where the declaration was followed, or there is none.
  static func finding(declared: String?, found: String) -> Finding? {
    guard let declared, let name = TextDecoder.canonicalName(of: declared) else { return nil }
    guard name != found, !(name == "utf-16" && found.hasPrefix("utf-16")) else { return nil }
    return Finding(
      rule: rule.id, severity: .note,
      message: "the file is declared as \(declared) and has the byte order mark of \(found)", value: found,
      expected: declared)
  }

  static func unknown(_ declared: String, found: String) -> Finding {
    Finding(
      rule: rule.id, severity: .warning,
      message: "the declared encoding \(declared) is not known; the file was read as \(found)", value: declared,
      expected: "an encoding named by IANA")
  }
}
