// Whole numbers of any length, slow and plain: the oracle for arithmetic beyond Foundation.Decimal.

struct LongNumber: Comparable, CustomStringConvertible {
  /// Decimal digits, the least first, without leading zeros.
  private var digits: [Int]

  init(_ value: UInt128) {
    digits = []
    var rest = value
    while rest > 0 {
      digits.append(Int(rest % 10))
      rest /= 10
    }
  }

  private init(digits: [Int]) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
  }

  var description: String { digits.isEmpty ? "0" : digits.reversed().map(String.init).joined() }

  func timesTen(toThe power: Int) -> LongNumber {
    LongNumber(digits: Array(repeating: 0, count: power) + digits)
  }

  static func * (left: LongNumber, right: LongNumber) -> LongNumber {
    var product = Array(repeating: 0, count: left.digits.count + right.digits.count)
    for (i, a) in left.digits.enumerated() {
      for (j, b) in right.digits.enumerated() { product[i + j] += a * b }
    }
    for place in product.indices.dropLast() {
      product[place + 1] += product[place] / 10
      product[place] %= 10
    }
    return LongNumber(digits: product)
  }

  /// The distance between two numbers.
  static func distance(_ left: LongNumber, _ right: LongNumber) -> LongNumber {
    let (large, small) = left < right ? (right, left) : (left, right)
    var digits = large.digits
    for place in digits.indices {
      if place < small.digits.count { digits[place] -= small.digits[place] }
      if digits[place] < 0 {
        digits[place] += 10
        digits[place + 1] -= 1
      }
    }
    return LongNumber(digits: digits)
  }

  static func < (left: LongNumber, right: LongNumber) -> Bool {
    if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
    for (a, b) in zip(left.digits.reversed(), right.digits.reversed()) where a != b { return a < b }
    return false
  }
}
