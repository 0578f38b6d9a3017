// Rows of one table, gathered cell by cell and checked against it, until CSV and XML are made of them.
import Formats
import Model

/// Cells come in the order of the table's fields, then `endRow`. A cell that does not fit its column is told there.
package struct TableRows: Sendable {
  package let table: Table
  private let columns: [ColumnCheck]
  private let tags: XMLRowTags
  private var cells: CellRows
  /// The column of the next cell.
  private var column = 0
  private var violation: SchemaViolation?

  package init(of table: Table) {
    self.table = table
    columns = table.fields.map { ColumnCheck($0) }
    cells = CellRows(columns: table.fields.count)
    // The table's own element stands around the rows.
    tags = XMLRowTags(row: table.rowName, columns: table.fields.map(\.name), depth: 1)
  }

  package var count: Int { cells.count }
  /// Bytes of all cells.
  package var byteCount: Int { cells.byteCount }

  /// The first line of the table's CSV file.
  package static func csvHeader(of table: Table) -> [UInt8] {
    var csv = CSVWriter()
    for field in table.fields { csv.field(field.name) }
    csv.endRecord()
    return csv.bytes
  }

  package func appendCSV(to bytes: inout GatheredBytes) { bytes.appendCSV(cells) }

  /// The rows' elements, to stand between `XMLDataset.start(of:)` and `XMLDataset.end(of:)`.
  package func appendXML(to bytes: inout GatheredBytes) { bytes.appendXML(cells, tags: tags) }

  /// The text of each cell of a row, empty for an empty one.
  package func texts(_ row: Int) -> [String] { table.fields.indices.map { cells.string(row, $0) } }

  /// Forgets the rows, keeping the room.
  package mutating func removeAll() { cells.removeAll() }

  package mutating func append(_ row: Row) throws(SchemaViolation) {
    for cell in row { append(cell) }
    try endRow()
  }

  /// Throws where a cell of the row did not fit, or there are too few or too many; the row is not kept then.
  package mutating func endRow() throws(SchemaViolation) {
    defer {
      column = 0
      violation = nil
    }
    if violation == nil, column == columns.count { return }
    cells.removeLast(column)
    throw violation ?? table.violation(byCount: column)
  }
}

// The cells.
extension TableRows {
  package mutating func append(_ cell: Cell) {
    switch cell {
    case .empty: appendEmpty()
    case .text(let text): append(text)
    case .integer(let value): append(value)
    case .decimal(let value): append(value)
    }
  }

  package mutating func appendEmpty() {
    if !accepts(.empty) { refuse(.empty) }
    cells.appendEmpty()
    column += 1
  }

  /// Text of any kind; empty where there is none.
  package mutating func append(_ text: String?) {
    guard var text, !text.isEmpty else { return appendEmpty() }
    text.withUTF8 { utf8 in
      if column >= columns.count || !columns[column].accepts(utf8) {
        refuse(.text(String(decoding: utf8, as: UTF8.self)))
      }
      cells.append(utf8)
    }
    column += 1
  }

  /// Text of ASCII letters, digits and marks that mean nothing in CSV and XML: a name of ours.
  package mutating func append(name: String?) {
    guard var name, !name.isEmpty else { return appendEmpty() }
    name.withUTF8 { utf8 in
      if column >= columns.count || !columns[column].accepts(utf8) {
        refuse(.text(String(decoding: utf8, as: UTF8.self)))
      }
      cells.appendPlain(utf8)
    }
    column += 1
  }

  package mutating func append(_ integer: Int?) {
    guard let integer else { return appendEmpty() }
    if !accepts(.integers) { refuse(.integer(integer)) }
    cells.appendPlain(atMost: 20) { $0.write(integer) }
    column += 1
  }

  package mutating func append(_ decimal: ExactDecimal?) {
    guard let decimal else { return appendEmpty() }
    if !accepts(.decimals) { refuse(.decimal(decimal)) }
    cells.appendPlain(atMost: ExactDecimal.longestText) { decimal.write(to: $0) }
    column += 1
  }

  package mutating func append(_ code: Currency.Code?) {
    guard let code else { return appendEmpty() }
    if !accepts(.currencies) { refuse(.text(code.description)) }
    cells.appendPlain(atMost: 3) {
      code.write(to: $0)
      return 3
    }
    column += 1
  }

  package mutating func append(_ date: PartialDate?) {
    guard let date else { return appendEmpty() }
    if !accepts(.dates) { refuse(.text(date.description)) }
    cells.appendPlain(atMost: 10) { date.write(to: $0) }
    column += 1
  }

  /// `line 7`.
  mutating func append(line: Int) {
    if !accepts(.anyText) { refuse(.integer(line)) }
    cells.appendPlain(atMost: 25) { start in
      start.storeBytes(of: 0x656E_696C, as: UInt32.self)
      start.storeBytes(of: 0x20, toByteOffset: 4, as: UInt8.self)
      return 5 + (start + 5).write(line)
    }
    column += 1
  }

  /// Separated by spaces.
  mutating func append(_ codes: [Currency.Code]) {
    guard !codes.isEmpty else { return appendEmpty() }
    if !accepts(.anyText) { refuse(.text("\(codes)")) }
    cells.appendPlain(atMost: 4 * codes.count) { start in
      var end = start
      for code in codes {
        code.write(to: end)
        end.storeBytes(of: 0x20, toByteOffset: 3, as: UInt8.self)
        end += 4
      }
      return end - start - 1
    }
    column += 1
  }

  /// `120-131 140-152`.
  mutating func append(_ ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return appendEmpty() }
    if !accepts(.anyText) { refuse(.text("\(ranges)")) }
    cells.appendPlain(atMost: 42 * ranges.count) { start in
      var end = start
      for range in ranges {
        end += end.write(range.lowerBound)
        end.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
        end += 1 + (end + 1).write(range.upperBound)
        end.storeBytes(of: 0x20, as: UInt8.self)
        end += 1
      }
      return end - start - 1
    }
    column += 1
  }

  private func accepts(_ kind: ColumnCheck.Kinds) -> Bool {
    column < columns.count && columns[column].kinds.contains(kind)
  }

  private mutating func refuse(_ cell: Cell) {
    violation = violation ?? table.violation(by: cell, in: column)
  }
}
