// What strings look like inside JSON, shared by its reader and its writers.

enum JSONText {
  /// How many bytes from `start` on stand in a JSON string as they are: no quote, backslash or control character.
  static func plainLength(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    length(in: bytes, from: start, refusing: 0) { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
  }

  /// The same, stopping also at bytes beyond ASCII.
  static func plainASCIILength(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    length(in: bytes, from: start, refusing: 0x8080_8080_8080_8080) {
      $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 < 0x80
    }
  }

  /// Eight bytes at a time: the usual test for a byte below a bound or equal to a value in a word of eight, after
  /// Warren, Hacker's Delight, 6-1. A false alarm only ends the fast loop early.
  @inline(__always)
  private static func length(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, refusing high: UInt64, isPlain: (UInt8) -> Bool
  ) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(bytes)
    var position = start
    while position + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let low = (word &- ones &* 0x20) & ~word
      let marked = (low | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)) & tops
      guard marked | (word & high) == 0 else { break }
      position += 8
    }
    while position < bytes.count, isPlain(bytes[position]) { position += 1 }
    return position - start
  }

  static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Appends the content of a JSON string: `bytes` is well-formed UTF-8.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], escapesBeyondASCII: Bool) {
    var position = 0
    while position < bytes.count {
      let length =
        escapesBeyondASCII ? plainASCIILength(in: bytes, from: position) : plainLength(in: bytes, from: position)
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<(position + length)]))
      position += length
      guard position < bytes.count else { return }
      position += appendEscaped(bytes, at: position, to: &out)
    }
  }

  /// Appends the escape of the scalar at `position` and returns its length in UTF-8.
  private static func appendEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, to out: inout [UInt8]
  ) -> Int {
    let byte = bytes[position]
    switch byte {
    case 0x22, 0x5C: out.append(contentsOf: [0x5C, byte])
    case 0x0A: out.append(contentsOf: [0x5C, UInt8(ascii: "n")])
    case 0x0D: out.append(contentsOf: [0x5C, UInt8(ascii: "r")])
    case 0x09: out.append(contentsOf: [0x5C, UInt8(ascii: "t")])
    case 0..<0x80: appendUnicodeEscape(UInt32(byte), to: &out)
    default:
      let (scalar, length) = UTF8Validation.scalar(in: bytes, at: position)
      if scalar < 0x10000 {
        appendUnicodeEscape(scalar, to: &out)
      } else {
        appendUnicodeEscape(0xD800 + (scalar - 0x10000) >> 10, to: &out)
        appendUnicodeEscape(0xDC00 + (scalar - 0x10000) & 0x3FF, to: &out)
      }
      return length
    }
    return 1
  }

  private static func appendUnicodeEscape(_ unit: UInt32, to out: inout [UInt8]) {
    out.append(0x5C)
    out.append(UInt8(ascii: "u"))
    for shift: UInt32 in [12, 8, 4, 0] {
      let digit = UInt8(unit >> shift & 0xF)
      out.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
  }
}

extension [UInt8] {
  /// Appends a Unicode scalar value in UTF-8.
  @inline(__always)
  mutating func appendUTF8(_ scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar < 0x800 {
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else {
      if scalar < 0x10000 {
        append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      }
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    }
    append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }
}
