// Which of several currencies is meant, what a list's hedge holds for, and what is said of amounts that are not read.
import Model
import Testing

@testable import Recognizers

@Suite struct CurrencyContextTests {
  @Test(arguments: [
    ("The share was at C$1.05, up 3 cents.", ["CAD", "CAD"], [Mention.CurrencyBasis.explicit, .neighbour]),
    ("They lent 5 million Swiss francs and 2 million francs.", ["CHF", "CHF"], [.adjective, .neighbour]),
    ("Aid went from A$5m in May to $7m in June.", ["AUD", "AUD"], [.explicit, .neighbour]),
    ("It is worth A$10m ($7m).", ["AUD", "USD"], [.explicit, .default]),
    ("The Rwandan franc fell; fuel is 1,639 francs.", ["RWF"], [.neighbour]),
    ("Nepal needs Rs 16 billion.", ["NPR"], [.neighbour]),
    ("India and Pakistan each gave Rs 5 crore.", ["INR"], [.default]),
    ("Bonia climbed 11 sen to RM2.05.", ["MYR", "MYR"], [.neighbour, .explicit]),
    ("The debt was 12 million marks.", ["DEM"], [.default]),
  ])
  func theSentenceTellsTheCurrency(_ text: String, _ codes: [Currency.Code], _ bases: [Mention.CurrencyBasis]) {
    let mentions = Reader.mentions(text)
    #expect(mentions.map(\.currency) == codes, "\(text)")
    #expect(mentions.map(\.currencyBasis) == bases, "\(text)")
  }

  @Test func theCountryOfASentenceServesTheDocument() {
    let mentions = Reader.mentions("Nepal needs Rs 16 billion. The dam alone costs Rs 4 billion.")
    #expect(mentions.map(\.currency) == ["NPR", "NPR"])
    #expect(mentions.map(\.currencyBasis) == [.neighbour, .document])
  }

  @Test func theSourcesCountryGivesWayToTheSentence() {
    #expect(Reader.mentions("Nepal needs Rs 16 billion.", country: "PAK").first?.currency == "NPR")
    #expect(Reader.mentions("They need Rs 16 billion.", country: "PAK").first?.currency == "PKR")
  }

  @Test(arguments: [
    ("They lost about $5 million, $6 million and $7 million.", [Qualifier.approximate, .approximate, .approximate]),
    ("It takes up to $40 or $50.", [.atMost, .atMost]),
    ("They gave at least $3 million, $1 million of it in May.", [.atLeast, .exact]),
    ("More than $5 million went to schools and $2 million to roads.", [.moreThan, .exact]),
    ("It cost more than the $5 million that was planned.", [.exact]),
    ("Phones sell for sub-$100 prices.", [.lessThan]), ("It took some fifty-odd dollars.", [.approximate]),
    ("Bids of £1m-plus and €5+ came.", [.atLeast, .atLeast]), ("A gap of ≥ $5m is seen.", [.atLeast]),
    ("Sales were c. £500 a day.", [.approximate]), ("A third of a million pounds is lost.", [.approximate]),
  ])
  func hedgesReachAsFarAsTheirList(_ text: String, _ expected: [Qualifier]) {
    #expect(Reader.mentions(text).map(\.qualifier) == expected, "\(text)")
  }

  @Test(arguments: [
    ("15.000 Euro and 1.437.800 Euro", ["15000", "1437800"]), ("11.499 € is much.", ["11499"]),
    ("€1.459 per litre", ["1.459"]), ("€12.500 beside €1,250.50", ["12.5", "1250.5"]), ("$12.500", ["12.5"]),
    ("Rp 50.000", ["50000"]), ("1.459 Euro, 341,44 Euro", ["1459", "341.44"]),
  ])
  func aLoneDotIsReadAsTheOthersAreWritten(_ text: String, _ expected: [String]) {
    #expect(Reader.mentions(text).map { $0.amount.lower?.description ?? "" } == expected, "\(text)")
  }

  @Test(arguments: [
    ("It cost $1O million.", "$1O"), ("It cost £l00 in all.", "£l00"), ("A loan of €2O,OOO was signed.", "€2O,OOO"),
  ])
  func lettersInThePlaceOfDigitsAreSaid(_ text: String, _ quote: String) {
    var findings: [Finding] = []
    let document = Document(
      origin: .init(sourceID: "test", path: "test.txt"), mediaType: .plain, encoding: "utf-8",
      text: Text(verbatim: Array(text.utf8)))
    #expect(Recognizer(rules: RuleChoices()).mentions(in: document) { findings.append($0) }.isEmpty, "\(text)")
    #expect(findings.map(\.quote) == [quote], "\(text)")
  }
}
