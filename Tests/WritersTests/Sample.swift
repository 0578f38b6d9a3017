// A small dataset with one of everything, for the tests of the writers.
import Formats
import Model

@testable import Writers

enum Sample {
  static let surface = "\"$1.5 million\",\r\nor <more> & \u{1}"

  static func mention(_ number: Int) -> IdentifiedMention {
    let mention = Mention(
      span: 10..<25, surface: surface, sentence: "It cost \(surface).", sentenceSpan: 0..<60, region: .body,
      amount: Amount(point: ExactDecimal("1500000") ?? .zero, significantDigits: 2), qualifier: .exact,
      currency: "USD", currencyEvidence: .symbol, currencyBasis: .default, currencyCandidates: ["USD", "CAD"],
      per: nil, yearStart: 2008, yearEnd: 2009, payer: .init(name: "United States", iso3: "USA", agency: "Treasury"),
      payee: .init(name: "Tajikistan", iso3: "TJK"), kind: .grant, flowStatus: .pledged, about: "bridge",
      rule: "symbol-amount")
    return IdentifiedMention(
      id: "m1-\(number)", documentID: "d1-1", mention: mention, sourceRanges: [120..<131, 140..<152], line: 7,
      conversion: Conversion(
        lower: ExactDecimal("1200000.5"), upper: ExactDecimal("1200000.5"), currency: "EUR",
        rate: ExactDecimal("1.25") ?? .zero, ratePeriod: 2008, rateSource: "a central bank", periodBasis: .stated,
        constantLower: ExactDecimal("1300000"), constantUpper: ExactDecimal("1300000"), constantBaseYear: 2015,
        deflator: ExactDecimal("92.4")))
  }

  static let quantity = IdentifiedQuantity(
    id: "q1-1", documentID: "d1-1",
    quantity: Quantity(
      span: 30..<39, surface: "5 \"miles\"", sentence: "It is 5 \"miles\", <or> more.", sentenceSpan: 20..<50,
      region: .body, amount: Amount(lower: ExactDecimal("5"), upper: nil, significantDigits: 1), qualifier: .atLeast,
      unit: "mi", about: "road", rule: "quantities-in-units"), sourceRanges: [160..<169])

  static let fact = Fact(
    id: "f1-1", agreement: .agree, representative: mention(1), members: [mention(1), mention(2)])

  static let finding = Finding(
    rule: "conflict", severity: .warning, span: 3..<9, message: "two amounts", quote: "a, \"b\"", value: "1",
    expected: "2")

  static var entry: DocumentEntry {
    var document = Document(
      origin: .init(sourceID: "s", path: "a, b.md", publisher: "A publisher", country: "TJK", language: "en"),
      mediaType: .markdown, encoding: "utf-8", text: Text(verbatim: Array("text".utf8)))
    document.title = "A \"title\""
    document.authors = ["A. Writer", "B. Writer"]
    document.publishedDate = PartialDate(year: 2010, month: 7)
    document.dateBasis = .printed
    return DocumentEntry(id: "d1-1", document: document, sha256: "ab", textSHA256: "cd", mentions: 2)
  }

  /// The rows of each table, in the order of `Schema.tables`.
  static func tables() throws -> [TableRows] {
    let origin = Document.Origin(sourceID: "s", path: "c.bin")
    let source = FactSource(
      documentID: "d1-1", sourceID: "s", date: PartialDate(year: 2010), url: "https://example.org/a b")
    return try Schema.tables.map { table in
      var rows = TableRows(of: table)
      switch table.name {
      case "documents":
        try Rows.add(entry, to: &rows)
        try Rows.add(DocumentEntry(id: "d1-2", origin: origin, status: .quarantined), to: &rows)
      case "mentions": for number in [1, 2] { try Rows.add(mention(number), factID: "f1-1", to: &rows) }
      case "facts": try Rows.add(fact, sources: FactSources([source]), independentSources: 1, to: &rows)
      case "evidence": try Rows.addEvidence(fact, to: &rows)
      case "quantities": try Rows.add(quantity, to: &rows)
      default:
        try Rows.add(
          finding, id: "n1-1", fingerprint: "x1", documentID: "d1-1", line: 3, sourceRange: 120..<131, to: &rows)
        try Rows.add(finding, id: "n1-2", fingerprint: "x2", to: &rows)
      }
      return rows
    }
  }

  static var contents: RunReport.Contents {
    var contents = RunReport.Contents(programVersion: "1.0", reportingCurrency: "EUR")
    contents.add(entry)
    contents.add(
      DocumentEntry(id: "d1-2", origin: .init(sourceID: "s", path: "c.bin"), status: .quarantined), reason: "binary")
    for number in [1, 2] { contents.add(mention(number).mention) }
    contents.add(fact)
    contents.add(finding)
    contents.add(finding)
    return contents
  }

  /// The first row of a table by its columns' names.
  static func row(of name: String) throws -> [String: String] {
    for rows in try tables() where rows.table.name == name {
      return Dictionary(zip(rows.table.fields.map(\.name), rows.texts(0)), uniquingKeysWith: { first, _ in first })
    }
    return [:]
  }

  static func csv(_ rows: TableRows) -> [UInt8] {
    var bytes = GatheredBytes()
    rows.appendCSV(to: &bytes)
    return TableRows.csvHeader(of: rows.table) + bytes.bytes
  }

  /// The whole of dataset.xml.
  static func xml() throws -> [UInt8] {
    var dataset = XMLDataset.header(programVersion: "1.0 \"beta\"", reportingCurrency: "EUR")
    for rows in try tables() {
      var bytes = GatheredBytes()
      rows.appendXML(to: &bytes)
      dataset += XMLDataset.start(of: rows.table) + bytes.bytes + XMLDataset.end(of: rows.table)
    }
    return dataset + XMLDataset.footer
  }
}
