// Exact decimals from and to plain decimal notation.

extension ExactDecimal {
  /// Reads `-?digits[.digits]` and nothing else; nil for anything else or beyond 38 digits.
  package init?(_ text: some StringProtocol) {
    self.init(bytes: Array(text.utf8)[...])
  }

  /// Reads `-?digits[.digits]` from ASCII bytes; nil for anything else or beyond 38 digits.
  package init?(bytes: ArraySlice<UInt8>) {
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    var mantissa: Int128 = 0
    var scale = 0
    var hasPoint = false
    var digits = 0
    for byte in rest {
      if byte == UInt8(ascii: "."), !hasPoint, digits > 0 {
        hasPoint = true
        continue
      }
      guard byte >= 0x30, byte <= 0x39, mantissa <= (Self.largestMantissa - 9) / 10 else { return nil }
      mantissa = mantissa * 10 + Int128(byte - 0x30)
      digits += 1
      if hasPoint { scale += 1 }
    }
    guard digits > 0, !hasPoint || scale > 0 else { return nil }
    guard let value = try? ExactDecimal(mantissa: isNegative ? -mantissa : mantissa, scale: scale) else { return nil }
    self = value
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Bytes of the longest `description`: a sign, `0.` and 38 digits.
  package static let longestText = 41

  /// Plain notation without exponent or grouping: `-1234.5`, `0.3`.
  package var description: String {
    String(unsafeUninitializedCapacity: Self.longestText) { buffer in buffer.baseAddress.map { write(to: $0) } ?? 0 }
  }

  /// Writes the bytes of `description`, `longestText` at most, and returns how many they are.
  package func write(to out: UnsafeMutableRawPointer) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 48, alignment: 1) { buffer in
      var digits = Digits(buffer: buffer, scale: scale)
      // Division in 128 bits costs many times that in 64.
      var wide = mantissa.magnitude
      while wide > UInt128(UInt64.max) {
        digits.put(UInt8(truncatingIfNeeded: wide % 10))
        wide /= 10
      }
      var rest = UInt64(truncatingIfNeeded: wide)
      while rest > 0 || digits.count <= scale {
        digits.put(UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      if isNegative { digits.putSign() }
      let text = UnsafeRawBufferPointer(rebasing: buffer[digits.start...])
      UnsafeMutableRawBufferPointer(start: out, count: text.count).copyMemory(from: text)
      return text.count
    }
  }
}

/// Decimal digits written from the last place to the first.
private struct Digits {
  let buffer: UnsafeMutableRawBufferPointer
  let scale: Int
  private(set) var start: Int
  private(set) var count = 0

  init(buffer: UnsafeMutableRawBufferPointer, scale: Int) {
    self.buffer = buffer
    self.scale = scale
    start = buffer.count
  }

  mutating func put(_ digit: UInt8) {
    if count == scale, scale > 0 { putByte(UInt8(ascii: ".")) }
    putByte(0x30 + digit)
    count += 1
  }

  mutating func putSign() { putByte(UInt8(ascii: "-")) }

  private mutating func putByte(_ byte: UInt8) {
    start -= 1
    buffer[start] = byte
  }
}
