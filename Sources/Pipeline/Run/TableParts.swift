// The rows of one chunk of documents, table by table, and their bytes in every output format.
import Model
import Writers

/// Rows gathered for the tables, in order, some hundred at a time; then only their bytes are kept.
struct ChunkRows {
  /// As much text of cells as is still near when CSV and XML are made of it.
  private static let bytesAtOnce = 1 << 18

  private let writesXML: Bool
  private var clock = StageClock()
  private var rows: [TableRows] = Schema.tables.map { TableRows(of: $0) }
  private var parts: TableParts

  /// `spill` begins the names of the files that hold what is too much for the memory.
  init(writesXML: Bool, spill: String) {
    self.writesXML = writesXML
    parts = TableParts(spill: spill)
  }

  /// Charges the time since rows were last added to a stage. The time they take is CSV's: the text of their cells is
  /// what CSV has and XML takes over.
  mutating func charge(_ stage: StageName) { clock.lap(stage) }

  /// The rows of one table, to add to.
  subscript(table: TablePlace) -> TableRows {
    _read { yield rows[table.index] }
    _modify { yield &rows[table.index] }
  }

  /// Makes bytes of the rows where there are many. Throws where they cannot be spilled.
  mutating func encodeIfMany() throws {
    var count = 0
    for index in rows.indices { count += rows[index].byteCount }
    if count > Self.bytesAtOnce { try encode() }
  }

  /// Ends the rows of a document.
  mutating func endDocument() throws {
    clock.lap(.csv)
    try encodeIfMany()
  }

  /// The bytes of all rows, and the time that all took.
  mutating func finish() throws -> (tables: TableParts, times: StageTimes) {
    try encode()
    return (parts, clock.times)
  }

  private mutating func encode() throws {
    try parts.append(rows, writesXML: writesXML, clock: &clock)
    for index in rows.indices { rows[index].removeAll() }
  }
}

/// The place of a table in `Schema.tables`.
struct TablePlace: Sendable {
  let index: Int

  private init(_ table: Table) { index = Schema.tables.firstIndex { $0.name == table.name } ?? 0 }

  static let documents = TablePlace(Schema.documents)
  static let mentions = TablePlace(Schema.mentions)
  static let facts = TablePlace(Schema.facts)
  static let evidence = TablePlace(Schema.evidence)
  static let quantities = TablePlace(Schema.quantities)
  static let findings = TablePlace(Schema.findings)
}

/// The bytes of a chunk's rows, to stand behind those of the chunk before.
struct TableParts: Sendable {
  struct Part: Sendable {
    var rows = 0
    var csv = SpillingBytes()
    var xml = SpillingBytes()
  }

  /// As `Schema.tables`.
  private(set) var parts: [Part] = Schema.tables.map { _ in Part() }
  private let spill: String

  init(spill: String) { self.spill = spill }

  /// Adds the rows of each table.
  mutating func append(_ rows: [TableRows], writesXML: Bool, clock: inout StageClock) throws {
    for index in rows.indices where rows[index].count > 0 {
      rows[index].appendCSV(to: &parts[index].csv.held)
      parts[index].rows += rows[index].count
      try parts[index].csv.spill(to: "\(spill)-\(rows[index].table.name).csv")
    }
    clock.lap(.csv)
    guard writesXML else { return }
    for index in rows.indices where rows[index].count > 0 {
      rows[index].appendXML(to: &parts[index].xml.held)
      try parts[index].xml.spill(to: "\(spill)-\(rows[index].table.name).xml")
    }
    clock.lap(.xml)
  }
}

/// The tables' files while they are written. One thread at a time.
final class TableFiles {
  private let csv: [OutputFile]
  private let xml: [OutputFile]
  private(set) var rows: [Int]

  /// Makes `data/NAME.csv` of every table under the dataset's folder, and what XML needs under the work folder.
  init(folder: RunFolder, writesXML: Bool) throws {
    csv = try Schema.tables.map { table in
      let file = try OutputFile(folder.path("data/\(table.name).csv"))
      try file.write(TableRows.csvHeader(of: table))
      return file
    }
    xml =
      try writesXML
      ? Schema.tables.map { table in
        let file = try OutputFile(folder.work("\(table.name).xml"))
        try file.write(XMLDataset.start(of: table))
        return file
      } : []
    rows = Schema.tables.map { _ in 0 }
  }

  func count(of table: TablePlace) -> Int { rows[table.index] }

  /// Returns the time it took.
  func append(_ tables: TableParts) throws -> StageTimes {
    var clock = StageClock()
    for (index, part) in tables.parts.enumerated() {
      rows[index] += part.rows
      try part.csv.move(to: csv[index])
    }
    clock.lap(.csv)
    if xml.isEmpty { return clock.times }
    for (index, part) in tables.parts.enumerated() { try part.xml.move(to: xml[index]) }
    clock.lap(.xml)
    return clock.times
  }

  func close() throws {
    for file in csv { try file.close() }
    for (file, table) in zip(xml, Schema.tables) {
      try file.write(XMLDataset.end(of: table))
      try file.close()
    }
  }
}
