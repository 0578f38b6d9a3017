// The names rows keep from night to night: a prefix that never looks like a number, and 100 bits of a hash.
import Model

package enum Identity {
  /// `d1-…` of a source and a path relative to its folder.
  package static func document(sourceID: String, path: String) -> String {
    NamedParts.hash(of: sourceID, path, in: "document").name(after: "d1-")
  }

  /// `m1-…` of a document, a folded sentence, a surface and the ordinal among equals.
  package static func mention(documentID: String, foldedSentence: [UInt8], surface: String, ordinal: Int) -> String {
    mention(
      mentionHash(documentID: documentID, foldedSentence: foldedSentence, surface: surface, ordinal: ordinal))
  }

  /// `m1-…` of its hash.
  static func mention(_ hash: ContentHash) -> String { hash.name(after: "m1-") }

  /// What a mention's name is the beginning of.
  static func mentionHash(
    documentID: String, foldedSentence: [UInt8], surface: String, ordinal: Int
  ) -> ContentHash {
    let ordinal = String(ordinal)
    let count = documentID.utf8.count + foldedSentence.count + surface.utf8.count + ordinal.utf8.count
    return NamedParts.hash(in: "mention", count: count, parts: 4) { parts in
      parts.add(documentID)
      foldedSentence.withUnsafeBufferPointer { parts.add($0) }
      parts.add(surface)
      parts.add(ordinal)
    }
  }

  /// `q1-…` of the same of a quantity.
  package static func quantity(documentID: String, foldedSentence: [UInt8], surface: String, ordinal: Int) -> String {
    let sentence = String(decoding: foldedSentence, as: UTF8.self)
    return NamedParts.hash(of: documentID, sentence, surface, String(ordinal), in: "quantity").name(after: "q1-")
  }

  /// `f1-…` of the mention id of the fact's first member.
  package static func fact(mentionID: String) -> String {
    NamedParts.hash(in: "fact", count: mentionID.utf8.count, parts: 1) { $0.add(mentionID) }.name(after: "f1-")
  }

  /// `n1-…` of rule, document, place and message, and the ordinal among findings that are equal in all of them.
  package static func finding(_ finding: Finding, documentID: String, place: String, ordinal: Int) -> String {
    NamedParts.hash(
      of: finding.rule.description, documentID, place, finding.message, String(ordinal), in: "finding"
    ).name(after: "n1-")
  }

  /// `p1-…` of rule, document, quote and message: stays while the finding stands, wherever it moves in the file.
  package static func fingerprint(_ finding: Finding, documentID: String) -> String {
    NamedParts.hash(
      of: finding.rule.description, documentID, finding.quote, finding.message, in: "fingerprint"
    ).name(after: "p1-")
  }
}

extension ContentHash {
  fileprivate func name(after prefix: StaticString) -> String { base32(20, after: prefix) }
}

/// What a name is the hash of: each part with its length before it, so that no two lists of parts give the same bytes.
private struct NamedParts {
  private let buffer: UnsafeMutableRawBufferPointer
  private var count = 0

  static func hash(of parts: String..., in kind: StaticString) -> ContentHash {
    hash(in: kind, count: parts.reduce(0) { $0 + $1.utf8.count }, parts: parts.count) { bytes in
      for part in parts { bytes.add(part) }
    }
  }

  /// `count` is that of the bytes of all parts.
  static func hash(
    in kind: StaticString, count: Int, parts: Int, _ fill: (inout NamedParts) -> Void
  ) -> ContentHash {
    withUnsafeTemporaryAllocation(byteCount: kind.utf8CodeUnitCount + count + 4 * parts, alignment: 1) { buffer in
      var bytes = NamedParts(buffer: buffer)
      bytes.put(UnsafeRawBufferPointer(start: kind.utf8Start, count: kind.utf8CodeUnitCount))
      fill(&bytes)
      return ContentHash(of: UnsafeRawBufferPointer(rebasing: buffer[..<bytes.count]))
    }
  }

  private init(buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

  mutating func add(_ part: String) {
    var part = part
    part.withUTF8 { add($0) }
  }

  mutating func add(_ part: UnsafeBufferPointer<UInt8>) {
    withUnsafeBytes(of: UInt32(part.count).littleEndian) { put($0) }
    put(UnsafeRawBufferPointer(part))
  }

  private mutating func put(_ bytes: UnsafeRawBufferPointer) {
    UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: bytes)
    count += bytes.count
  }
}
