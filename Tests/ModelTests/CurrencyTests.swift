// Currency codes and their periods.
import Testing

@testable import Model

struct CurrencyTests {
  @Test func aCodeIsThreeCapitalLetters() {
    for text in ["AAA", "USD", "ZZZ", "XBT"] { #expect(Currency.Code(text)?.description == text) }
    for text in ["", "US", "USDT", "usd", "U$D", "US1", "ÜSD", "US ", "ＵＳＤ"] {
      #expect(Currency.Code(text) == nil, "\(text)")
    }
    #expect(Currency.Code(bytes: Array("xEURx".utf8)[1..<4]) == Currency.Code("EUR"))
  }

  @Test func codesAreOrderedAsTheirLetters() {
    let sorted: [Currency.Code] = ["AED", "AEE", "AFA", "BAA", "USD", "USE", "ZAR"]
    #expect(sorted.shuffled().sorted() == sorted)
  }

  @Test func isInForceFromItsFirstYearToItsLast() {
    let mark = Currency(
      code: "DEM", name: "mark", minorUnits: 2, validFrom: PartialDate(year: 1948, month: 6, day: 20),
      validTo: PartialDate(year: 2001, month: 12, day: 31))
    for (year, expected) in [(1947, false), (1948, true), (1990, true), (2001, true), (2002, false)] {
      #expect(mark.isInForce(year: year) == expected, "DEM in \(year)")
    }
    #expect(Currency(code: "USD", name: "dollar", minorUnits: 2).isInForce(year: 1))
  }

  @Test func theFirstRowOfACodeStands() {
    let table = CurrencyTable([
      Currency(code: "USD", name: "one", minorUnits: 2), Currency(code: "USD", name: "two", minorUnits: 0),
      Currency(code: "EUR", name: "euro", minorUnits: 2),
    ])
    #expect(table["USD"]?.name == "one")
    #expect(table["XXX"] == nil)
    #expect(table.codes == ["EUR", "USD"])
  }
}
