// Writes one table as a fragment of dataset.xml, row by row.
import Formats
import Model

/// `<mentions><mention>…</mention>…</mentions>`: one element per row, in it one per cell that is not empty, named as the
/// field. Every row is checked against the table. Must end with `close`. Not thread-safe.
package final class XMLTableWriter {
  private let output: ByteOutput
  private let xml: XMLWriter
  private let checker: RowChecker
  private let tableName: XMLName
  private let rowName: XMLName
  private var leaves: XMLLeaves
  private var isOpen = false
  /// Rows written so far.
  package private(set) var rows = 0

  /// Writes to an open descriptor, which it does not close.
  package init(table: Table, fileDescriptor: Int32) {
    output = ByteOutput(fileDescriptor: fileDescriptor)
    xml = XMLWriter(to: output, indent: true)
    checker = RowChecker(table: table)
    tableName = XMLName(table.name)
    rowName = XMLName(table.rowName)
    leaves = XMLLeaves(table.fields.map(\.name), depth: 2)
  }

  /// Gathers rows in memory, to stand between `start(of:)` and `end(of:)`.
  package init(rowsOf table: Table) {
    output = ByteOutput()
    xml = XMLWriter(to: output, indent: true)
    checker = RowChecker(table: table)
    tableName = XMLName(table.name)
    rowName = XMLName(table.rowName)
    leaves = XMLLeaves(table.fields.map(\.name), depth: 2)
  }

  /// Ends the rows gathered in memory and returns them, without the element around them; nothing is written after.
  package func gathered() throws -> [UInt8] {
    guard rows > 0 else { return [] }
    try close()
    let bytes = output.bytes
    // The first '>' and line feed end the table's start tag; the last '<' begins its end tag.
    guard let start = bytes.firstIndex(of: UInt8(ascii: "\n")), let end = bytes.lastIndex(of: UInt8(ascii: "<")) else {
      return []
    }
    return Array(bytes[(start + 1)..<end])
  }

  package static func start(of table: Table) -> [UInt8] { Array("<\(table.name)>\n".utf8) }
  package static func end(of table: Table) -> [UInt8] { Array("</\(table.name)>\n".utf8) }

  /// Throws `SchemaViolation` for a row that does not fit, `OutputError` where bytes cannot be written.
  package func write(_ row: Row) throws {
    try checker.check(row)
    try append(row)
  }

  /// Writes a row that the table's CSV writer has checked.
  package func append(_ row: Row) throws {
    try open()
    try xml.startElement(rowName)
    Self.append(row, to: &leaves)
    try xml.write(&leaves)
    try xml.endElement()
    rows += 1
  }

  private static func append(_ row: Row, to leaves: inout XMLLeaves) {
    for index in row.indices {
      switch row[index] {
      case .empty: break
      case .text(let text): leaves.append(index, text)
      case .integer(let value): leaves.append(index, value)
      case .decimal(let value): leaves.append(index, plain: value.asciiBytes)
      }
    }
  }

  /// Ends the fragment and writes what is buffered. A table without rows is an empty element.
  package func close() throws {
    try open()
    try xml.finish()
    try output.flush()
  }

  private func open() throws {
    guard !isOpen else { return }
    isOpen = true
    try xml.startElement(tableName)
  }
}
