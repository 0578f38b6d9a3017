// Files that are not in the encoding that the configuration, or markup in them, declares.
import Formats
import Model

enum DeclaredEncoding {
  static let rule = RuleDescription(
    id: "declared-encoding", stage: .read,
    summary:
      "A byte order mark decides against the declared encoding, an unknown one gives way to detection, and what markup in a "
      + "file declares gives way to bytes that belie it"
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

  /// Nil where markup in the text declares nothing, or the encoding that the text was read in.
  static func finding(inText decoded: DecodedText) -> Finding? {
    guard let declared = decoded.declared, TextDecoder.canonicalName(of: declared) != decoded.encoding,
      decoded.bytes.contains(where: { $0 >= 0x80 })
    else { return nil }
    return Finding(
      rule: rule.id, severity: .note,
      message: "the text declares itself to be \(declared) and was read as \(decoded.encoding)",
      value: decoded.encoding,
      expected: declared)
  }

  static func unknown(_ declared: String, found: String) -> Finding {
    Finding(
      rule: rule.id, severity: .warning,
      message: "the declared encoding \(declared) is not known; the file was read as \(found)", value: declared,
      expected: "an encoding named by IANA")
  }
}
