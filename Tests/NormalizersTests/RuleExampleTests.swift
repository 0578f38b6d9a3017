// Every cleaning rule against its own examples, alone and beside the others.

import Model
import Testing

@testable import Normalizers

@Suite struct RuleExampleTests {
  static let types = NormalizerCatalogue.ruleTypes

  @Test func rulesDoWhatTheirExamplesSay() {
    for type in Self.types {
      let normalizer = Normalizer(only: [type])
      for example in type.rule.examples {
        let got = cleaned(example.before, by: normalizer, as: mediaType(of: type))
        #expect(got == example.after, "\(type.rule.id) on \(example.before.debugDescription)")
      }
    }
  }

  @Test func rulesHaveTwoExamplesThatActAndOneThatMustNot() {
    for type in Self.types {
      let acting = type.rule.examples.count { $0.before != $0.after }
      #expect(acting >= 2, "\(type.rule.id) has \(acting) acting examples, expected at least 2")
      #expect(acting < type.rule.examples.count, "\(type.rule.id) has no example on which it must not act")
      #expect(type.rule.stage == .normalize, "\(type.rule.id) names another stage")
    }
  }

  @Test func identifiersAreUniqueAndNameTheFile() {
    let ids = Self.types.map { $0.rule.id.description }
    #expect(Set(ids).count == ids.count, "two rules share an identifier")
    for type in Self.types {
      let kebab = String(describing: type).reduce(into: "") { text, letter in
        text += letter.isUppercase && !text.isEmpty ? "-" + letter.lowercased() : letter.lowercased()
      }
      #expect(kebab == type.rule.id.description, "\(type) should have the id \(kebab)")
    }
  }

  @Test func rulesOfOnePhaseCommute() {
    for phase in Phase.allCases {
      let types = Self.types.filter { $0.phase == phase }
      let texts = types.flatMap { $0.rule.examples.map(\.before) }
      for first in types {
        for second in types where first.rule.id < second.rule.id {
          for text in texts { expectCommuting(first, second, on: text) }
        }
      }
    }
  }

  private func expectCommuting(
    _ first: any NormalizationRule.Type, _ second: any NormalizationRule.Type, on text: String
  ) {
    let one = Normalizer(only: [first])
    let other = Normalizer(only: [second])
    let together = cleaned(text, by: Normalizer(only: [first, second]), as: .markdown)
    let inOrder = cleaned(cleaned(text, by: one, as: .markdown), by: other, as: .markdown)
    let reversed = cleaned(cleaned(text, by: other, as: .markdown), by: one, as: .markdown)
    #expect(
      together == inOrder && together == reversed,
      "\(first.rule.id) and \(second.rule.id) do not commute on \(text.debugDescription)")
  }

  @Test func choicesSwitchRulesOff() {
    let normalizer = Normalizer(rules: RuleChoices(disabled: ["backslash-escapes"]))
    #expect(cleaned("paid \\$5\r\n", by: normalizer, as: .plain) == "paid \\$5\n")
  }
}
