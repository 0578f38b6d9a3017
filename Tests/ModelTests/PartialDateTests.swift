// Partial dates: what EDTF level 0 allows and nothing else, and their order.
import Testing

@testable import Model

struct PartialDateTests {
  @Test func readsAndWritesWhatTheSourceGives() {
    for text in ["2010", "0999", "2010-07", "2010-12-31", "2012-02-29", "2000-02-29", "0001-01-01"] {
      #expect(PartialDate(edtf: text)?.description == text)
    }
  }

  @Test func readsNothingElse() {
    let texts = [
      "", "10", "20100", "0000", "2010-7", "2010-00", "2010-13", "2010-07-00", "2010-04-31", "2011-02-29", "1900-02-29",
      "2010-07-14T00", "2010-07-14-01", "2010/07", "-2010", "2010-", "2010--1", "٢٠١٠", "20 0", "2010-+1",
    ]
    for text in texts { #expect(PartialDate(edtf: text) == nil, "\(text) is no EDTF date of level 0") }
  }

  @Test func aDayNeedsItsMonth() {
    #expect(PartialDate(year: 2010, day: 3) == nil)
    #expect(PartialDate(year: 2010, month: 3, day: 3)?.description == "2010-03-03")
  }

  @Test func theLessPreciseComesFirst() throws {
    let sorted = try ["2009-12-31", "2010", "2010-01", "2010-01-01", "2010-01-02", "2010-02", "2011"].map {
      try #require(PartialDate(edtf: $0))
    }
    for (i, left) in sorted.enumerated() {
      for (j, right) in sorted.enumerated() { #expect((left < right) == (i < j), "\(left) < \(right)") }
    }
  }
}
