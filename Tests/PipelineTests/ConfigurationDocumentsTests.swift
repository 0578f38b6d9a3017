// The generated documents against the code they follow from.
import Foundation
import Testing

@testable import Pipeline

@Suite struct ConfigurationDocumentsTests {
  private static func document(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("docs/\(name)"), encoding: .utf8)
  }

  @Test func theDocumentsAreUpToDate() throws {
    let rules = try Self.document("RULES.md") == RulesDocument.markdown()
    #expect(rules, "docs/RULES.md is out of date: run scripts/docs")
    let tables = try Self.document("DATASET.md") == String(decoding: SchemaName.tables.document, as: UTF8.self)
    #expect(tables, "docs/DATASET.md is out of date: run scripts/docs")
  }
}
