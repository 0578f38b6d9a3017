// Every rule reads its own examples, and nothing where it must not.
import Model
import Testing

@testable import Recognizers

@Suite struct RuleExamples {
  /// The rules of quantities are tried by `QuantityTests`.
  private static let rules = RecognizerCatalogue.rules.filter { rule in
    !QuantityReader.rules.contains { $0.id == rule.id }
  }

  @Test(arguments: rules.map(\.id.description))
  func readsItsExamples(_ id: String) throws {
    let rule = try #require(Self.rules.first { $0.id.description == id })
    for example in rule.examples {
      let expected = example.before == example.after ? "" : example.after
      let role: Region.Role = rule.id == TableCells.rule.id ? .table : .body
      #expect(Reader.readings(example.before, in: role) == expected, "rule \(id) on: \(example.before)")
    }
  }

  @Test func hasExamplesThatActAndOneThatMustNot() {
    for rule in RecognizerCatalogue.rules {
      let acting = rule.examples.filter { $0.before != $0.after }
      #expect(acting.count >= 2, "\(rule.id) has \(acting.count) acting examples, expected at least 2")
      #expect(rule.examples.count >= 2, "\(rule.id) has no example it must leave alone or that shows a limit")
    }
  }

  @Test func tiesAreDecidedBySpecificity() {
    let ranks = RecognizerCatalogue.amountRules.map { $0.specificity }
    #expect(Set(ranks).count == ranks.count, "two rules share a specificity, so that file order would decide a tie")
  }

  @Test func lexiconsHaveNoFaults() {
    #expect(ReferenceTables.lexicon.faults == [])
    #expect(ReferenceTables.tableWords.faults == [])
  }
}

/// Reads a sentence and writes what was found as examples do: `surface = value CUR`, `a..b`, `>= a`, `<= b`.
enum Reader {
  private static let recognizer = Recognizer(rules: RuleChoices())

  static func mentions(
    _ text: String, country: String? = nil, date: String? = nil, in role: Region.Role = .body
  ) -> [Mention] {
    var document = Document(
      origin: .init(sourceID: "test", path: "test.txt", country: country), mediaType: .plain, encoding: "utf-8",
      text: Text(verbatim: Array(text.utf8)))
    document.regions = [Region(role: role, span: 0..<document.text.count)]
    document.publishedDate = date.flatMap { PartialDate(edtf: $0) }
    return recognizer.mentions(in: document)
  }

  static func readings(_ text: String, in role: Region.Role = .body) -> String {
    mentions(text, in: role).map(written).joined(separator: "; ")
  }

  private static func written(_ mention: Mention) -> String {
    "\(mention.surface) \(bounds(mention.amount)) \(mention.currency?.description ?? "-")"
  }

  static func bounds(_ amount: Amount) -> String {
    switch (amount.lower, amount.upper) {
    case (let lower?, let upper?): lower == upper ? "= \(lower)" : "= \(lower)..\(upper)"
    case (let lower?, nil): ">= \(lower)"
    case (nil, let upper?): "<= \(upper)"
    case (nil, nil): "= ?"
    }
  }
}
