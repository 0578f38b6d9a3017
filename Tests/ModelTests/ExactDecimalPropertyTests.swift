// Thousands of generated numbers against two oracles: Foundation.Decimal, and long multiplication by hand.
import Foundation
import TestSupport
import Testing

@testable import Model

struct ExactDecimalPropertyTests {
  /// A number of up to `digits` digits with a point somewhere.
  private func random(_ digits: Int, using generator: inout SeededGenerator) throws -> ExactDecimal {
    let count = Int.random(in: 1...digits, using: &generator)
    let mantissa = (0..<count).reduce(Int128(0)) { value, _ in
      value * 10 + Int128(Int.random(in: 0...9, using: &generator))
    }
    let scale = Int.random(in: 0...count, using: &generator)
    return try ExactDecimal(mantissa: Bool.random(using: &generator) ? mantissa : -mantissa, scale: scale)
  }

  private func oracle(_ value: ExactDecimal) throws -> Decimal {
    try #require(Decimal(string: value.description), "\(value)")
  }

  @Test func agreesWithFoundationOnSumsProductsOrderAndText() throws {
    var generator = SeededGenerator(seed: 1)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let (a, b) = (try random(18, using: &generator), try random(18, using: &generator))
      let (x, y) = (try oracle(a), try oracle(b))
      if try a.adding(b).description != "\(x + y)" { wrong.append("\(a) + \(b)") }
      if try a.multiplied(by: b).description != "\(x * y)" { wrong.append("\(a) × \(b)") }
      if (a < b) != (x < y) { wrong.append("\(a) < \(b)") }
      if ExactDecimal(a.description) != a { wrong.append("text of \(a)") }
    }
    #expect(wrong.isEmpty, "differs from Foundation.Decimal: \(wrong.prefix(5))")
  }

  @Test func agreesWithFoundationOnRounding() throws {
    var generator = SeededGenerator(seed: 2)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let value = try random(30, using: &generator)
      let decimals = Int.random(in: 0...12, using: &generator)
      var exact = try oracle(value)
      var expected = Decimal()
      NSDecimalRound(&expected, &exact, decimals, .bankers)
      if try value.rounded(decimals: decimals).description != "\(expected)" { wrong.append("\(value) to \(decimals)") }
    }
    #expect(wrong.isEmpty, "differs from Foundation.Decimal: \(wrong.prefix(5))")
  }

  @Test func divisionIsTheNearestAndOfTwoTheEven() throws {
    var generator = SeededGenerator(seed: 3)
    var wrong: [String] = []
    var overflows = 0
    for round in 0..<3_000 {
      let digits = round % 2 == 0 ? 16 : 38
      let a = try random(digits, using: &generator)
      let b = try random(digits, using: &generator)
      let c = try random(digits, using: &generator)
      guard !c.isZero else { continue }
      let decimals = Int.random(in: 0...8, using: &generator)
      guard let q = try? a.multiplied(by: b, dividedBy: c, decimals: decimals) else {
        overflows += 1
        if fits(a, b, c, decimals) { wrong.append("overflow of \(a) × \(b) ÷ \(c) to \(decimals)") }
        continue
      }
      if !isNearest(q, a, b, c, decimals) { wrong.append("\(a) × \(b) ÷ \(c) to \(decimals) is not \(q)") }
    }
    #expect(wrong.isEmpty, "not the nearest: \(wrong.prefix(5))")
    #expect(overflows < 1_500, "most of the cases must divide")
  }

  /// Dividend and divisor of `a × b ÷ c` in units of the last decimal, as whole numbers.
  private func fraction(
    _ a: ExactDecimal, _ b: ExactDecimal, _ c: ExactDecimal, _ decimals: Int
  ) -> (LongNumber, LongNumber) {
    let power = decimals - a.scale - b.scale + c.scale
    let dividend = LongNumber(a.mantissa.magnitude) * LongNumber(b.mantissa.magnitude)
    return (
      dividend.timesTen(toThe: max(power, 0)), LongNumber(c.mantissa.magnitude).timesTen(toThe: max(-power, 0))
    )
  }

  private func isNearest(
    _ q: ExactDecimal, _ a: ExactDecimal, _ b: ExactDecimal, _ c: ExactDecimal, _ decimals: Int
  ) -> Bool {
    let (dividend, divisor) = fraction(a, b, c, decimals)
    let units = LongNumber(q.mantissa.magnitude).timesTen(toThe: decimals - q.scale)
    let twice = LongNumber.distance(units * divisor, dividend) * LongNumber(2)
    let isSignRight = q.isZero || q.isNegative == ((a.isNegative != b.isNegative) != c.isNegative)
    let isEven = q.scale < decimals || q.mantissa % 2 == 0
    return isSignRight && (twice < divisor || (twice == divisor && isEven))
  }

  /// Whether the quotient, in units of the last decimal, is certainly below 10^38.
  private func fits(_ a: ExactDecimal, _ b: ExactDecimal, _ c: ExactDecimal, _ decimals: Int) -> Bool {
    let (dividend, divisor) = fraction(a, b, c, decimals)
    return dividend < (divisor * LongNumber(9)).timesTen(toThe: 37)
  }
}
