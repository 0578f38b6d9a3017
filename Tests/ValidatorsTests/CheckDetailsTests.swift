// What the examples of the checks cannot show: places, severities, settings, and texts with moved pieces.
import Model
import Testing

@testable import Validators

struct CheckDetailsTests {
  private func findings(
    _ check: any DocumentCheck.Type, _ marked: String, rules: RuleChoices = RuleChoices()
  ) throws -> [Finding] {
    let marked = try MarkedDocument(marked)
    return check.init(rules: rules, currencies: RuleExamplesTests.currencies)
      .findings(for: marked.document, mentions: marked.mentions.map(\.mention))
  }

  @Test func aFindingIsLocatedAndQuotes() throws {
    let found = try findings(CurrencyInForce.self, "2010: it costs {5 marks|5 DEM}")
    #expect(found.map(\.span) == [9..<16])
    #expect(found.map(\.quote) == ["5 marks"])
    #expect(found.map(\.value) == ["DEM"])
    #expect(found.map(\.expected) == ["a currency in force in 2010"])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func anErrorIsOursANoteIsNot() throws {
    #expect(try findings(RangeInverted.self, "2010: {5-3|5..3 USD}").map(\.severity) == [.error])
    #expect(try findings(MissingCurrency.self, "2010: {5|5 -}").map(\.severity) == [.note])
    #expect(try findings(SpanRoundTrip.self, "2010: it {5|5 - at=0}").map(\.severity) == [.error])
    #expect(try findings(DocumentWithoutDate.self, "undated: x").map(\.severity) == [.note])
  }

  @Test func aCurrencyInForceInOneOfItsYearsIsFine() throws {
    #expect(try findings(CurrencyInForce.self, "2010: {5 marks since 1999|5 DEM year=2003 since=1999}").isEmpty)
    #expect(try findings(CurrencyInForce.self, "2010: {5 marks|5 DEM since=2003}").count == 1)
    #expect(try findings(CurrencyInForce.self, "2010: {5 talents|5 XTL}").isEmpty)
  }

  @Test func settingsMoveTheLimits() throws {
    let low = RuleChoices(values: ["implausible-amount": ["limit": .decimal(ExactDecimal(integer: 100))]])
    #expect(try findings(ImplausibleAmount.self, "2010: {101 USD|101 USD}", rules: low).count == 1)
    #expect(try findings(ImplausibleAmount.self, "2010: {100 USD|100 USD}", rules: low).isEmpty)
    let near = RuleChoices(values: ["distant-elided-currency": ["distance": .integer(3)]])
    let text = "2010: from {5 USD|5 USD} to {6|6 USD evidence=elided basis=neighbour}"
    #expect(try findings(DistantElidedCurrency.self, text, rules: near).count == 1)
    let old = RuleChoices(values: ["year-outside-horizon": ["earliest": .integer(1000), "years-ahead": .integer(1)]])
    #expect(try findings(YearOutsideHorizon.self, "2010: {5 USD|5 USD year=1201}", rules: old).isEmpty)
    #expect(try findings(YearOutsideHorizon.self, "2010: {5 USD|5 USD year=2012}", rules: old).count == 1)
  }

  @Test func theNeighbourMayStandBehind() throws {
    let text = "2010: from {5|5 USD evidence=elided basis=neighbour} to {6 USD|6 USD}"
    #expect(try findings(DistantElidedCurrency.self, text).isEmpty)
  }

  @Test func whatIsNotPublishedIsNotJudged() throws {
    let text = "2010: {5|-5 - region=navigation basis=default}"
    for check in ValidatorCatalogue.documentChecks where check.rule.id != "mentions-outside-content" {
      #expect(try findings(check, text).isEmpty, "\(check.rule.id) judges a mention in navigation")
    }
  }

  @Test func aDocumentOfNavigationAloneIsEmpty() {
    var document = Document(
      origin: Document.Origin(sourceID: "s", path: "a.txt"), mediaType: .plain, encoding: "utf-8",
      text: Text(verbatim: Array("Home About".utf8)))
    document.regions = [Region(role: .navigation, span: 0..<10)]
    let check = EmptyDocument(rules: RuleChoices(), currencies: RuleExamplesTests.currencies)
    #expect(check.findings(for: document, mentions: []).count == 1)
  }

