// Chains of redenominations, and where they must break off.
import Model
import Testing

@testable import Reconcilers

struct HistoricCurrenciesTests {
  private func historic(_ rates: [(Currency.Code, Int, String)], from: [(Currency.Code, Int)]) throws
    -> HistoricCurrencies
  {
    let steps: [(Currency.Code, Currency.Code, String, String)] = [
      ("BYB", "BYR", "1000", "2000-01-01"), ("BYR", "BYN", "10000", "2016-07-01"),
      ("CSK", "CZK", "1", "1993-02-08"), ("CSK", "SKK", "1", "1993-02-08"), ("SKK", "EUR", "30.126", "2009-01-01"),
      ("DEM", "EUR", "1.95583", "1999-01-01"), ("FRF", "EUR", "6.55957", "1999-01-01"),
      ("ROL", "RON", "10000", "2005-07-01"), ("AAA", "BBB", "2", "1990-01-01"), ("BBB", "AAA", "3", "1991-01-01"),
    ]
    let reference = ReferenceData(
      rates: try rates.map {
        Rate(currency: $0.0, year: $0.1, unitsPerDollar: try #require(ExactDecimal($0.2)), source: "bank")
      },
      redenominations: try steps.map {
        Redenomination(
          from: $0.0, to: $0.1, factor: try #require(ExactDecimal($0.2)), date: try #require(PartialDate(edtf: $0.3)),
          source: "law")
      })
    let currencies = from.map {
      Currency(code: $0.0, name: "", minorUnits: 2, validFrom: PartialDate(year: $0.1))
    }
    return HistoricCurrencies(reference: reference, currencies: CurrencyTable(currencies), isEnabled: true)
  }

  private func units(_ rate: UnitRate?) -> String? { rate.map { "\($0.unitsPerDollar)" } }

  @Test func aChainOfTwoReachesTheTableCastBack() throws {
    let historic = try historic([("BYN", 1996, "0.0015")], from: [("BYB", 1992), ("BYR", 2000), ("BYN", 2016)])
    #expect(units(historic.rate("BYN", year: 1996)) == "15000")
    #expect(historic.rate("BYN", year: 1996)?.currency == "BYB")
    #expect(units(historic.rate("BYB", year: 1996)) == "15000")
  }

  @Test func theYearOfTheChangeKeepsItsOwnRates() throws {
    let historic = try historic(
      [("ROL", 2005, "29137"), ("RON", 2005, "2.9137"), ("RON", 2006, "2.8")], from: [("RON", 2005)])
    #expect(units(historic.rate("ROL", year: 2005)) == "29137")
    #expect(units(historic.rate("RON", year: 2005)) == "2.9137")
    #expect(units(historic.rate("ROL", year: 2006)) == "28000")
  }

  @Test func aFixedFactorOutlivesTheMarket() throws {
    let historic = try historic(
      [("DEM", 1998, "1.76"), ("DEM", 2005, "9"), ("EUR", 2005, "0.8")], from: [("EUR", 1999)])
    #expect(units(historic.rate("DEM", year: 1998)) == "1.76")
    #expect(units(historic.rate("DEM", year: 2005)) == "1.564664")
  }

  @Test func aUnitWithManyPredecessorsIsNotGuessed() throws {
    let historic = try historic([("DEM", 1995, "1.43"), ("FRF", 1995, "5")], from: [("EUR", 1999)])
    #expect(historic.rate("EUR", year: 1995) == nil)
  }

  @Test func aLivingSuccessorIsNoMeasureOfTheYearsBefore() throws {
    // The koruna floated against the euro until 2009.
    let historic = try historic([("EUR", 2004, "0.8")], from: [("EUR", 1999), ("SKK", 1993)])
    #expect(historic.rate("SKK", year: 2004) == nil)
    #expect(units(historic.rate("SKK", year: 2004)) == nil)
  }

  @Test func aCircleInTheDataEnds() throws {
    let historic = try historic([], from: [("AAA", 1990), ("BBB", 1990)])
    #expect(historic.rate("AAA", year: 2000) == nil)
    #expect(historic.rate("AAA", year: 1980) == nil)
  }
}
