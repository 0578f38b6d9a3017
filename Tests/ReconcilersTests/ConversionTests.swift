// What a conversion names, how it rounds, and where it stays empty.
import Model
import Testing

@testable import Reconcilers

struct ConversionTests {
  private func reconciler(
    to target: Currency.Code = "USD", rates: [Rate] = [], redenominations: [Redenomination] = [],
    rules: RuleChoices = RuleChoices()
  ) -> Reconciler {
    Reconciler(
      reportingCurrency: target, constantBaseYear: nil,
      reference: ReferenceData(rates: rates, redenominations: redenominations), currencies: .sample, rules: rules)
  }

  private func rate(_ currency: Currency.Code, _ year: Int, _ units: ExactDecimal) -> Rate {
    Rate(currency: currency, year: year, unitsPerDollar: units, source: "bank of \(currency)")
  }

  private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

  private func conversion(
    of mention: IdentifiedMention, by reconciler: Reconciler, date: PartialDate? = nil,
    basis: Document.DateBasis? = nil
  ) -> Conversion? {
    var mentions = [mention]
    var known = KnownRates()
    reconciler.convert(&mentions, date: date, dateBasis: basis, known: &known)
    return mentions.first?.conversion
  }

  @Test func theLastStatedYearDecides() {
    let rates = [rate("JPY", 2004, ExactDecimal(integer: 100)), rate("JPY", 2005, ExactDecimal(integer: 200))]
    let found = conversion(of: .point("m1-a", 1000, "JPY", years: 2004...2005), by: reconciler(rates: rates))
    #expect(found?.lower == ExactDecimal(integer: 5))
    #expect(found?.ratePeriod == 2005)
    #expect(found?.periodBasis == .stated)
    #expect(found?.rateSource == "bank of JPY")
    #expect(found?.rate == ExactDecimal(integer: 200))
  }

  @Test func withoutAStatedYearTheDocumentDecides() {
    let reconciler = reconciler(rates: [rate("JPY", 2004, ExactDecimal(integer: 100))])
    let date = PartialDate(year: 2004, month: 7)
    let bases: [(Document.DateBasis, Conversion.PeriodBasis)] = [
      (.printed, .documentPrinted), (.inferred, .documentInferred), (.metadata, .sourceMetadata),
      (.url, .sourceMetadata), (.configured, .sourceMetadata),
    ]
    for (basis, expected) in bases {
      let found = conversion(of: .point("m1-a", 1000, "JPY"), by: reconciler, date: date, basis: basis)
      #expect(found?.periodBasis == expected, "date basis \(basis)")
      #expect(found?.lower == ExactDecimal(integer: 10))
    }
  }

  @Test func aYearThatIsPointedToKeepsItsBasis() {
    let reconciler = reconciler(rates: [rate("JPY", 2004, ExactDecimal(integer: 100))])
    var mention = IdentifiedMention.point("m1-a", 1000, "JPY", years: 2004...2004)
    mention.mention.yearBasis = .antecedent
    #expect(conversion(of: mention, by: reconciler)?.periodBasis == .antecedent)
    mention.mention.yearBasis = .document
    let date = PartialDate(year: 2005, month: 2)
    #expect(conversion(of: mention, by: reconciler, date: date, basis: .printed)?.periodBasis == .documentPrinted)
    #expect(conversion(of: mention, by: reconciler, date: date, basis: .printed)?.ratePeriod == 2004)
  }

  @Test func withoutAnyYearNothingIsConverted() {
    #expect(conversion(of: .point("m1-a", 1000, "USD"), by: reconciler()) == nil)
  }

  @Test func withoutACurrencyOrABoundNothingIsConverted() {
    #expect(conversion(of: .point("m1-a", 1000, nil, years: 2004...2004), by: reconciler()) == nil)
    let indefinite = IdentifiedMention.sample("m1-a", nil, nil, "USD", years: 2004...2004)
    #expect(conversion(of: indefinite, by: reconciler()) == nil)
  }

  @Test func theReportingCurrencyIsItsOwnIdentity() {
    let found = conversion(of: .point("m1-a", 1000, "USD", years: 2004...2004), by: reconciler())
    #expect(found?.lower == ExactDecimal(integer: 1000))
    #expect(found?.rate == ExactDecimal(integer: 1))
    #expect(found?.rateSource == "identity")
  }

