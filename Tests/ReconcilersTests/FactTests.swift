// Facts: every mention in exactly one, in the order of the text, whatever order they come in.
import Model
import TestSupport
import Testing

@testable import Reconcilers

struct FactTests {
  private func facts(_ mentions: [IdentifiedMention], rules: RuleChoices = RuleChoices()) -> [Fact] {
    Reconciler(
      reportingCurrency: "USD", constantBaseYear: nil, reference: ReferenceData(), currencies: .sample, rules: rules
    ).facts(of: mentions, identify: { "f1-" + $0.dropFirst(3) }).facts
  }

  @Test func aSingleMentionIsAFact() {
    let found = facts([.point("m1-a", 5, "USD")])
    #expect(found.map(\.id) == ["f1-a"])
    #expect(found.first?.agreement == .single)
  }

  @Test func theEarliestMentionRepresents() {
    let found = facts([
      .point("m1-a", at: 40, 5, "USD", about: "visa fee"), .point("m1-b", at: 10, 5, "USD", about: "visa fee"),
    ])
    #expect(found.map(\.id) == ["f1-b"])
    #expect(found.first?.members.map(\.id) == ["m1-b", "m1-a"])
    #expect(found.first?.agreement == .agree)
  }

  @Test func whatDiffersInOneReadingStaysApart() {
    let base = IdentifiedMention.point("m1-a", at: 0, 5, "USD", about: "visa fee")
    let changes: [(String, (inout Mention) -> Void)] = [
      ("currency", { $0.currency = "JPY" }), ("per", { $0.per = "year" }), ("payer", { $0.payer = .init(name: "X") }),
      ("payee", { $0.payee = .init(name: "X") }), ("year", { $0.yearStart = 2004 }),
      ("last year", { $0.yearEnd = 2004 }), ("kind", { $0.kind = .aid }), ("status", { $0.flowStatus = .pledged }),
      ("description", { $0.about = "road repair" }), ("no description", { $0.about = "" }),
      ("amount", { $0.amount = Amount(point: ExactDecimal(integer: 6), significantDigits: 1) }),
    ]
    for (what, change) in changes {
      var other = IdentifiedMention.point("m1-b", at: 9, 5, "USD", about: "visa fee")
      change(&other.mention)
      #expect(facts([base, other]).count == 2, "another \(what)")
    }
  }

  @Test func cellsOfOneTableStayApart() {
    func cell(_ id: String, at position: Int, of table: Int, about: String) -> IdentifiedMention {
      var mention = IdentifiedMention.point(id, at: position, 5, "USD", about: about)
      mention.mention.cell = Mention.TableCell(table: table, unit: nil, share: .entry)
      return mention
    }
    let first = cell("m1-a", at: 40, of: 30, about: "Ministry of Health, 2009")
    #expect(facts([first, cell("m1-b", at: 50, of: 30, about: "Ministry of Defence, 2009")]).count == 2)
    #expect(facts([first, cell("m1-b", at: 50, of: 30, about: "Ministry of Health, 2009")]).count == 2)
    #expect(facts([first, cell("m1-b", at: 90, of: 80, about: "Ministry of Defence, 2009")]).count == 2)
    #expect(facts([first, cell("m1-b", at: 90, of: 80, about: "Ministry of Health, 2009")]).count == 1)
    #expect(facts([first, .point("m1-b", at: 9, 5, "USD", about: "ministry of health")]).count == 1)
  }

  @Test func mentionsWithoutDescriptionsNeverMeet() {
    #expect(facts([.point("m1-a", 50, "USD"), .point("m1-b", at: 3, 50, "USD")]).count == 2)
  }

  @Test func compatibleBoundsAreMarked() {
    let loose = IdentifiedMention.sample(
      "m1-b", at: 5, ExactDecimal(integer: 60), nil, "USD", qualifier: .moreThan, about: "grain loan")
    let found = facts([
      .point("m1-a", at: 0, 63, "USD", about: "grain loan"), loose,
      .point("m1-c", at: 9, 63, "USD", about: "grain loan"),
    ])
    #expect(found.map(\.agreement) == [.compatible])
    #expect(found.first?.members.map(\.id) == ["m1-a", "m1-b", "m1-c"])
    #expect(facts([loose], rules: RuleChoices(disabled: ["compatible-bounds"])).map(\.agreement) == [.single])
  }

  @Test func theOrderOfArrivalDoesNotMatter() {
    var generator = SeededGenerator(seed: 7)
    let words = ["bridge", "road", "loan", "grain", "airport", "runway"]
    let mentions = (0..<200).map { place -> IdentifiedMention in
      let about = (0..<3).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
      let amount = ExactDecimal(integer: Int.random(in: 10...14, using: &generator))
      let isOpen = Int.random(in: 0..<3, using: &generator) == 0
      return .sample(
        "m1-\(place)", at: place * 2, amount, isOpen ? nil : amount, "USD", qualifier: isOpen ? .atLeast : .exact,
        about: about.joined(separator: " "))
    }
    let expected = facts(mentions)
    #expect(expected.flatMap(\.members).map(\.id).sorted() == mentions.map(\.id).sorted())
    #expect(expected.map(\.representative.mention.span.lowerBound).isSorted, "facts stand in the order of the text")
    for _ in 0..<20 { #expect(facts(mentions.shuffled(using: &generator)) == expected) }
  }

  @Test func aStatementIsComparedWithTheNearestOnly() {
    let far = (0..<100).map { IdentifiedMention.point("m1-\($0)", at: $0, 5, "USD", about: "line number\($0)") }
    let near: (Int) -> IdentifiedMention = { .point("m1-r", at: 200, 5, "USD", about: "line number\($0)") }
    #expect(facts(far + [near(99)]).count == 100)
    #expect(facts(far + [near(0)]).count == 101, "a price list of thousands must not be compared each with each")
  }
}

extension Array where Element: Comparable {
  var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
