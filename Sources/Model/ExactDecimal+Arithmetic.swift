// Arithmetic on exact decimals: exact, or rounded half-even once where a division asks for it.

extension ExactDecimal {
  package static prefix func - (value: ExactDecimal) -> ExactDecimal {
    (try? ExactDecimal(mantissa: -value.mantissa, scale: value.scale)) ?? value
  }

  /// The exact sum; throws `overflow` beyond 38 digits.
  package func adding(_ other: ExactDecimal) throws(Failure) -> ExactDecimal {
    if isZero { return other }
    if other.isZero { return self }
    let common = Swift.max(scale, other.scale)
    let left = try alignedMagnitude(to: common)
    let right = try other.alignedMagnitude(to: common)
    guard isNegative == other.isNegative else {
      let isResultNegative = left > right ? isNegative : other.isNegative
      return try Self.signed(left > right ? left - right : right - left, isResultNegative, scale: common)
    }
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw .overflow }
    return try Self.signed(sum, isNegative, scale: common)
  }

  /// The exact product; throws `overflow` beyond 38 digits.
  package func multiplied(by other: ExactDecimal) throws(Failure) -> ExactDecimal {
    if let left = smallMagnitude, let right = other.smallMagnitude {
      let product = left.multipliedFullWidth(by: right)
      if product.high < 1 << 62 {
        return try Self.signed(
          UInt128(product.high) << 64 | UInt128(product.low), isNegative != other.isNegative, scale: scale + other.scale
        )
      }
    }
    let full = mantissa.magnitude.multipliedFullWidth(by: other.mantissa.magnitude)
    var product = (high: full.high, low: UInt128(full.low))
    var places = scale + other.scale
    while places > 0, product.high > 0 || product.low > Self.largestMantissa.magnitude {
      let (quotient, digit) = Self.dividedByTen(product)
      guard digit == 0 else { throw .overflow }
      product = quotient
      places -= 1
    }
    guard product.high == 0 else { throw .overflow }
    return try Self.signed(product.low, isNegative != other.isNegative, scale: places)
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
    if let quick = narrow(multipliedBy: factor, dividedBy: divisor, decimals: decimals) { return quick }
    let product = mantissa.magnitude.multipliedFullWidth(by: factor.mantissa.magnitude)
    var numerator = (high: product.high, low: UInt128(product.low))
    var denominator = divisor.mantissa.magnitude
    var dropped = Dropped()
    let power = decimals - scale - factor.scale + divisor.scale
    for _ in 0..<Swift.max(power, 0) { numerator = try Self.timesTen(numerator) }
    for _ in 0..<Swift.max(-power, 0) {
      let (next, overflow) = denominator.multipliedReportingOverflow(by: 10)
      if overflow {
        // The divisor is at its widest: take the tens from the dividend and remember what fell off.
        let (quotient, digit) = Self.dividedByTen(numerator)
        numerator = quotient
        dropped.push(digit)
      } else {
        denominator = next
      }
    }
    guard numerator.high < denominator else { throw .overflow }
    let (quotient, remainder) = denominator.dividingFullWidth((numerator.high, numerator.low))
    guard quotient < .max else { throw .overflow }
    let isUp = dropped.roundsUp(remainder: remainder, of: denominator, isOdd: quotient % 2 == 1)
    let isResultNegative = (isNegative != factor.isNegative) != divisor.isNegative
    return try Self.signed(quotient + (isUp ? 1 : 0), isResultNegative, scale: decimals)
  }

  /// The same where everything fits in 64 and 128 bits, as it does for nearly every amount: ten times as fast. Nil where
  /// it does not.
  private func narrow(
    multipliedBy factor: ExactDecimal, dividedBy divisor: ExactDecimal, decimals: Int
  ) -> ExactDecimal? {
    let power = decimals - scale - factor.scale + divisor.scale
    guard abs(power) < 20, let left = UInt64(exactly: mantissa.magnitude),
      let right = UInt64(exactly: factor.mantissa.magnitude),
      let below = UInt64(exactly: divisor.mantissa.magnitude)
    else { return nil }
    let tens = UInt128((0..<abs(power)).reduce(UInt64(1)) { tens, _ in tens &* 10 })
    let (numerator, isWide) = (UInt128(left) * UInt128(right)).multipliedReportingOverflow(by: power > 0 ? tens : 1)
    let (denominator, isLong) = UInt128(below).multipliedReportingOverflow(by: power < 0 ? tens : 1)
    guard !isWide, !isLong, let denominator = UInt64(exactly: denominator),
      UInt64(truncatingIfNeeded: numerator >> 64) < denominator
    else { return nil }
    let (quotient, remainder) = denominator.dividingFullWidth(
      (UInt64(truncatingIfNeeded: numerator >> 64), UInt64(truncatingIfNeeded: numerator)))
    let rest = denominator - remainder
    let isUp = remainder > rest || (remainder == rest && quotient % 2 == 1)
    let isResultNegative = (isNegative != factor.isNegative) != divisor.isNegative
    return try? Self.signed(UInt128(quotient) + (isUp ? 1 : 0), isResultNegative, scale: decimals)
  }

  /// Rounded half-even to `decimals` places.
  package func rounded(decimals: Int) throws(Failure) -> ExactDecimal {
    guard scale > decimals else { return self }
    let one = ExactDecimal(integer: 1)
    return try multiplied(by: one, dividedBy: one, decimals: decimals)
  }

  private func alignedMagnitude(to common: Int) throws(Failure) -> UInt128 {
    let (value, overflow) = mantissa.magnitude.multipliedReportingOverflow(by: Self.powerOfTen(common - scale))
    guard !overflow else { throw .overflow }
    return value
  }

  private static func signed(_ magnitude: UInt128, _ isNegative: Bool, scale: Int) throws(Failure) -> ExactDecimal {
    guard let mantissa = Int128(exactly: magnitude) else { throw .overflow }
    return try ExactDecimal(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }

  private static func dividedByTen(
    _ value: (high: UInt128, low: UInt128)
  ) -> (quotient: (high: UInt128, low: UInt128), digit: UInt128) {
    let (high, rest) = value.high.quotientAndRemainder(dividingBy: 10)
    let (low, digit) = UInt128(10).dividingFullWidth((rest, value.low))
    return ((high, low), digit)
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

/// The fraction that falls off a dividend, as far as rounding must know it.
private struct Dropped {
  /// Its first decimal digit, and whether anything follows.
  private var first: UInt128 = 0
  private var hasMore = false

  mutating func push(_ digit: UInt128) {
    hasMore = hasMore || first != 0
    first = digit
  }

  /// Half-even rounding of a quotient whose remainder is `remainder` plus this fraction.
  func roundsUp(remainder: UInt128, of denominator: UInt128, isOdd: Bool) -> Bool {
    let rest = denominator - remainder
    if remainder > rest { return true }
    if remainder == rest { return first != 0 || hasMore || isOdd }
    // One short of half: half a unit of fraction makes it a tie, more makes it more.
    guard rest - remainder == 1 else { return false }
    return first > 5 || (first == 5 && (hasMore || isOdd))
  }
}
