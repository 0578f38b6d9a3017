// The JSON Schema of pipeline.json, and the project's own pipeline.json against its keys.
import Formats
import Foundation
import Testing

@testable import Pipeline

@Suite struct ConfigurationSchemaTests {
  private static func schema() throws -> JSONValue { try JSON.parse(Rulebook.pipelineKeys.schemaDocument) }

  @Test func itDescribesEveryKey() throws {
    let schema = try Self.schema()
    #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"] == false)
    let properties = try #require(schema["properties"])
    #expect(
      properties.object?.keys == [
        "$schema", "sources", "reportingCurrency", "constantPriceYear", "reference", "rules", "outputs", "limits",
      ])
    let source = properties["sources"]?["items"]
    #expect(source?["required"] == ["id", "folder"])
    #expect(source?["properties"]?["publishText"]?["default"] == true)
    #expect(properties["reportingCurrency"]?["enum"]?.array?.contains("USD") == true)
  }

  @Test func itListsEveryRuleWithItsSettings() throws {
    let rules = try #require(try Self.schema()["properties"]?["rules"]?["properties"])
    #expect(rules.object?.keys == Rulebook.rules.map(\.id.description))
    for rule in Rulebook.rules {
      let choices = rules[rule.id.description]?["anyOf"]?.array
      #expect(choices?.first == ["const": false], "\(rule.id) can be switched off")
      #expect(choices?.last?["properties"]?.object?.keys == rule.settings.map(\.name), "settings of \(rule.id)")
    }
  }

  @Test func everyNodeHasATypeAndEveryKeyAMeaning() throws {
    func check(_ node: JSONValue, _ place: String) {
      #expect(node["type"] != nil || node["anyOf"] != nil || node["const"] != nil, "no type at \(place)")
      for member in node["properties"]?.object?.members ?? [] {
        #expect(member.value["description"]?.string?.isEmpty == false, "no description at \(place).\(member.key)")
        check(member.value, "\(place).\(member.key)")
      }
      for (index, choice) in (node["anyOf"]?.array ?? []).enumerated() { check(choice, "\(place)|\(index)") }
      if let items = node["items"] { check(items, "\(place)[]") }
    }
    check(try Self.schema(), "$")
  }

  @Test func ruleIDsAreUnique() {
    let ids = Rulebook.rules.map(\.id)
    #expect(Set(ids).count == ids.count, "two rules have one id")
  }

  @Test func theProjectsPipelineResolves() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let plan = try PlanResolver.plan(configurationAt: nil, overrides: Overrides(workingFolder: root))
    #expect(plan.reportingCurrency == "USD" && plan.constantBaseYear == 2020)
    #expect(!plan.reference.isEmpty)
    let files = try Discovery(plan: plan).files().map(\.path)
    #expect(Set(files).count == files.count, "a file belongs to two sources of pipeline.json")
    let seeds = FileManager.default.enumerator(atPath: "\(root)/seeds/documents")?.compactMap { $0 as? String } ?? []
    let documents = seeds.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
    #expect(Set(files) == Set(documents), "pipeline.json reads other files than seeds/documents holds")
  }
}
