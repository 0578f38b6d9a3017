// Writes one table as CSV, row by row.
import Formats
import Model

/// Header first; every row is checked against the table. Must end with `close`. Not thread-safe.
package final class CSVTableWriter {
  private static let chunk = 1 << 16

  private let output: ByteOutput
  private let checker: RowChecker
  private var csv = CSVWriter(capacity: chunk + 1 << 14)
  /// Rows written so far.
  package private(set) var rows = 0

  /// Writes to an open descriptor, which it does not close.
  package init(table: Table, fileDescriptor: Int32) {
    output = ByteOutput(fileDescriptor: fileDescriptor, capacity: Self.chunk)
    checker = RowChecker(table: table)
    for field in table.fields { csv.field(field.name) }
    csv.endRecord()
  }

  /// Gathers rows in memory, without the header, to stand behind others.
  package init(rowsOf table: Table) {
    output = ByteOutput()
    checker = RowChecker(table: table)
  }

  /// Ends the rows gathered in memory and returns them.
  package func gathered() throws -> [UInt8] {
    try handOn()
    return output.bytes
  }

  /// The first line of a table's file.
  package static func header(of table: Table) -> [UInt8] {
    var csv = CSVWriter(capacity: 1 << 12)
    for field in table.fields { csv.field(field.name) }
    csv.endRecord()
    return csv.bytes
  }

  /// Bytes written so far, the buffered ones included.
  package var bytes: Int { output.count + csv.bytes.count }

  /// Throws `SchemaViolation` for a row that does not fit, `OutputError` where bytes cannot be written.
  package func write(_ row: Row) throws {
    try checker.check(row)
    Self.append(row, to: &csv)
    rows += 1
    if csv.bytes.count >= Self.chunk { try handOn() }
  }

  /// Writes what is buffered. A table without rows has its header.
  package func close() throws {
    try handOn()
    try output.flush()
  }

  private func handOn() throws {
    try output.write(csv.bytes)
    csv.removeAll()
  }

  private static func append(_ row: Row, to csv: inout CSVWriter) {
    for cell in row {
      switch cell {
      case .empty: csv.emptyField()
      case .text(let text): csv.field(text)
      case .integer(let value): csv.field(value)
      case .decimal(let value): csv.field(plain: value.asciiBytes)
      }
    }
    csv.endRecord()
  }
}