  @Test func spansRoundTripOverMovesInsertionsAndCutReplacements() throws {
    let marked = try MarkedDocument("2010: {12 million USD|12000000 USD}")
    let source = Text(verbatim: Array("12mil[note]lion US＄ x".utf8))
    let (text, _) = source.applying([
      .replace(2..<2, with: Array(" ".utf8), by: "r"), .move(5..<11, to: 22, by: "r"),
      .replace(16..<21, with: Array("USD!".utf8), by: "r"),
    ])
    #expect(text.string(0..<text.count).hasPrefix("12 million USD!"))
    var document = marked.document
    document.text = text
    let check = SpanRoundTrip(rules: RuleChoices(), currencies: RuleExamplesTests.currencies)
    #expect(check.findings(for: document, mentions: marked.mentions.map(\.mention)).isEmpty)
  }

  @Test func quantitiesAreFoundAgainToo() throws {
    let marked = try MarkedDocument("2010: {5 USD|5 USD} for 3 km")
    var quantity = Quantity(
      span: 10..<14, surface: "3 km", sentence: "5 USD for 3 km", sentenceSpan: 0..<14, region: .body,
      amount: Amount(point: ExactDecimal(integer: 3), significantDigits: 1), qualifier: .exact, unit: "km",
      rule: "quantities-in-units")
    let check = SpanRoundTrip(rules: RuleChoices(), currencies: RuleExamplesTests.currencies)
    #expect(check.findings(for: marked.document, quantities: [quantity]).isEmpty)
    quantity.span = 9..<13
    let found = check.findings(for: marked.document, quantities: [quantity])
    #expect(found.map(\.message) == ["surface is '3 km' but the text reads ' 3 k' at 9–13"])
    #expect(found.map(\.severity) == [.error])
  }

  @Test func withoutAnyRatesOneFindingSaysSo() throws {
    let marked = try MarkedDocument("2010: {5 marks|5 DEM year=1996}, {6 marks|6 DEM year=1997}")
    let check = RateMissing(
      rules: RuleChoices(), currencies: RuleExamplesTests.currencies, reference: ReferenceData(),
      reportingCurrency: "USD")
    let found = check.findings(for: marked.facts, mentions: marked.mentions)
    #expect(found.map(\.finding.message) == ["no rates are configured: 2 amounts stand unconverted, first '5 marks'"])
    #expect(found.map(\.finding.severity) == [.warning])
  }

  @Test func whereNothingIsToBeConvertedNoRateIsMissed() throws {
    let marked = try MarkedDocument("2010: {5 marks|5 DEM year=1951}")
    let check = RateMissing(
      rules: RuleChoices(disabled: ["annual-average-rates"]), currencies: RuleExamplesTests.currencies,
      reference: RuleExamplesTests.reference, reportingCurrency: "USD")
    #expect(check.findings(for: marked.facts, mentions: marked.mentions).isEmpty)
  }

  @Test func totalsAreCheckedOneByOne() throws {
    let check = TotalsReconcile(rules: RuleChoices())
    func messages(_ listed: String) throws -> [String] {
      check.findings(for: try ListedDataset.summary(listed)).map(\.finding.message)
    }
    #expect(
      try messages("found 1; a.txt read 2; rows mentions 2 facts 1 evidence 1 members 3") == [
        "rows of evidence are 1 but rows of mentions are 2", "members of facts are 3 but rows of mentions are 2",
      ])
    #expect(
      try messages("found 1; a.txt read 1; rows mentions 1 facts 2 evidence 1 members 1") == [
        "facts are 2 but their members only 1"
      ])
    #expect(
      try messages("found 1; b.txt duplicate of a.txt; rows") == [
        "b.txt is a duplicate of a document that was not read"
      ])
  }

  @Test func quarantinedFilesAreNamedUpToTheSetting() throws {
    let summary = try ListedDataset.summary("found 3; a quarantined 0; c quarantined 0; b quarantined 0; rows")
    let check = QuarantinedFiles(rules: RuleChoices(values: ["quarantined-files": ["named": .integer(2)]]))
    #expect(
      check.findings(for: summary).map(\.finding.message) == ["3 of 3 files are quarantined: a, b and 1 more"])
  }
}
