// Bytes that mean nothing in the encoding a file was read in.
import Formats
import Model

enum UndecodableBytes {
  static let rule = RuleDescription(
    id: "undecodable-bytes", stage: .read,
    summary: "Bytes that mean nothing in the file's encoding are read as U+FFFD, and the first places are named")

  /// Nil where every byte was decoded.
  static func finding(_ decoded: DecodedText) -> Finding? {
    guard let first = decoded.malformed.first else { return nil }
    let places = decoded.malformed.map { String($0.source.lowerBound) }.joined(separator: ", ")
    let more = decoded.malformedCount > decoded.malformed.count ? ", …" : ""
    let count = decoded.malformedCount
    return Finding(
      rule: rule.id, severity: .warning, span: first.text,
      message: "\(count) \(count == 1 ? "part is" : "parts are") not \(decoded.encoding), at byte \(places)\(more)",
      value: "\(count)", expected: decoded.encoding)
  }
}
