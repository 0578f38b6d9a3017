// The tables: names that are unique, references that lead somewhere, rows that are checked.
import Testing

@testable import Model

struct SchemaTests {
  @Test func namesAreUnique() {
    let tables = Schema.tables.flatMap { [$0.name, $0.rowName] }
    #expect(Set(tables).count == tables.count, "a table or row name stands twice")
    for table in Schema.tables {
      let fields = table.fields.map(\.name)
      #expect(Set(fields).count == fields.count, "table \(table.name) has a column twice")
    }
  }

  @Test func namesCanBeXMLElementsAndColumns() {
    let names = Schema.tables.flatMap { [$0.name, $0.rowName] + $0.fields.map(\.name) }
    for name in names {
      #expect(
        name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }, "\(name)")
      #expect(name.first?.isLetter == true, "\(name)")
    }
  }

  @Test func everyFieldSaysWhatItMeans() {
    for table in Schema.tables {
      #expect(!table.meaning.isEmpty)
      for field in table.fields { #expect(!field.meaning.isEmpty, "\(table.name).\(field.name)") }
    }
  }

  @Test func keysAreRequiredColumns() {
    for table in Schema.tables {
      for key in table.primaryKey {
        #expect(table.fields.contains { $0.name == key && $0.isRequired }, "\(table.name) has no required \(key)")
      }
    }
  }

  @Test func referencesLeadToKeys() {
    for table in Schema.tables {
      for reference in table.references {
        let target = Schema.tables.first { $0.name == reference.table }
        #expect(table.fields.contains { $0.name == reference.field }, "\(table.name).\(reference.field)")
        #expect(target?.primaryKey == [reference.target], "\(table.name).\(reference.field) leads to no key")
      }
    }
  }

  @Test func aRowIsCheckedAgainstItsTable() throws {
    let table = Schema.evidence
    try table.check([.text("f1-a"), .text("m1-a"), .text("repetition")])
    for row: Row in [
      [.text("f1-a"), .text("m1-a")], [.empty, .text("m1-a"), .text("repetition")],
      [.text("17"), .text("m1-a"), .text("repetition")], [.text("f1-a"), .text("m1-a"), .text("other")],
      [.integer(1), .text("m1-a"), .text("repetition")],
    ] {
      #expect(throws: SchemaViolation.self) { try table.check(row) }
    }
  }

  @Test func cellsFitTheirKinds() {
    let date = Field("d", .date, "date")
    #expect(date.accepts(.text("2010-07")))
    #expect(!date.accepts(.text("July 2010")))
    #expect(date.accepts(.empty))
    let currency = Field("c", .currency, required: true, "currency")
    #expect(currency.accepts(.text("EUR")))
    #expect(!currency.accepts(.text("euro")))
    #expect(!currency.accepts(.empty))
    #expect(Field("n", .decimal, "number").accepts(.integer(5)))
    #expect(!Field("n", .integer, "number").accepts(.text("5")))
  }
}
