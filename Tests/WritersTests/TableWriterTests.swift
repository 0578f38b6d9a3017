// The tables: rows fit their schema, come back from CSV, and make an XML that its XSD accepts.
import Formats
import Model
import Testing

@testable import Writers

struct TableWriterTests {
  @Test func rowsFitTheirTables() throws {
    for table in Schema.tables {
      let rows = try #require(Sample.rows[table.name], "no sample rows for \(table.name)")
      for row in rows { try table.check(row) }
    }
  }

  @Test func cellsStandInTheirColumns() throws {
    let mention = try #require(Sample.rows["mentions"]?.first)
    let expected: [(String, Cell)] = [
      ("mention_id", .text("m1-1")), ("start_byte", .integer(120)), ("end_byte", .integer(152)),
      ("source_ranges", .text("120-131 140-152")), ("text_start", .integer(10)), ("locator", .text("line 7")),
      ("amount_upper", .integer(1_500_000)), ("currency_candidates", .text("USD CAD")), ("per", .empty),
      ("year_end", .integer(2009)), ("payer_agency", .text("Treasury")), ("payee_iso3", .text("TJK")),
      ("kind", .text("grant")), ("flow_status", .text("pledged")), ("rate_period", .text("2008")),
      ("converted_currency", .text("EUR")), ("constant_base_year", .text("2015")), ("rule", .text("symbol-amount")),
      ("fact_id", .text("f1-1")),
    ]
    for (name, cell) in expected {
      let found = Sample.cell(name, of: mention, in: Schema.mentions)
      let isAmount = name == "amount_upper" && found == .decimal(ExactDecimal(integer: 1_500_000))
      #expect(found == cell || isAmount, "\(name)")
    }
    let fact = try #require(Sample.rows["facts"]?.first)
    let expectedOfFact: [(String, Cell)] = [
      ("agreement", .text("agree")), ("qualifier", .text("exact")), ("representative_mention_id", .text("m1-1")),
      ("mentions", .integer(2)), ("documents", .integer(1)), ("independent_sources", .integer(1)),
      ("first_published", .text("2010")), ("source_urls", .text("https://example.org/a%20b")),
      ("recommended_for_aggregates", .text("true")), ("aggregates_reason", .empty), ("parent_fact_id", .empty),
    ]
    for (name, cell) in expectedOfFact { #expect(Sample.cell(name, of: fact, in: Schema.facts) == cell, "\(name)") }
  }

  @Test func aggregatesLeaveOutWhatIsNoSum() {
    var indefinite = Sample.fact
    indefinite.representative.mention.qualifier = .indefinite
    var yearly = Sample.fact
    yearly.representative.mention.per = "year"
    var conflicting = Sample.fact
    conflicting.agreement = .conflict
    let reasons = [indefinite, yearly, conflicting, Sample.fact].map(AggregateAdvice.reasonAgainst)
    #expect(reasons == ["the amount is indefinite", "the amount is per year", "its evidence conflicts", nil])
  }

  @Test func csvComesBack() throws {
    for table in Schema.tables {
      let records = try CSVReader.records(of: try Sample.csv(table)).map(\.fields)
      #expect(records.first == table.fields.map(\.name))
      let rows = Sample.rows[table.name] ?? []
      #expect(Array(records.dropFirst()) == rows.map { $0.map(Self.text) }, "\(table.name)")
    }
  }

  @Test func csvOfManyRowsIsWhole() throws {
    let row = try #require(Sample.rows["mentions"]?.first)
    var counted = 0
    let bytes = try Sample.written { descriptor in
      let writer = CSVTableWriter(table: Schema.mentions, fileDescriptor: descriptor)
      for _ in 0..<2_000 { try writer.write(row) }
      try writer.close()
      counted = writer.bytes
      #expect(writer.rows == 2_000)
    }
    #expect(counted == bytes.count && bytes.count > 1 << 18)
    #expect(try CSVReader.records(of: bytes).count == 2_001)
  }

  @Test func rowsThatDoNotFitAreRefused() throws {
    let writer = CSVTableWriter(table: Schema.evidence, fileDescriptor: -1)
    let xml = XMLTableWriter(table: Schema.evidence, fileDescriptor: -1)
    let rows: [Row] = [
      [.text("f1-1"), .text("m1-1")], [.empty, .text("m1-1"), .text("repetition")],
      [.text("f1-1"), .text("m1-1"), .text("other")], [.text("f1-1"), .integer(1), .text("repetition")],
      [.text("f1"), .text("m1-1"), .text("repetition")],
    ]
    for row in rows {
      #expect(throws: SchemaViolation.self, "\(row)") { try writer.write(row) }
      #expect(throws: SchemaViolation.self, "\(row)") { try xml.write(row) }
      #expect(throws: SchemaViolation.self, "\(row)") { try Schema.evidence.check(row) }
    }
    #expect(throws: OutputError.self) { try writer.close() }
  }

  @Test func schemaAcceptsTheDataset() throws {
    let validator = try XMLSchemaValidator(schema: XMLDataset.schemaDocument())
    #expect(validator.problems(in: try Sample.xml()) == [])
  }

  @Test func schemaRefusesABrokenDataset() throws {
    let validator = try XMLSchemaValidator(schema: XMLDataset.schemaDocument())
    let whole = String(decoding: try Sample.xml(), as: UTF8.self)
    let edits = [
      ("<currency>USD</currency>", "<currency>dollars</currency>"), ("<qualifier>exact</qualifier>", ""),
      ("<qualifier>exact</qualifier>", "<qualifier>sure</qualifier>"),
      ("<start_byte>120</start_byte>", "<start_byte>12.0</start_byte>"),
      ("<mention_id>m1-2</mention_id>", "<mention_id>m1-1</mention_id>"),
      ("<fact_id>f1-1</fact_id>", "<fact_id>f1-9</fact_id>"),
      ("<rate_period>2008</rate_period>", "<rate_period>08</rate_period>"),
      ("<surface>", "<surfaces>"), ("</dataset>", ""), (" xmlns=\"urn:assay:dataset:1\"", ""),
      ("<status>read</status>", "<status>read</status><status>read</status>"),
    ]
    for (found, replacement) in edits {
      let parts = whole.split(separator: found, maxSplits: 1)
      try #require(parts.count == 2, "the sample has no \(found)")
      let broken = parts.joined(separator: replacement)
      #expect(!validator.problems(in: Array(broken.utf8)).isEmpty, "accepted \(replacement) for \(found)")
    }
  }

  @Test func xmlReplacesWhatItCannotHold() throws {
    let text = String(decoding: try Sample.xml(), as: UTF8.self)
    #expect(text.contains("<surface>&quot;$1.5 million&quot;,&#13;\nor &lt;more&gt; &amp; \u{FFFD}</surface>"))
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .integer(let value): String(value)
    case .decimal(let value): value.description
    }
  }
}
