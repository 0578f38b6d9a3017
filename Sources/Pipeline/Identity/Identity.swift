// The names rows keep from night to night: a prefix that never looks like a number, and 100 bits of a hash.
import Model

package enum Identity {
  /// `d1-…` of a source and a path relative to its folder.
  package static func document(sourceID: String, path: String) -> String {
    "d1-" + Name(in: "document").adding(sourceID).adding(path).text
  }

  /// `m1-…` of a document, a folded sentence, a surface and the ordinal among equals.
  package static func mention(documentID: String, foldedSentence: [UInt8], surface: String, ordinal: Int) -> String {
    "m1-"
      + Name(in: "mention").adding(documentID).adding(foldedSentence).adding(surface).adding(String(ordinal)).text
  }

  /// `f1-…` of the mention id of the fact's first member.
  package static func fact(mentionID: String) -> String { "f1-" + Name(in: "fact").adding(mentionID).text }

  /// `n1-…` of rule, document, place and message, and the ordinal among findings that are equal in all of them.
  package static func finding(_ finding: Finding, documentID: String, place: String, ordinal: Int) -> String {
    let parts = [finding.rule.description, documentID, place, finding.message, String(ordinal)]
    return "n1-" + name(of: parts, in: "finding")
  }

  /// `p1-…` of rule, document, quote and message: stays while the finding stands, wherever it moves in the file.
  package static func fingerprint(_ finding: Finding, documentID: String) -> String {
    let parts = [finding.rule.description, documentID, finding.quote, finding.message]
    return "p1-" + name(of: parts, in: "fingerprint")
  }

  private static func name(of parts: [String], in kind: String) -> String {
    var name = Name(in: kind)
    for part in parts { name = name.adding(part) }
    return name.text
  }
}

/// What a name is the hash of: each part with its length before it, so that no two lists of parts give the same bytes.
private struct Name {
  private var bytes: [UInt8]

  init(in kind: String) { bytes = Array(kind.utf8) }

  consuming func adding(_ part: String) -> Name {
    addLength(part.utf8.count)
    bytes += part.utf8
    return self
  }

  consuming func adding(_ part: [UInt8]) -> Name {
    addLength(part.count)
    bytes += part
    return self
  }

  var text: String { ContentHash(of: bytes).base32(20) }

  private mutating func addLength(_ count: Int) {
    withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
  }
}
