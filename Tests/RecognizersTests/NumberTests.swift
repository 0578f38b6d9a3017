// Numbers in digits and words, and where sentences end.
import Model
import Testing

@testable import Recognizers

@Suite struct NumberTests {
  @Test(arguments: [
    ("1,234.56", "1234.56", 6), ("1.234,56", "1234.56", 6), ("1 234 567", "1234567", 7), ("1'234.50", "1234.5", 6),
    ("1,00,000", "100000", 1), ("12,5", "12.5", 3), ("1.500", "1.5", 4), ("0,125", "0.125", 3), ("1,500", "1500", 2),
    ("250000", "250000", 2), ("1,234,567.891", "1234567.891", 10),
  ])
  func digitsAreReadWithTheirSeparators(_ text: String, _ value: String, _ digits: Int) throws {
    let bytes = Array(text.utf8)
    let read = bytes.withUnsafeBufferPointer { DigitNumber.value(of: $0[0..<$0.count]) }
    let number = try #require(read, "\(text) is not read")
    #expect(number.value == ExactDecimal(value), "\(text)")
    #expect(number.significantDigits == digits, "\(text)")
  }

  @Test(arguments: ["192.168.1.2", "1,2,3", "1.2.3"])
  func contradictorySeparatorsMakeNoNumber(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { DigitNumber.value(of: $0[0..<$0.count]) } == nil)
  }

  @Test(arguments: [
    ("twenty-five dollars", "25"), ("one hundred and six dollars", "106"),
    ("two thousand and two hundred dollars", "2200"),
    ("three hundred thousand dollars", "300000"), ("two and a half million dollars", "2500000"),
    ("half a billion dollars", "500000000"), ("three quarters of a million dollars", "750000"),
    ("a couple of hundred dollars", "200"), ("two dozen dollars", "24"), ("three lakh crore rupees", "3000000000000"),
    ("1 billion 43 million dollars", "1043000000"), ("6 crore and two hundred rupees", "60000200"),
    ("two point five million dollars", "2500000"), ("twelve quadrillion dollars", "12000000000000000"),
    ("1½ million dollars", "1500000"), ("nineteen hundred dollars", "1900"),
  ])
  func numberWordsAreRead(_ text: String, _ value: String) throws {
    #expect(try #require(Reader.mentions("It is " + text + ".").first).amount.lower == ExactDecimal(value), "\(text)")
  }

  @Test func numbersBeyondThirtyEightDigitsAreLeftOut() {
    let digits = String(repeating: "9", count: 60)
    #expect(Reader.mentions("It cost $\(digits) and $5.").map(\.surface) == ["$5"])
  }

  @Test(arguments: [
    ("He paid Mr. Smith Co. $5 on Jan. 3. She paid $6.", "He paid Mr. Smith Co. $5 on Jan. 3."),
    ("Did it cost $5? It did.", "Did it cost $5?"), ("It cost $5.\n\nThe end.", "It cost $5."),
    ("The U.S. gave $5 to the U.N. in May. It was spent.", "The U.S. gave $5 to the U.N. in May."),
    ("“It cost $5.” He left.", "“It cost $5.”"), ("It cost $5.50 in all. Yes.", "It cost $5.50 in all."),
  ])
  func sentencesEndWhereAReaderWouldEndThem(_ text: String, _ sentence: String) throws {
    #expect(try #require(Reader.mentions(text).first).sentence == sentence)
  }
}
