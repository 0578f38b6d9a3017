// An exact decimal number of at most 38 digits: the only kind of number money is kept in.

/// `mantissa × 10^-scale`, kept canonical: no trailing zeros in the fraction, scale 0…38.
///
/// Every operation is exact or throws; nothing passes through binary floating point.
package struct ExactDecimal: Sendable, Hashable {
  package let mantissa: Int128
  package let scale: Int

  /// What arithmetic cannot do in 38 digits.
  package enum Failure: Error, Equatable {
    /// The exact result has more than 38 digits.
    case overflow
    case divisionByZero
  }

  /// The largest mantissa: 38 nines.
  static let largestMantissa = Int128(ExactDecimal.powerOfTen(38)) - 1

  package static let zero = ExactDecimal(integer: 0)

  package init(integer: Int) {
    mantissa = Int128(integer)
    scale = 0
  }

  /// `mantissa × 10^-scale`; a negative scale multiplies. Throws `overflow` beyond 38 digits.
  package init(mantissa: Int128, scale: Int) throws(Failure) {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, Self.isMultipleOfTen(mantissa) {
      mantissa /= 10
      scale -= 1
    }
    while scale < 0 {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow else { throw .overflow }
      mantissa = product
      scale += 1
    }
    guard mantissa.magnitude <= Self.largestMantissa.magnitude, scale <= 38 else { throw .overflow }
    self.mantissa = mantissa
    self.scale = scale
  }

  package var isNegative: Bool { mantissa < 0 }
  package var isZero: Bool { mantissa == 0 }

  /// Division in 128 bits costs many times that in 64, and few amounts need it.
  private static func isMultipleOfTen(_ mantissa: Int128) -> Bool {
    if let small = Int64(exactly: mantissa) { return small % 10 == 0 }
    return mantissa % 10 == 0
  }

  /// 10^exponent for 0…38.
  static func powerOfTen(_ exponent: Int) -> UInt128 {
    var power: UInt128 = 1
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
