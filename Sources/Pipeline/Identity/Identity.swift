// The names rows keep from night to night: a prefix that never looks like a number, and 100 bits of a hash.
import Model

package enum Identity {
  /// `d1-…` of a source and a path relative to its folder.
  package static func document(sourceID: String, path: String) -> String {
    "d1-" + name(of: [Array(sourceID.utf8), Array(path.utf8)], in: "document")
  }

  /// `m1-…` of a document, a folded sentence, a surface and the ordinal among equals.
  package static func mention(documentID: String, foldedSentence: [UInt8], surface: String, ordinal: Int) -> String {
    "m1-"
      + name(
        of: [Array(documentID.utf8), foldedSentence, Array(surface.utf8), Array(String(ordinal).utf8)], in: "mention")
  }

  /// `f1-…` of the mention id of the fact's first member.
  package static func fact(mentionID: String) -> String { "f1-" + name(of: [Array(mentionID.utf8)], in: "fact") }

  /// `n1-…` of rule, document, place and message, and the ordinal among findings that are equal in all of them.
  package static func finding(_ finding: Finding, documentID: String, place: String, ordinal: Int) -> String {
    let parts = [finding.rule.description, documentID, place, finding.message, String(ordinal)]
    return "n1-" + name(of: parts.map { Array($0.utf8) }, in: "finding")
  }

  /// `p1-…` of rule, document, quote and message: stays while the finding stands, wherever it moves in the file.
  package static func fingerprint(_ finding: Finding, documentID: String) -> String {
    let parts = [finding.rule.description, documentID, finding.quote, finding.message]
    return "p1-" + name(of: parts.map { Array($0.utf8) }, in: "fingerprint")
  }

  /// Each part with its length before it, so that no two lists of parts give the same bytes.
  private static func name(of parts: [[UInt8]], in kind: String) -> String {
    var bytes = Array(kind.utf8)
    for part in parts {
      withUnsafeBytes(of: UInt32(part.count).littleEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: part)
    }
    return ContentHash(of: bytes).base32(20)
  }
}
