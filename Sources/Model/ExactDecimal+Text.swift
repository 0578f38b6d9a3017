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
  /// Plain notation without exponent or grouping: `-1234.5`, `0.3`.
  package var description: String { String(decoding: asciiBytes, as: UTF8.self) }

  /// The bytes of `description`.
  package var asciiBytes: [UInt8] { asciiBytes(decimals: scale) }

  /// Plain notation with at least `decimals` places, so that cents read `12.50`.
  package func asciiBytes(decimals: Int) -> [UInt8] {
    // From the last place to the first, then turned round: there is one buffer.
    var out: [UInt8] = []
    out.reserveCapacity(Swift.max(decimals, scale) + 42)
    for _ in scale..<Swift.max(decimals, scale) { out.append(0x30) }
    if scale == 0, decimals > 0 { out.append(UInt8(ascii: ".")) }
    var rest = mantissa.magnitude
    var digits = 0
    while rest > 0 || digits <= scale {
      if digits == scale, scale > 0 { out.append(UInt8(ascii: ".")) }
      out.append(0x30 + Self.takeDigit(&rest))
      digits += 1
    }
    if isNegative { out.append(UInt8(ascii: "-")) }
    out.reverse()
    return out
  }

  /// The last decimal digit, taken off. Division in 128 bits costs many times that in 64.
  private static func takeDigit(_ rest: inout UInt128) -> UInt8 {
    guard let small = UInt64(exactly: rest) else {
      defer { rest /= 10 }
      return UInt8(rest % 10)
    }
    rest = UInt128(small / 10)
    return UInt8(small % 10)
  }
}
