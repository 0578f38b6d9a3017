// Quantities other than money: rules, corpus, hostile texts and what belongs to money.
import Model
import TestSupport
import Testing

@testable import Recognizers

@Suite struct QuantityTests {
  @Test(arguments: QuantityReader.rules.map(\.id.description))
  func readsItsExamples(_ id: String) throws {
    let rule = try #require(QuantityReader.rules.first { $0.id.description == id })
    for example in rule.examples {
      let expected = example.before == example.after ? "" : example.after
      #expect(QuantityReader.readings(example.before) == expected, "rule \(id) on: \(example.before)")
    }
  }

  @Test func tiesAreDecidedBySpecificity() {
    let ranks = RecognizerCatalogue.quantityRules.map { $0.specificity }
    #expect(Set(ranks).count == ranks.count, "two rules share a specificity, so that file order would decide a tie")
  }

  @Test func lexiconHasNoFaults() { #expect(ReferenceTables.quantityLexicon.faults == []) }

  @Test(arguments: [
    ("They paid 5 million dollars over five years.", ["five years"]), ("Rent is $3 a day.", []),
    ("It cost £4 million in 2008 for 12 bridges.", ["12 bridges"]),
    ("He earns €9 per hour, 40 hours a week.", ["40 hours"]),
  ])
  func whatBelongsToMoneyIsNoQuantity(_ text: String, _ expected: [String]) {
    #expect(QuantityReader.quantities(text).map(\.surface) == expected, "\(text)")
  }

  @Test(arguments: [
    ("They need over 30 tons.", Qualifier.moreThan), ("Nearly half an hour passed.", .approximate),
    ("At least the next 50 years are safe.", .atLeast), ("In the past 12-13 years it grew.", .range),
    ("Up to 300 people came.", .atMost), ("It fell over the past two years.", .exact),
    ("It has been in the works for over two years.", .moreThan), ("It was paid over five years.", .exact),
    ("The sub-300 km race is new.", .lessThan), ("Hundreds of people came.", .indefinite),
    ("He wrote about the 12 men.", .exact), ("Fewer than ten houses stand.", .lessThan),
    ("It took ten days or more.", .atLeast), ("Some 40 percent agreed.", .approximate),
  ])
  func hedgesSetTheQualifier(_ text: String, _ expected: Qualifier) throws {
    let quantity = try #require(QuantityReader.quantities(text).first, "nothing read in: \(text)")
    #expect(quantity.qualifier == expected, "\(text)")
  }

  @Test func thingsAreCountedInEnglishOnly() {
    #expect(QuantityReader.readings("Il a duré 5 jours et 30 km.", language: nil) == "30 km = 30 km")
    #expect(QuantityReader.readings("Er sah 30 Radios und 5 km.", language: "de") == "5 km = 5 km")
    #expect(QuantityReader.readings("Он прошёл 15 км за 3 часа.", language: "ru") == "15 км = 15 km; 3 часа = 3 hour")
    #expect(QuantityReader.readings("They saw 30 radios of the town.", language: nil) == "30 radios = 30 radio")
  }

  @Test func spansHoldTheirSurfacesInRandomText() {
    var generator = SeededGenerator(seed: 0x9A17)
    let parts = [
      "5", "12", "1,000", "2005", ".", ",", " ", " ", "-", "–", "—", "million", "m", "t", "km", "km2", "%", "°C",
      "years",
      "month", "old", "strong", "contingent", "people", "soldiers", "and", "or", "to", "between", "half", "a", "an",
      "of", "the", "two", "hundreds", "'s", "’s", "country", "budgets", "over", "more than", "minus", "sub", "1/2", "½",
      "\n", "\n\n", "(", ")", "é", "🙂", "MiG", "29", "s", "No", "page", "May", "$", "dollars", "лет", "三", "公里",
    ]
    for round in 0..<2_000 {
      let count = Int.random(in: 1..<24, using: &generator)
      let text = (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }
        .joined(separator: round % 2 == 0 ? " " : "")
      let bytes = Array(text.utf8)
      var last = 0
      for quantity in QuantityReader.quantities(text) {
        #expect(String(decoding: bytes[quantity.span], as: UTF8.self) == quantity.surface, "\(text)")
        #expect(quantity.span.lowerBound >= last, "quantities overlap in: \(text)")
        if let lower = quantity.amount.lower, let upper = quantity.amount.upper { #expect(lower <= upper, "\(text)") }
        #expect(!quantity.unit.isEmpty, "\(text)")
        last = quantity.span.upperBound
      }
    }
  }

  @Test(arguments: [
    String(repeating: "5 ", count: 40_000), String(repeating: "5-", count: 40_000),
    String(repeating: "two or ", count: 20_000), String(repeating: "5 km and ", count: 20_000),
    String(repeating: "5 years 3 months ", count: 10_000), "5 " + String(repeating: "operations ", count: 20_000),
    String(repeating: "5% ", count: 40_000), String(repeating: "a year and ", count: 20_000),
    String(repeating: "1/2 ", count: 20_000), "5" + String(repeating: "9", count: 100_000) + " km",
  ])
  func monotonousTextEndsSoon(_ text: String) {
    _ = QuantityReader.quantities(text)
  }
}

/// Reads a sentence and writes what was found as examples do: `surface = value unit`, `a..b`, `>= a`, `<= b`.
enum QuantityReader {
  static let rules = RecognizerCatalogue.quantityRules.map { $0.rule } + [QuantitiesElided.rule]
  private static let money = Recognizer(rules: RuleChoices())
  private static let recognizer = QuantityRecognizer(rules: RuleChoices())

  static func quantities(_ text: String, language: String? = "en") -> [Quantity] {
    let document = Document(
      origin: .init(sourceID: "test", path: "test.txt", language: language), mediaType: .plain, encoding: "utf-8",
      text: Text(verbatim: Array(text.utf8)))
    return recognizer.quantities(in: document, beside: money.mentions(in: document))
  }

  static func readings(_ text: String, language: String? = "en") -> String {
    quantities(text, language: language)
      .map { "\($0.surface) \(Reader.bounds($0.amount)) \($0.unit)" }.joined(separator: "; ")
  }
}
