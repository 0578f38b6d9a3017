// Writes one table as a fragment of dataset.xml, row by row.
import Formats
import Model

/// `<mentions><mention>…</mention>…</mentions>`: one element per row, in it one per cell that is not empty, named as the
/// field. Every row is checked against the table. Must end with `close`. Not thread-safe.
package final class XMLTableWriter {
  private let output: ByteOutput
  private let xml: XMLWriter
  private let checker: RowChecker
  private let tags: [XMLTag]
  private let openRow: [UInt8]
  private let closeRow: [UInt8]
  private var isOpen = false
  /// Rows written so far.
  package private(set) var rows = 0

  /// Writes to an open descriptor, which it does not close.
  package init(table: Table, fileDescriptor: Int32) {
    output = ByteOutput(fileDescriptor: fileDescriptor)
    xml = XMLWriter(to: output)
    checker = RowChecker(table: table)
    tags = table.fields.map { XMLTag($0.name, indent: 6) }
    openRow = Array("    <\(table.rowName)>\n".utf8)
    closeRow = Array("    </\(table.rowName)>\n".utf8)
  }

  /// Throws `SchemaViolation` for a row that does not fit, `OutputError` where bytes cannot be written.
  package func write(_ row: Row) throws {
    try checker.check(row)
    try open()
    try xml.raw(openRow)
    for (tag, cell) in zip(tags, row) {
      switch cell {
      case .empty: break
      case .text(let text): try xml.element(tag, text)
      case .integer(let value): try xml.element(tag, plain: Array(String(value).utf8))
      case .decimal(let value): try xml.element(tag, plain: value.asciiBytes)
      }
    }
    try xml.raw(closeRow)
    rows += 1
  }

  /// Ends the fragment and writes what is buffered. A table without rows is an empty element.
  package func close() throws {
    try open()
    try xml.raw(Array("  </\(checker.table.name)>\n".utf8))
    try xml.finish()
    try output.flush()
  }

  private func open() throws {
    guard !isOpen else { return }
    isOpen = true
    try xml.raw(Array("  <\(checker.table.name)>\n".utf8))
  }
}
