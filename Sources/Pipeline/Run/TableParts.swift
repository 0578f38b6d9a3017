// The rows of one chunk of documents, table by table, and their bytes in every output format.
import Model
import Writers

/// Rows gathered for the tables, in order, some thousand at a time; then only their bytes are kept.
struct ChunkRows {
  private static let rowsAtOnce = 2048

  private let writesXML: Bool
  /// What the time between two encodings is charged to.
  private let stage: StageName
  private var clock = StageClock()
  private var rows: [[Row]] = Schema.tables.map { _ in [] }
  private var count = 0
  private var parts: TableParts

  /// `spill` begins the names of the files that hold what is too much for the memory.
  init(writesXML: Bool, stage: StageName, spill: String) {
    self.writesXML = writesXML
    self.stage = stage
    parts = TableParts(spill: spill)
  }

  /// Throws where rows do not fit their table or cannot be spilled.
  mutating func add(_ row: Row, to table: Table) throws {
    guard let index = TableParts.index(of: table) else { return }
    rows[index].append(row)
    count += 1
    if count == Self.rowsAtOnce { try encode() }
  }

  /// The bytes of all rows, and the time that all took.
  mutating func finish() throws -> (tables: TableParts, times: StageTimes) {
    try encode()
    return (parts, clock.times)
  }

  private mutating func encode() throws {
    clock.lap(stage)
    try parts.append(rows, writesXML: writesXML, clock: &clock)
    for index in rows.indices { rows[index].removeAll(keepingCapacity: true) }
    count = 0
  }
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

  /// Adds rows by table; each is checked against its table, and a row that does not fit is thrown.
  mutating func append(_ rows: [[Row]], writesXML: Bool, clock: inout StageClock) throws {
    for (index, table) in Schema.tables.enumerated() where !rows[index].isEmpty {
      let writer = CSVTableWriter(rowsOf: table)
      for row in rows[index] { try writer.write(row) }
      parts[index].csv.held += try writer.gathered()
      parts[index].rows += rows[index].count
      try parts[index].csv.spill(to: "\(spill)-\(table.name).csv")
    }
    clock.lap(.csv)
    guard writesXML else { return }
    for (index, table) in Schema.tables.enumerated() where !rows[index].isEmpty {
      let writer = XMLTableWriter(rowsOf: table)
      for row in rows[index] { try writer.append(row) }
      parts[index].xml.held += try writer.gathered()
      try parts[index].xml.spill(to: "\(spill)-\(table.name).xml")
    }
    clock.lap(.xml)
  }

  static func index(of table: Table) -> Int? { Schema.tables.firstIndex { $0.name == table.name } }
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
      try file.write(CSVTableWriter.header(of: table))
      return file
    }
    xml =
      try writesXML
      ? Schema.tables.map { table in
        let file = try OutputFile(folder.work("\(table.name).xml"))
        try file.write(XMLTableWriter.start(of: table))
        return file
      } : []
    rows = Schema.tables.map { _ in 0 }
  }

  func count(of table: Table) -> Int { TableParts.index(of: table).map { rows[$0] } ?? 0 }

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
      try file.write(XMLTableWriter.end(of: table))
      try file.close()
    }
  }
}
