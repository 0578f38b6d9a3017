// The rows of one chunk of documents, table by table, and their bytes in every output format.
import Model
import Writers

/// Rows gathered for the tables, in order.
struct ChunkRows {
  private(set) var rows: [[Row]] = Schema.tables.map { _ in [] }

  mutating func add(_ row: Row, to table: Table) {
    guard let index = TableParts.index(of: table) else { return }
    rows[index].append(row)
  }
}

/// The bytes of a chunk's rows, to stand behind those of the chunk before.
struct TableParts: Sendable {
  struct Part: Sendable {
    var rows = 0
    var csv: [UInt8] = []
    var xml: [UInt8] = []
  }

  /// As `Schema.tables`.
  private(set) var parts: [Part] = Schema.tables.map { _ in Part() }

  /// Writes rows; each is checked against its table, and a row that does not fit is thrown.
  init(_ rows: ChunkRows, writesXML: Bool, clock: inout StageClock) throws {
    for (index, table) in Schema.tables.enumerated() where !rows.rows[index].isEmpty {
      let writer = CSVTableWriter(rowsOf: table)
      for row in rows.rows[index] { try writer.write(row) }
      parts[index].csv = try writer.gathered()
      parts[index].rows = rows.rows[index].count
    }
    clock.lap(.csv)
    guard writesXML else { return }
    for (index, table) in Schema.tables.enumerated() where !rows.rows[index].isEmpty {
      let writer = XMLTableWriter(rowsOf: table)
      for row in rows.rows[index] { try writer.append(row) }
      parts[index].xml = try writer.gathered()
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
      try csv[index].write(part.csv)
    }
    clock.lap(.csv)
    if xml.isEmpty { return clock.times }
    for (index, part) in tables.parts.enumerated() { try xml[index].write(part.xml) }
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
