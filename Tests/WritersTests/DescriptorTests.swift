// Descriptors, report and documentation: complete, deterministic, and following the schema.
import Formats
import Model
import Testing

@testable import Writers

struct DescriptorTests {
  private static var resources: [DataPackage.Resource] {
    Schema.tables.map { DataPackage.Resource(table: $0, bytes: 10, sha256: "ab", rows: 2) }
  }

  @Test func dataPackageDescribesEveryColumn() throws {
    let package = try JSON.parse(DataPackage.descriptor(Self.resources, programVersion: "1.0"))
    #expect(package["profile"]?.string == "tabular-data-package")
    let resources = try #require(package["resources"]?.array)
    #expect(resources.compactMap { $0["name"]?.string } == Schema.tables.map(\.name))
    for (resource, table) in zip(resources, Schema.tables) {
      let fields = try #require(resource["schema"]?["fields"]?.array)
      #expect(fields.compactMap { $0["name"]?.string } == table.fields.map(\.name))
      #expect(resource["path"]?.string == "data/\(table.name).csv")
      #expect(resource["hash"]?.string == "sha256:ab" && resource["bytes"]?.integer == 10)
      #expect(resource["schema"]?["primaryKey"] == .strings(table.primaryKey))
      #expect(resource["schema"]?["foreignKeys"]?.array?.count ?? 0 == table.references.count)
    }
    let amount = resources[1]["schema"]?["fields"]?.array?.first { $0["name"]?.string == "amount_lower" }
    #expect(amount?["type"]?.string == "number")
  }

  @Test func reportCountsWhatWasAdded() throws {
    let report = try JSON.parse(RunReport.report(Sample.contents))
    #expect(report["files"] == ["found": 2, "read": 1, "duplicate": 0, "quarantined": 1])
    #expect(
      report["mentions"]
        == ["count": 2, "byCurrency": ["USD": 2], "byQualifier": ["exact": 2], "byRegion": ["body": 2]])
    #expect(report["facts"] == ["count": 1, "byAgreement": ["agree": 1]])
    #expect(
      report["totals"]
        == [["currency": "USD", "facts": 1, "amount": "1500000", "converted": "1200000.5", "unconverted": 0]])
    #expect(report["findings"]?["bySeverity"] == ["error": 0, "warning": 2, "note": 0])
    #expect(report["findings"]?["byRule"] == [["rule": "conflict", "severity": "warning", "count": 2]])
    #expect(report["documents"]?.array?.last?["reason"]?.string == "binary")
  }

  @Test func reportDoesNotDependOnTheOrderOfCounting() {
    var one = RunReport.Contents(programVersion: "1", reportingCurrency: "EUR")
    var other = one
    let mentions = Currency.Code.some.map { code in
      var mention = Sample.mention(1).mention
      mention.currency = code
      return mention
    }
    for mention in mentions { one.add(mention) }
    for mention in mentions.reversed() { other.add(mention) }
    #expect(RunReport.report(one) == RunReport.report(other))
  }

  @Test func reportSchemaNamesEveryMember() throws {
    let schema = try JSON.parse(RunReport.schemaDocument())
    let report = try JSON.parse(RunReport.report(Sample.contents))
    #expect(schema["properties"]?.object?.keys == report.object?.keys)
    for name in ["files", "mentions", "facts", "findings"] {
      #expect(schema["properties"]?[name]?["properties"]?.object?.keys == report[name]?.object?.keys, "\(name)")
    }
    for (list, name) in [("totals", "total"), ("documents", "document")] {
      let keys = try #require(report[list]?.array?.last?.object?.keys)
      let known = Set(schema["$defs"]?[name]?["properties"]?.object?.keys ?? [])
      #expect(known.isSuperset(of: keys), "\(list)")
    }
  }

  @Test func datasetDocumentMentionsEveryColumn() {
    let lines = DatasetDocument.markdown().split(separator: "\n")
    for table in Schema.tables {
      #expect(lines.contains("## \(table.name)"))
      for field in table.fields {
        let row = lines.first { $0.hasPrefix("| `\(field.name)` |") && $0.hasSuffix("| \(field.meaning) |") }
        #expect(row != nil, "docs/DATASET.md says nothing of \(table.name).\(field.name)")
      }
    }
  }
}

extension Currency.Code {
  fileprivate static let some: [Currency.Code] = ["USD", "EUR", "RUB", "TJS", "CNY", "JPY"]
}
