// Rates, deflators and redenominations from their files, and what wrong ones are answered with.
import Model
import Testing

@testable import Pipeline

@Suite struct ConfigurationReferenceTests {
  private static let written = """
    {"sources": [{"id": "a", "folder": "."}],
     "reference": {"rates": "r.csv", "deflators": "d.csv", "redenominations": "n.csv"}}
    """
  private static let good = [
    "r.csv": "currency,year,units_per_usd,source\nKES,2012,84.5,\"Bank, central\"\n",
    "d.csv": "area,year,index,base,source\nUSA,2012,95.1,2017,BEA\n",
    "n.csv": "from,to,factor,date,source\nZMK,ZMW,1000,2013-01-01,BoZ\n",
  ]

  @Test func everyTableIsRead() throws {
    let reference = try ConfigurationFolder(Self.good).plan(Self.written).reference
    #expect(reference.rate("KES", year: 2012)?.unitsPerDollar == ExactDecimal("84.5"))
    #expect(reference.rate("KES", year: 2012)?.source == "Bank, central")
    #expect(reference.deflator("USA", year: 2012)?.index == ExactDecimal("95.1"))
    #expect(reference.redenominations.map(\.to) == ["ZMW"])
  }

  @Test func tablesAtTheStandardPlaceAreFound() throws {
    let folder = try ConfigurationFolder(["seeds/rates/annual.csv": Self.good["r.csv"] ?? ""])
    let plan = try folder.plan(#"{"sources": [{"id": "a", "folder": "."}]}"#)
    #expect(plan.reference.rate("KES", year: 2012) != nil)
  }

  @Test func aChangedTableChangesTheFingerprint() throws {
    let folder = try ConfigurationFolder(Self.good)
    let before = try folder.plan(Self.written).fingerprint
    try folder.write("currency,year,units_per_usd,source\nKES,2012,84.6,X\n", to: "r.csv")
    #expect(try folder.plan(Self.written).fingerprint != before)
  }

  @Test func wrongRowsAreLocated() throws {
    let header = "currency,year,units_per_usd,source\nEUR,2012,0.8,ECB\n"
    let cases: [(rows: String, told: String)] = [
      (
        header + "kes,2012,84,X\n",
        #"unusable value in r.csv at line 3, column currency: found "kes", expected an ISO 4217 code such as USD"#
      ),
      (
        header + "KES,12,84,X\n",
        #"unusable value in r.csv at line 3, column year: found "12", expected a year of four digits"#
      ),
      (
        header + "KES,2012,-84,X\n",
        #"unusable value in r.csv at line 3, column units_per_usd: found "-84", expected a decimal number above zero"#
      ),
      (
        header + "KES,2012,84,\n",
        #"unusable value in r.csv at line 3, column source: found "", expected a text that is not empty"#
      ),
      (header + "KES,2012,84\n", "broken row in r.csv at line 3: found 3 values, expected 4"),
      (
        header + "EUR,2012,0.9,X\n",
        "repeated row in r.csv at line 3: found EUR 2012 a second time, expected it once"
      ),
      (
        "currency,year,units_per_us,source\n",
        "missing column units_per_usd in r.csv at line 1: found currency,year,units_per_us,source, expected currency,year,units_per_usd,source"
      ),
    ]
    for (rows, told) in cases {
      var files = Self.good
      files["r.csv"] = rows
      #expect(try ConfigurationFolder(files).refusal(Self.written)?.description == told)
    }
  }
}
