// Exact decimals: notation, order and arithmetic at the edges of 38 digits.
import Testing

@testable import Model

struct ExactDecimalTests {
  private let most = String(repeating: "9", count: 38)

  private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text), "\(text)") }

  @Test func readsPlainNotationAndWritesItCanonically() {
    let cases = [
      ("0", "0"), ("-0", "0"), ("0.00", "0"), ("007", "7"), ("12.50", "12.5"), ("-0.30", "-0.3"), ("1000", "1000"),
      ("0.1", "0.1"), ("10.01", "10.01"), (most, most), ("-\(most)", "-\(most)"),
      ("0." + String(repeating: "0", count: 37) + "1", "0." + String(repeating: "0", count: 37) + "1"),
    ]
    for (text, expected) in cases { #expect(ExactDecimal(text)?.description == expected, "\(text)") }
  }

  @Test func readsNothingElse() {
    let texts = [
      "", "-", "+1", ".", "1.", ".5", "1.2.3", "1e5", "12abc", " 1", "1 ", "1,000", "--1", "1-", "٣", "½", "NaN",
      "1" + most,
      "0." + String(repeating: "0", count: 38) + "1",
    ]
    for text in texts { #expect(ExactDecimal(text) == nil, "\(text) is no plain decimal of 38 digits") }
  }

  @Test func halvesGoToTheEvenNeighbour() throws {
    for (text, expected) in [
      ("0.125", "0.12"), ("0.135", "0.14"), ("-0.125", "-0.12"), ("-0.135", "-0.14"), ("0.1251", "0.13"),
      ("0.1249", "0.12"), ("0.005", "0"), ("0.015", "0.02"), ("7", "7"), ("1.999", "2"),
    ] {
      #expect(try decimal(text).rounded(decimals: 2).description == expected, "\(text) to 2 places")
    }
  }

  @Test func overflowIsThrownAndNeverWraps() throws {
    let most = try decimal(most)
    let one = ExactDecimal(integer: 1)
    #expect(throws: ExactDecimal.Failure.overflow) { try most.adding(one) }
    #expect(throws: ExactDecimal.Failure.overflow) { try (-most).adding(-one) }
    #expect(throws: ExactDecimal.Failure.overflow) { try most.multiplied(by: ExactDecimal(integer: 2)) }
    #expect(throws: ExactDecimal.Failure.overflow) { try most.scaled(byPowerOfTen: 1) }
    #expect(throws: ExactDecimal.Failure.overflow) { try one.scaled(byPowerOfTen: -39) }
    #expect(throws: ExactDecimal.Failure.overflow) { try one.scaled(byPowerOfTen: 38) }
    #expect(throws: ExactDecimal.Failure.overflow) { try most.multiplied(by: one, dividedBy: one, decimals: 1) }
    #expect(throws: ExactDecimal.Failure.divisionByZero) {
      try one.multiplied(by: one, dividedBy: .zero, decimals: 2)
    }
    #expect(try most.adding(-most) == .zero)
    #expect(try most.multiplied(by: most, dividedBy: most, decimals: 0) == most)
  }

  @Test func whatFitsIsNotRefused() throws {
    // Between them these need more than 38 digits on the way, but not in the end.
    let large = try decimal("18" + String(repeating: "0", count: 35))
    let other = try decimal("-9" + String(repeating: "0", count: 34) + "9.01")
    #expect(try large.adding(other).description == "899999999999999999999999999999999990.99")
    let half = try decimal("5" + String(repeating: "0", count: 18) + ".5")
    let even = try decimal("2" + String(repeating: "0", count: 16) + ".2")
    #expect(try half.multiplied(by: even).description == "100000000000000001010000000000000000.1")
    let tiny = try decimal("0." + String(repeating: "0", count: 37) + "1")
    #expect(try tiny.multiplied(by: tiny, dividedBy: ExactDecimal(integer: 3), decimals: 2) == .zero)
  }

  @Test func orderIsThatOfTheNumbers() throws {
    let sorted = try [
      "-\(most)", "-10", "-9.99", "-0.1", "-0.01", "0", "0.01", "0.1", "1", "1.0000000000000000000000000000000000001",
      "9.99",
      "10", most,
    ].map(decimal)
    for (i, left) in sorted.enumerated() {
      for (j, right) in sorted.enumerated() {
        #expect((left < right) == (i < j), "\(left) < \(right)")
        #expect((left == right) == (i == j), "\(left) == \(right)")
      }
    }
  }
}
