// Arithmetic on exact decimals: exact, or rounded half-even once where a division asks for it.

extension ExactDecimal {
  package static prefix func - (value: ExactDecimal) -> ExactDecimal {
    (try? ExactDecimal(mantissa: -value.mantissa, scale: value.scale)) ?? value
  }

  /// The exact sum; throws `overflow` beyond 38 digits.
  package func adding(_ other: ExactDecimal) throws(Failure) -> ExactDecimal {
    let common = Swift.max(scale, other.scale)
    let (sum, overflow) = try aligned(to: common).addingReportingOverflow(other.aligned(to: common))
    guard !overflow else { throw .overflow }
    return try ExactDecimal(mantissa: sum, scale: common)
  }

  /// The exact product; throws `overflow` beyond 38 digits.
  package func multiplied(by other: ExactDecimal) throws(Failure) -> ExactDecimal {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    guard !overflow else { throw .overflow }
    return try ExactDecimal(mantissa: product, scale: scale + other.scale)
  }

  /// `self × 10^power`.
  package func scaled(byPowerOfTen power: Int) throws(Failure) -> ExactDecimal {
    try ExactDecimal(mantissa: mantissa, scale: scale - power)
  }

  /// `self × factor ÷ divisor`, rounded half-even to `decimals` places, once, from the full 76-digit product.
  package func multiplied(
    by factor: ExactDecimal, dividedBy divisor: ExactDecimal, decimals: Int
  ) throws(Failure) -> ExactDecimal {
    guard !divisor.isZero else { throw .divisionByZero }
    let product = mantissa.magnitude.multipliedFullWidth(by: factor.mantissa.magnitude)
    var numerator = (high: product.high, low: UInt128(product.low))
    var denominator = divisor.mantissa.magnitude
    let power = decimals - scale - factor.scale + divisor.scale
    if power >= 0 {
      for _ in 0..<power { numerator = try Self.timesTen(numerator) }
    } else {
      for _ in 0..<(-power) {
        let (next, overflow) = denominator.multipliedReportingOverflow(by: 10)
        guard !overflow else { throw .overflow }
        denominator = next
      }
    }
    guard numerator.high < denominator else { throw .overflow }
    let (quotient, remainder) = denominator.dividingFullWidth((numerator.high, numerator.low))
    let half = denominator - remainder
    let roundsUp = remainder > half || (remainder == half && quotient % 2 == 1)
    let magnitude = quotient + (roundsUp ? 1 : 0)
    guard magnitude <= Self.largestMantissa.magnitude else { throw .overflow }
    let isResultNegative = (isNegative != factor.isNegative) != divisor.isNegative
    let result = Int128(magnitude)
    return try ExactDecimal(mantissa: isResultNegative ? -result : result, scale: decimals)
  }

  /// Rounded half-even to `decimals` places.
  package func rounded(decimals: Int) throws(Failure) -> ExactDecimal {
    guard scale > decimals else { return self }
    let one = ExactDecimal(integer: 1)
    return try multiplied(by: one, dividedBy: one, decimals: decimals)
  }

  private func aligned(to common: Int) throws(Failure) -> Int128 {
    guard common > scale else { return mantissa }
    let (value, overflow) = mantissa.multipliedReportingOverflow(by: Int128(Self.powerOfTen(common - scale)))
    guard !overflow else { throw .overflow }
    return value
  }

  private static func timesTen(
    _ value: (high: UInt128, low: UInt128)
  ) throws(Failure) -> (high: UInt128, low: UInt128) {
    let low = value.low.multipliedFullWidth(by: 10)
    let (high, overflow) = value.high.multipliedReportingOverflow(by: 10)
    let (sum, carry) = high.addingReportingOverflow(low.high)
    guard !overflow, !carry else { throw .overflow }
    return (sum, low.low)
  }
}
