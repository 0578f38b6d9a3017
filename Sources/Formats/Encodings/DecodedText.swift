// Text decoded to UTF-8, with the bytes of the file that each stretch stands for.

package struct DecodedText: Sendable, Hashable {
  /// How positions inside a segment step through its source bytes.
  package enum Form: Sendable, Hashable {
    /// Byte for byte.
    case verbatim
    /// One source byte per Unicode scalar.
    case singleByte
    /// Two source bytes per scalar, four beyond the basic plane.
    case utf16
    /// The segment as a whole stands for its source bytes.
    case whole
  }

  package struct Segment: Sendable, Hashable {
    /// Bytes of `bytes`.
    package var text: Range<Int>
    /// Bytes of the file.
    package var source: Range<Int>
    package var form: Form

    package init(text: Range<Int>, source: Range<Int>, form: Form) {
      self.text = text
      self.source = source
      self.form = form
    }
  }

  /// Well-formed UTF-8.
  package internal(set) var bytes: [UInt8]
  /// Tile `bytes` in order; a byte order mark belongs to none.
  package internal(set) var segments: [Segment]
  /// IANA name of the encoding, in lower case.
  package internal(set) var encoding: String
  /// The encoding that the text itself declares, in markup, where nothing stronger decided: as written, in lower case.
  package internal(set) var declared: String?
  /// What the encoding rests on where it was found by looking at the bytes, without a declaration or a byte order mark.
  package internal(set) var guess: EncodingGuess?
  /// Parts of the text that are U+FFFD because their bytes mean nothing in the encoding, at most
  /// `maximumMalformed` of them.
  package internal(set) var malformed: [Segment] = []
  /// How many there are.
  package internal(set) var malformedCount = 0

  package static let maximumMalformed = 16

  init(bytes: [UInt8], segments: [Segment], encoding: String) {
    self.bytes = bytes
    self.segments = segments
    self.encoding = encoding
  }

  /// Whether U+0000 stands in the text, which no text needs.
  package var hasNUL: Bool { bytes.withUnsafeBytes { UTF8Validation.hasNUL($0) } }

  mutating func noteMalformed(_ segment: Segment) {
    malformedCount += 1
    if malformed.count < Self.maximumMalformed { malformed.append(segment) }
  }
}

/// Why bytes were not decoded.
package enum DecodingFailure: Error, Sendable, Hashable {
  /// The declared encoding is none this program reads.
  case unknownEncoding(String)
  /// Nothing is declared, and the bytes are no text in any encoding looked for.
  case notText
}