  @Test func theReportingCurrencyNeedsNoRate() {
    let found = conversion(of: .point("m1-a", 1000, "JPY", years: 2030...2030), by: reconciler(to: "JPY"))
    #expect(found?.lower == ExactDecimal(integer: 1000))
    #expect(found?.rateSource == "identity")
  }

  @Test func anOpenBoundStaysOpen() {
    let mention = IdentifiedMention.sample(
      "m1-a", ExactDecimal(integer: 1000), nil, "JPY", qualifier: .moreThan, years: 2004...2004)
    let found = conversion(of: mention, by: reconciler(rates: [rate("JPY", 2004, ExactDecimal(integer: 100))]))
    #expect(found?.lower == ExactDecimal(integer: 10))
    #expect(found?.upper == nil)
  }

  @Test func aCrossRateIsDividedOnceAndRoundedToTheTargetsMinorUnit() throws {
    let rates = [rate("JPY", 2004, try decimal("108.1925")), rate("RUB", 2004, try decimal("28.8137"))]
    let found = conversion(
      of: .point("m1-a", 1000, "RUB", years: 2004...2004), by: reconciler(to: "JPY", rates: rates))
    // 1000 × 108.1925 ÷ 28.8137 = 3754.897…
    #expect(found?.lower == ExactDecimal(integer: 3755))
    #expect(found?.rate == (try decimal("0.266318829863")))
    #expect(found?.rateSource == "bank of RUB; bank of JPY")
  }

  @Test func halvesGoToTheEvenCent() throws {
    let reconciler = reconciler(rates: [rate("JPY", 2004, ExactDecimal(integer: 8))])
    for (yen, dollars) in [(1, "0.12"), (3, "0.38"), (-1, "-0.12"), (5, "0.62")] {
      let found = conversion(of: .point("m1-a", yen, "JPY", years: 2004...2004), by: reconciler)
      #expect(found?.lower == (try decimal(dollars)), "\(yen) JPY at 8 JPY per USD")
    }
  }

  @Test func anOverflowLeavesBothBoundsEmptyButNamesTheRate() throws {
    let most = try decimal(String(repeating: "9", count: 38))
    let mention = IdentifiedMention.sample("m1-a", ExactDecimal(integer: 1), most, "JPY", years: 2004...2004)
    let found = conversion(of: mention, by: reconciler(rates: [rate("JPY", 2004, ExactDecimal(integer: 100))]))
    let small = try decimal("0.001")
    let overflowing = conversion(of: mention, by: reconciler(rates: [rate("JPY", 2004, small)]))
    #expect(found?.upper == (try decimal(String(repeating: "9", count: 36) + ".99")))
    #expect(overflowing?.lower == nil)
    #expect(overflowing?.upper == nil)
    #expect(overflowing?.rate == small)
  }

  @Test func aRateOfZeroIsNoRate() {
    let mention = IdentifiedMention.point("m1-a", 1, "JPY", years: 2004...2004)
    #expect(conversion(of: mention, by: reconciler(rates: [rate("JPY", 2004, .zero)])) == nil)
    #expect(
      conversion(
        of: .point("m1-a", 1, "USD", years: 2004...2004), by: reconciler(to: "JPY", rates: [rate("JPY", 2004, .zero)]))
        == nil)
  }

  @Test func rulesThatAreOffDoNotAct() throws {
    let law = Redenomination(
      from: "RUR", to: "RUB", factor: ExactDecimal(integer: 1000), date: try #require(PartialDate(edtf: "1998-01-01")),
      source: "law")
    let rates = [rate("RUB", 1997, ExactDecimal(integer: 5))]
    let mention = IdentifiedMention.point("m1-a", 5000, "RUB", years: 1997...1997)
    let all = conversion(of: mention, by: reconciler(rates: rates, redenominations: [law]))
    let plain = conversion(
      of: mention,
      by: reconciler(rates: rates, redenominations: [law], rules: RuleChoices(disabled: ["historic-currencies"])))
    let none = conversion(
      of: mention, by: reconciler(rates: rates, rules: RuleChoices(disabled: ["annual-average-rates"])))
    #expect(all?.lower == ExactDecimal(integer: 1))
    #expect(all?.rate == ExactDecimal(integer: 5000))
    #expect(all?.rateSource == "bank of RUB; law")
    #expect(plain?.lower == ExactDecimal(integer: 1000))
    #expect(none == nil)
  }
}
