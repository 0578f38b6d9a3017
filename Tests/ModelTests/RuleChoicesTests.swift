// What a configuration chooses about rules, and the words two descriptions share.
import Testing

@testable import Model

struct RuleChoicesTests {
  private let setting = Setting("limit", standard: .integer(7), "a limit")

  @Test func theChosenValueStandsBeforeTheStandard() {
    let choices = RuleChoices(values: ["rule": ["limit": .integer(9)]])
    #expect(choices.integer(setting, of: "rule") == 9)
    #expect(choices.integer(setting, of: "other") == 7)
    #expect(choices.decimal(setting, of: "rule") == ExactDecimal(integer: 9))
  }

  @Test func aValueOfAnotherKindLeavesTheStandard() {
    let choices = RuleChoices(values: ["rule": ["limit": .text("many")]])
    #expect(choices.integer(setting, of: "rule") == 7)
    #expect(choices.decimal(setting, of: "rule") == ExactDecimal(integer: 7))
  }

  @Test func descriptionsOverlapByTheirWords() {
    func overlap(_ left: String, _ right: String, _ percent: Int = 50) -> Bool {
      AboutWords(left).overlaps(AboutWords(right), percent: percent)
    }
    #expect(overlap("Panj bridge", "bridge, panj"))
    #expect(overlap("bridge", "Bridge"))
    #expect(overlap("panj river bridge", "bridge panj customs post"))
    #expect(!overlap("panj river bridge", "bridge panj customs post", 75))
    #expect(!overlap("river bridge", "bridge repair"))
    #expect(!overlap("", ""))
    #expect(overlap("мост Пяндж", "пяндж мост"))
  }
}
