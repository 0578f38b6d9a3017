// Writes one table as CSV, row by row.
import Formats
import Model

/// Header first; every row is checked against the table. Must end with `close`. Not thread-safe.
package final class CSVTableWriter {
  private let output: ByteOutput
  private let csv: CSVWriter
  private let checker: RowChecker
  private var hasHeader = false
  /// Rows written so far.
  package private(set) var rows = 0

  /// Writes to an open descriptor, which it does not close.
  package init(table: Table, fileDescriptor: Int32) {
    output = ByteOutput(fileDescriptor: fileDescriptor)
    csv = CSVWriter(to: output)
    checker = RowChecker(table: table)
  }

  /// Bytes written so far, the buffered ones included.
  package var bytes: Int { output.count }

  /// Throws `SchemaViolation` for a row that does not fit, `OutputError` where bytes cannot be written.
  package func write(_ row: Row) throws {
    try checker.check(row)
    try writeHeader()
    for cell in row {
      switch cell {
      case .empty: try csv.emptyField()
      case .text(let text): try csv.field(text)
      case .integer(let value): try csv.field(value)
      case .decimal(let value): try csv.field(value.description)
      }
    }
    try csv.endRecord()
    rows += 1
  }

  /// Writes what is buffered. A table without rows has its header.
  package func close() throws {
    try writeHeader()
    try output.flush()
  }

  private func writeHeader() throws {
    guard !hasHeader else { return }
    hasHeader = true
    for field in checker.table.fields { try csv.field(field.name) }
    try csv.endRecord()
  }
}
