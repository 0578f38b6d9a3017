// Decodes UTF-16 (RFC 2781).

enum UTF16Decoding {
  /// A lone surrogate becomes U+FFFD, and so does an odd byte at the end.
  static func text(_ bytes: [UInt8], from start: Int, isBigEndian: Bool, encoding: String) -> DecodedText {
    var text = DecodedText(bytes: [], segments: [], encoding: encoding)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    let end = bytes.count - (bytes.count - start) % 2
    bytes.withUnsafeBytes { raw in
      var position = start
      while position < end {
        let scalar = scalar(in: raw, at: position, end: end, isBigEndian: isBigEndian)
        let length = scalar ?? 0 >= 0x10000 ? 4 : 2
        let textStart = out.count
        out.appendUTF8(scalar ?? 0xFFFD)
        if scalar == nil {
          text.noteMalformed(
            .init(text: textStart..<out.count, source: position..<(position + length), form: .whole))
        }
        position += length
      }
    }
    if !out.isEmpty { text.segments = [.init(text: 0..<out.count, source: start..<end, form: .utf16)] }
    if end < bytes.count {
      let odd = DecodedText.Segment(text: out.count..<(out.count + 3), source: end..<bytes.count, form: .whole)
      out.appendUTF8(0xFFFD)
      text.segments.append(odd)
      text.noteMalformed(odd)
    }
    text.bytes = out
    return text
  }

  /// Nil for a lone surrogate.
  @inline(__always)
  private static func scalar(
    in bytes: UnsafeRawBufferPointer, at position: Int, end: Int, isBigEndian: Bool
  ) -> UInt32? {
    let high = unit(in: bytes, at: position, isBigEndian: isBigEndian)
    guard high & 0xF800 == 0xD800 else { return high }
    guard high < 0xDC00, position + 4 <= end else { return nil }
    let low = unit(in: bytes, at: position + 2, isBigEndian: isBigEndian)
    guard low & 0xFC00 == 0xDC00 else { return nil }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  @inline(__always)
  static func unit(in bytes: UnsafeRawBufferPointer, at position: Int, isBigEndian: Bool) -> UInt32 {
    let unit = bytes.loadUnaligned(fromByteOffset: position, as: UInt16.self)
    return UInt32(isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit))
  }
}
