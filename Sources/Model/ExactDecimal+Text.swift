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
    var digits: [UInt8] = []
    var rest = mantissa.magnitude
    while rest > UInt128(UInt64.max) {
      digits.append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    var small = UInt64(rest)
    repeat {
      digits.append(0x30 + UInt8(small % 10))
      small /= 10
    } while small > 0
    while digits.count <= scale { digits.append(0x30) }
    var out: [UInt8] = []
    out.reserveCapacity(digits.count + 2)
    if isNegative { out.append(UInt8(ascii: "-")) }
    for index in digits.indices.reversed() {
      out.append(digits[index])
      if index == scale, scale > 0 { out.append(UInt8(ascii: ".")) }
    }
    if decimals > scale {
      if scale == 0 { out.append(UInt8(ascii: ".")) }
      for _ in scale..<decimals { out.append(0x30) }
    }
    return out
  }
}
