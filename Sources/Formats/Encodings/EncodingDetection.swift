// Finds the encoding of bytes that nothing declares and that are not clean UTF-8.

enum EncodingDetection {
  /// Bytes looked at; the beginning of a file is enough.
  private static let sample = 1 << 16

  /// Nil where the bytes are no text in any encoding looked for.
  static func guess(of bytes: [UInt8]) -> EncodingGuess? {
    if bytes.withUnsafeBytes({ UTF8Validation.hasNUL($0) }) {
      return UTF16Guess.encoding(of: bytes).map { EncodingGuess(encoding: $0, tellingBytes: bytes.count) }
    }
    let beyond = bytes.count { $0 >= 0x80 }
    if isDamagedUTF8(bytes) { return EncodingGuess(encoding: .utf8, tellingBytes: beyond) }
    let sample = bytes.prefix(sample)
    if let encoding = UTF16Guess.ideographic(sample) {
      return EncodingGuess(encoding: encoding, tellingBytes: bytes.count)
    }
    guard !hasManyControls(sample) else { return nil }
    if let encoding = MultiByteGuess.name(of: sample).flatMap({ TextEncoding(name: $0) }) {
      return EncodingGuess(encoding: encoding, tellingBytes: beyond)
    }
    return SingleByteGuess.guess(of: sample)
  }

  /// Whether most of what is beyond ASCII is UTF-8, so that the rest is damage: in a single-byte encoding, well-formed
  /// sequences come about by rare chance only. A sequence cut at the end is damage too.
  private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
      var good = 0
      var bad = 0
      var position = 0
      while true {
        position = UTF8Validation.asciiEnd(raw, from: position)
        guard position < raw.count else { break }
        let length = UTF8Validation.sequenceLength(raw, at: position)
        if length > 0 {
          good += 1
          position += length
          continue
        }
        let malformed = UTF8Validation.malformedLength(raw, at: position)
        position += malformed
        bad += position == raw.count && malformed > 1 ? 0 : 1
      }
      return good >= 2 * bad && (good > 0 || bad == 0)
    }
  }

  /// Control characters that plain text has no use for, more than one in a hundred.
  private static func hasManyControls(_ bytes: ArraySlice<UInt8>) -> Bool {
    let controls = bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B || $0 == 0x7F }
    return controls * 100 > bytes.count
  }
}
