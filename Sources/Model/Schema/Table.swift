// A published table: its columns, its key, and the tables it refers to.

package struct Table: Sendable, Hashable {
  package struct Reference: Sendable, Hashable {
    /// Column of this table.
    package let field: String
    /// Table and column it refers to.
    package let table: String
    package let target: String

    package init(_ field: String, to table: String, _ target: String) {
      self.field = field
      self.table = table
      self.target = target
    }
  }

  /// `mentions`; also the file's name and, in XML, the element that holds the rows.
  package let name: String
  /// `mention`: the XML element of one row.
  package let rowName: String
  package let meaning: String
  package let fields: [Field]
  /// Columns whose values together are unique.
  package let primaryKey: [String]
  package let references: [Reference]

  package init(
    name: String, rowName: String, meaning: String, primaryKey: [String], references: [Reference] = [], fields: [Field]
  ) {
    self.name = name
    self.rowName = rowName
    self.meaning = meaning
    self.fields = fields
    self.primaryKey = primaryKey
    self.references = references
  }
}

/// One value of a row.
package enum Cell: Sendable, Hashable {
  case empty
  case text(String)
  case integer(Int)
  case decimal(ExactDecimal)

  package init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
  package init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .empty }
  package init(_ decimal: ExactDecimal?) { self = decimal.map { .decimal($0) } ?? .empty }
  package init(_ code: Currency.Code?) { self = code.map { .text($0.description) } ?? .empty }
}

/// The values of one row, in the order of its table's fields.
package typealias Row = [Cell]

/// A row that does not fit its table.
package struct SchemaViolation: Error, Hashable, CustomStringConvertible {
  package let table: String
  package let field: String
  package let description: String
}

extension Table {
  /// Throws where a row has the wrong number of cells, misses a required value or has one of the wrong kind.
  package func check(_ row: Row) throws(SchemaViolation) {
    guard row.count == fields.count else {
      throw violation(byCount: row.count)
    }
    for (column, cell) in row.enumerated() {
      guard fields[column].accepts(cell) else { throw violation(by: cell, in: column) }
    }
  }

  /// What is wrong with a row of so many cells.
  package func violation(byCount count: Int) -> SchemaViolation {
    violation("", "has \(count) cells, expected \(fields.count)")
  }

  /// What is wrong with a cell that does not fit its column, or has none.
  package func violation(by cell: Cell, in column: Int) -> SchemaViolation {
    guard column < fields.count else { return violation(byCount: column + 1) }
    return violation(fields[column].name, "found \(cell), expected \(fields[column].kind)")
  }

  private func violation(_ field: String, _ problem: String) -> SchemaViolation {
    SchemaViolation(table: name, field: field, description: "table \(name), field \(field): \(problem)")
  }
}

extension Field {
  /// Whether a cell may stand in this column.
  package func accepts(_ cell: Cell) -> Bool {
    switch (kind, cell) {
    case (_, .empty): !isRequired
    case (.integer, .integer), (.decimal, .decimal), (.decimal, .integer), (.text, .text), (.list, .text): true
    case (.identifier, .text(let text)): text.utf8.contains(UInt8(ascii: "-"))
    case (.word(let words), .text(let text)): words.contains(text)
    case (.currency, .text(let text)): Currency.Code(text) != nil
    case (.date, .text(let text)): PartialDate(edtf: text) != nil
    default: false
    }
  }
}
