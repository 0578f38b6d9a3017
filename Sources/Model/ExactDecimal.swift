// An exact decimal number of at most 38 digits: the only kind of number money is kept in.

/// `mantissa × 10^-scale`, kept canonical: no trailing zeros in the fraction, scale 0…38.
///
/// Every operation is exact or throws; nothing passes through binary floating point.
package struct ExactDecimal: Sendable, Hashable {
  // Apart, a number takes 17 bytes and can lie anywhere; an Int128 would make it 32 wherever one follows another.
  private let low: UInt64
  private let high: Int64
  private let places: UInt8

  package var mantissa: Int128 { Int128(high) << 64 | Int128(low) }
  package var scale: Int { Int(places) }

  /// What arithmetic cannot do in 38 digits.
  package enum Failure: Error, Equatable {
    /// The exact result has more than 38 digits.
    case overflow
    case divisionByZero
  }

  /// The largest mantissa: 38 nines.
  static var largestMantissa: Int128 { 99_999_999_999_999_999_999_999_999_999_999_999_999 }

  package static var zero: ExactDecimal { ExactDecimal(integer: 0) }

  package init(integer: Int) {
    low = UInt64(bitPattern: Int64(integer))
    high = integer < 0 ? -1 : 0
    places = 0
  }

  /// `mantissa × 10^-scale`; a negative scale multiplies. Throws `overflow` beyond 38 digits.
  package init(mantissa: Int128, scale: Int) throws(Failure) {
    var mantissa = mantissa
    var scale = scale
    if scale > 0 { Self.removeTrailingZeros(&mantissa, &scale) }
    while scale < 0 {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow else { throw .overflow }
      mantissa = product
      scale += 1
    }
    guard mantissa.magnitude <= Self.largestMantissa.magnitude, scale <= 38 else { throw .overflow }
    low = UInt64(truncatingIfNeeded: mantissa)
    high = Int64(truncatingIfNeeded: mantissa >> 64)
    places = UInt8(scale)
  }

  package var isNegative: Bool { high < 0 }
  package var isZero: Bool { low == 0 && high == 0 }

  /// The magnitude of a number of 64 bits or less, as most amounts are; nil for a greater one.
  var smallMagnitude: UInt64? { high == 0 ? low : high == -1 && low != 0 ? 0 &- low : nil }

  private static func removeTrailingZeros(_ mantissa: inout Int128, _ scale: inout Int) {
    // Division in 128 bits costs many times that in 64, and few amounts need it.
    while scale > 0, Int64(exactly: mantissa) == nil {
      guard mantissa % 10 == 0 else { return }
      mantissa /= 10
      scale -= 1
    }
    guard scale > 0, var small = Int64(exactly: mantissa) else { return }
    while scale > 0, small % 10 == 0 {
      small /= 10
      scale -= 1
    }
    mantissa = Int128(small)
  }

  /// 10^exponent for 0…38.
  static func powerOfTen(_ exponent: Int) -> UInt128 {
    if exponent < 20 { return UInt128(smallPowerOfTen(exponent)) }
    var power: UInt128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// 10^exponent for 0…19.
  private static func smallPowerOfTen(_ exponent: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension ExactDecimal: Comparable {
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.scale == right.scale { return left.mantissa < right.mantissa }
    if left.isNegative != right.isNegative { return left.isNegative }
    let leftMagnitude = left.magnitudeAligned(to: right.scale)
    let rightMagnitude = right.magnitudeAligned(to: left.scale)
    let isLess =
      leftMagnitude.high != rightMagnitude.high
      ? leftMagnitude.high < rightMagnitude.high : leftMagnitude.low < rightMagnitude.low
    let isEqual = leftMagnitude.high == rightMagnitude.high && leftMagnitude.low == rightMagnitude.low
    return left.isNegative ? !isLess && !isEqual : isLess
  }

  /// The magnitude multiplied so that it can stand beside a number of `other` decimals, in 256 bits.
  private func magnitudeAligned(to other: Int) -> (high: UInt128, low: UInt128) {
    guard other > scale else { return (0, mantissa.magnitude) }
    return mantissa.magnitude.multipliedFullWidth(by: Self.powerOfTen(other - scale))
  }
}
