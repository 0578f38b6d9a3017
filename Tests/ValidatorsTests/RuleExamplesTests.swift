// Runs the examples that every check carries.
import Model
import Testing

@testable import Validators

struct RuleExamplesTests {
  private static func period(_ text: String) -> PartialDate? { PartialDate(edtf: text) }

  static let currencies = CurrencyTable([
    Currency(code: "USD", name: "US dollar", minorUnits: 2),
    Currency(code: "EUR", name: "euro", minorUnits: 2, validFrom: period("1999-01-01")),
    Currency(code: "RUB", name: "ruble", minorUnits: 2, validFrom: period("1998-01-01")),
    Currency(
      code: "DEM", name: "mark", minorUnits: 2, validFrom: period("1948-06-20"), validTo: period("2001-12-31")),
  ])

  /// Holds a rate, so that a missing one is missing alone.
  static let reference = ReferenceData(rates: [
    Rate(currency: "DEM", year: 1996, unitsPerDollar: ExactDecimal(integer: 2), source: "bank")
  ])

  static func compare(_ findings: [Finding], _ example: RuleDescription.Example, _ rule: RuleDescription) {
    let messages = findings.map(\.message).joined(separator: " / ")
    let expected = example.before == example.after ? "" : example.after
    #expect(messages == expected, "\(rule.id): \(example.before)")
    #expect(findings.allSatisfy { $0.rule == rule.id }, "\(rule.id) signs its findings with another name")
  }

  @Test(arguments: ValidatorCatalogue.documentChecks.map { $0.rule.id })
  func documentChecksFindWhatTheyShow(id: RuleID) throws {
    let check = try #require(ValidatorCatalogue.documentChecks.first { $0.rule.id == id })
    for example in check.rule.examples {
      let marked = try MarkedDocument(example.before)
      let findings = check.init(rules: RuleChoices(), currencies: Self.currencies)
        .findings(for: marked.document, mentions: marked.mentions.map(\.mention))
      Self.compare(findings, example, check.rule)
    }
  }

  @Test(arguments: ValidatorCatalogue.factChecks.map { $0.rule.id })
  func factChecksFindWhatTheyShow(id: RuleID) throws {
    let check = try #require(ValidatorCatalogue.factChecks.first { $0.rule.id == id })
    for example in check.rule.examples {
      let marked = try MarkedDocument(example.before)
      let findings = check.init(
        rules: RuleChoices(), currencies: Self.currencies, reference: Self.reference, reportingCurrency: "USD"
      ).findings(for: marked.facts, mentions: marked.mentions)
      Self.compare(findings.map(\.finding), example, check.rule)
      #expect(findings.allSatisfy { found in marked.mentions.contains { $0.id == found.mentionID } })
    }
  }

  @Test(arguments: ValidatorCatalogue.datasetChecks.map { $0.rule.id })
  func datasetChecksFindWhatTheyShow(id: RuleID) throws {
    let check = try #require(ValidatorCatalogue.datasetChecks.first { $0.rule.id == id })
    for example in check.rule.examples {
      let findings = check.init(rules: RuleChoices()).findings(for: try ListedDataset.summary(example.before))
      Self.compare(findings.map(\.finding), example, check.rule)
    }
  }

  @Test func everyCheckShowsTwoFindingsAndOneTextWithout() {
    for rule in ValidatorCatalogue.rules {
      #expect(rule.examples.count { $0.before != $0.after } >= 2, "\(rule.id) needs two examples that find something")
      #expect(rule.examples.contains { $0.before == $0.after }, "\(rule.id) needs an example that finds nothing")
      #expect(rule.stage == .validate)
    }
  }

  @Test func messagesFollowTheHouseStyle() {
    for example in ValidatorCatalogue.rules.flatMap(\.examples) where example.before != example.after {
      #expect(!example.after.hasSuffix("."), "a message ends without a full stop: \(example.after)")
      let first = example.after.prefix { $0 != " " }
      let isCapitalised = first.first?.isUppercase == true && first != first.uppercased()[...]
      #expect(!isCapitalised, "a message begins in lower case: \(example.after)")
    }
  }

  @Test func namesAreUniqueAndKebabCase() {
    let names = ValidatorCatalogue.rules.map(\.id.description)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } })
  }

  @Test func checksThatAreOffAreNotMade() {
    let all = Set(ValidatorCatalogue.rules.map(\.id))
    let off = RuleChoices(disabled: all)
    #expect(ValidatorCatalogue.documentChecks(rules: off, currencies: Self.currencies).isEmpty)
    #expect(ValidatorCatalogue.datasetChecks(rules: off).isEmpty)
    let one = RuleChoices(disabled: all.subtracting(["rate-missing"]))
    let checks = ValidatorCatalogue.factChecks(
      rules: one, currencies: Self.currencies, reference: Self.reference, reportingCurrency: "USD")
    #expect(checks.map { type(of: $0).rule.id } == ["rate-missing"])
  }
}
