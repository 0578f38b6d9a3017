// Decodes UTF-8, mending what is malformed.

enum UTF8Decoding {
  /// The text of well-formed bytes without a NUL, which shares their storage; nil for any others.
  static func cleanText(_ bytes: [UInt8]) -> DecodedText? {
    let isClean = bytes.withUnsafeBytes { raw in
      !UTF8Validation.hasNUL(raw) && UTF8Validation.validLength(raw) == raw.count
    }
    return isClean ? verbatim(bytes) : nil
  }

  /// Each maximal malformed part becomes U+FFFD in a segment of its own.
  static func text(_ bytes: [UInt8], from start: Int) -> DecodedText {
    bytes.withUnsafeBytes { raw in
      start == 0 && UTF8Validation.validLength(raw) == raw.count ? verbatim(bytes) : mended(raw, from: start)
    }
  }

  private static func verbatim(_ bytes: [UInt8]) -> DecodedText {
    let all = 0..<bytes.count
    let segments = bytes.isEmpty ? [] : [DecodedText.Segment(text: all, source: all, form: .verbatim)]
    return DecodedText(bytes: bytes, segments: segments, encoding: TextEncoding.utf8.name)
  }

  private static func mended(_ raw: UnsafeRawBufferPointer, from start: Int) -> DecodedText {
    var text = DecodedText(bytes: [], segments: [], encoding: TextEncoding.utf8.name)
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var position = start
    while position < raw.count {
      let rest = UnsafeRawBufferPointer(rebasing: raw[position...])
      let valid = UTF8Validation.validLength(rest)
      if valid > 0 {
        text.segments.append(
          .init(text: out.count..<(out.count + valid), source: position..<(position + valid), form: .verbatim))
        out.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<valid]))
        position += valid
      }
      guard position < raw.count else { break }
      let length = UTF8Validation.malformedLength(raw, at: position)
      let bad = DecodedText.Segment(
        text: out.count..<(out.count + 3), source: position..<(position + length), form: .whole)
      text.segments.append(bad)
      text.noteMalformed(bad)
      out.appendUTF8(0xFFFD)
      position += length
    }
    text.bytes = out
    return text
  }
}
