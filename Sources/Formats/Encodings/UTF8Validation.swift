// Whether bytes are well-formed UTF-8 (Unicode 15.0, table 3-7), thirty-two ASCII bytes at a step.
import Glibc

enum UTF8Validation {
  /// Whether some byte is zero.
  static func hasNUL(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    return memchr(start, 0, bytes.count) != nil
  }

  /// The length of the longest well-formed prefix.
  static func validLength(_ bytes: UnsafeRawBufferPointer) -> Int {
    var position = 0
    while true {
      position = asciiEnd(bytes, from: position)
      guard position < bytes.count else { return position }
      repeat {
        position = runEnd(bytes, from: position)
        guard position < bytes.count, bytes[position] >= 0x80 else { break }
        let length = sequenceLength(bytes, at: position)
        guard length > 0 else { return position }
        position += length
      } while position < bytes.count && bytes[position] >= 0x80
    }
  }

  /// Where well-formed sequences of two bytes, four at a step, or of three bytes, two at a step, cease to follow each
  /// other; as a rule some more come behind.
  @inline(__always)
  private static func runEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var position = start
    while position + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      if word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0 {
        // C0 and C1 begin no sequence: one of these bits must be set in each of the four leads.
        let leads = (word & 0x001E_001E_001E_001E) &+ 0x00FE_00FE_00FE_00FE
        guard leads & 0x0100_0100_0100_0100 == 0x0100_0100_0100_0100 else { break }
        position += 8
      } else if word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 {
        // Behind E0 and ED not every byte may stand.
        let (first, second) = (word & 0xF, word >> 24 & 0xF)
        guard first != 0, first != 0xD, second != 0, second != 0xD else { break }
        position += 6
      } else {
        break
      }
    }
    return position
  }

  /// Where the run of ASCII bytes from `start` on ends.
  @inline(__always)
  static func asciiEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let tops: UInt64 = 0x8080_8080_8080_8080
    var position = start
    while position + 32 <= bytes.count {
      let first = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let second = bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
      let third = bytes.loadUnaligned(fromByteOffset: position + 16, as: UInt64.self)
      let fourth = bytes.loadUnaligned(fromByteOffset: position + 24, as: UInt64.self)
      guard (first | second | third | fourth) & tops == 0 else { break }
      position += 32
    }
    while position + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      guard word & tops == 0 else { return position + (word & tops).trailingZeroBitCount / 8 }
      position += 8
    }
    while position < bytes.count, bytes[position] < 0x80 { position += 1 }
    return position
  }

  /// The length of the well-formed sequence beyond ASCII at `position`; 0 where there is none.
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at position: Int) -> Int {
    let lead = bytes[position]
    let rest = bytes.count - position
    guard lead >= 0xC2, lead <= 0xF4, rest >= 2 else { return 0 }
    let second = bytes[position + 1]
    if lead < 0xE0 { return isContinuation(second) ? 2 : 0 }
    guard rest >= 3, secondRange(after: lead).contains(second), isContinuation(bytes[position + 2]) else { return 0 }
    if lead < 0xF0 { return 3 }
    return rest >= 4 && isContinuation(bytes[position + 3]) ? 4 : 0
  }

  /// The length of the maximal ill-formed part at `position`, which one U+FFFD stands for (Unicode 15.0, section 3.9,
  /// "substitution of maximal subparts").
  static func malformedLength(_ bytes: UnsafeRawBufferPointer, at position: Int) -> Int {
    let lead = bytes[position]
    guard lead >= 0xC2, lead <= 0xF4, position + 1 < bytes.count,
      secondRange(after: lead).contains(bytes[position + 1])
    else { return 1 }
    guard lead >= 0xF0, position + 2 < bytes.count, isContinuation(bytes[position + 2]) else {
      return lead < 0xE0 ? 1 : 2
    }
    return 3
  }

  /// The scalar at `position` of well-formed UTF-8, and its length.
  @inline(__always)
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(bytes[position])
    if lead < 0x80 { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard position + length <= bytes.count else { return (0xFFFD, bytes.count - position) }
    var scalar = lead & (0x7F >> UInt32(length))
    for index in 1..<length { scalar = scalar << 6 | UInt32(bytes[position + index] & 0x3F) }
    return (scalar, length)
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  @inline(__always)
  private static func secondRange(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
