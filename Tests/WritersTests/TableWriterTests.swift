// The tables: rows fit their schema, come back from CSV, and make an XML that its XSD accepts.
import Formats
import Model
import Testing

@testable import Writers

struct TableWriterTests {
  @Test func everyTableHasRowsThatFit() throws {
    for rows in try Sample.tables() { #expect(rows.count > 0, "no sample rows for \(rows.table.name)") }
  }

  @Test func cellsStandInTheirColumns() throws {
    let mention = try Sample.row(of: "mentions")
    let expected = [
      ("mention_id", "m1-1"), ("start_byte", "120"), ("end_byte", "152"), ("source_ranges", "120-131 140-152"),
      ("text_start", "10"), ("locator", "line 7"), ("amount_upper", "1500000"), ("currency_candidates", "USD CAD"),
      ("per", ""), ("year_end", "2009"), ("payer_agency", "Treasury"), ("payee_iso3", "TJK"), ("kind", "grant"),
      ("flow_status", "pledged"), ("rate_period", "2008"), ("converted_lower", "1200000.5"),
      ("converted_currency", "EUR"), ("constant_base_year", "2015"), ("rule", "symbol-amount"), ("fact_id", "f1-1"),
    ]
    for (name, cell) in expected { #expect(mention[name] == cell, "\(name)") }
    let fact = try Sample.row(of: "facts")
    let expectedOfFact = [
      ("agreement", "agree"), ("qualifier", "exact"), ("representative_mention_id", "m1-1"), ("mentions", "2"),
      ("documents", "1"), ("independent_sources", "1"), ("amount_min", "1500000"), ("amount_max", "1500000"),
      ("first_published", "2010"), ("source_urls", "https://example.org/a%20b"),
      ("recommended_for_aggregates", "true"), ("aggregates_reason", ""), ("parent_fact_id", ""),
    ]
    for (name, cell) in expectedOfFact { #expect(fact[name] == cell, "\(name)") }
    let quantity = try Sample.row(of: "quantities")
    let expectedOfQuantity = [
      ("quantity_id", "q1-1"), ("start_byte", "160"), ("source_ranges", "160-169"), ("text_end", "39"), ("lower", "5"),
      ("upper", ""), ("unit", "mi"), ("qualifier", "at_least"), ("about", "road"),
    ]
    for (name, cell) in expectedOfQuantity { #expect(quantity[name] == cell, "\(name)") }
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
    for rows in try Sample.tables() {
      let records = try CSVReader.records(of: Sample.csv(rows)).map(\.fields)
      #expect(records.first == rows.table.fields.map(\.name))
      #expect(Array(records.dropFirst()) == (0..<rows.count).map(rows.texts), "\(rows.table.name)")
    }
  }

  /// What `assay validate` holds a dataset's rows against.
  @Test func xmlIsWhatLibXML2WritesCellByCell() throws {
    for rows in try Sample.tables() {
      let writer = XMLTableWriter(rowsOf: rows.table)
      for row in 0..<rows.count { try writer.append(rows.texts(row).map { Cell($0) }) }
      var bytes = GatheredBytes()
      rows.appendXML(to: &bytes)
      #expect(String(decoding: bytes.bytes, as: UTF8.self) == String(decoding: try writer.gathered(), as: UTF8.self))
    }
  }

  @Test func rowsThatDoNotFitAreRefused() throws {
    var gathered = TableRows(of: Schema.evidence)
    let rows: [Row] = [
      [.text("f1-1"), .text("m1-1")], [.empty, .text("m1-1"), .text("repetition")],
      [.text("f1-1"), .text("m1-1"), .text("other")], [.text("f1-1"), .integer(1), .text("repetition")],
      [.text("f1"), .text("m1-1"), .text("repetition")],
      [.text("f1-1"), .text("m1-1"), .text("repetition"), .empty],
    ]
    for row in rows {
      #expect(throws: SchemaViolation.self, "\(row)") { try gathered.append(row) }
      #expect(throws: SchemaViolation.self, "\(row)") { try Schema.evidence.check(row) }
      #expect(gathered.count == 0)
    }
    try gathered.append([.text("f1-1"), .text("m1-1"), .text("repetition")])
    #expect(gathered.count == 1 && gathered.texts(0) == ["f1-1", "m1-1", "repetition"])
  }

  @Test func columnsAcceptWhatTheirFieldsDo() throws {
    let texts = ["x", "m1-a", "2010-07", "July 2010", "EUR", "euro", "aid", "-", "1"]
    for table in Schema.tables {
      for field in table.fields {
        let check = ColumnCheck(field)
        #expect(check.kinds.contains(.empty) == field.accepts(.empty), "\(table.name).\(field.name)")
        #expect(check.kinds.contains(.integers) == field.accepts(.integer(1)), "\(table.name).\(field.name)")
        #expect(check.kinds.contains(.decimals) == field.accepts(.decimal(.zero)), "\(table.name).\(field.name)")
        for var text in texts {
          let accepted = text.withUTF8 { check.accepts($0) }
          #expect(accepted == field.accepts(.text(text)), "\(table.name).\(field.name): \(text)")
        }
      }
    }
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
}
