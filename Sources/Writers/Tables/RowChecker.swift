// Checks rows against their table, with what the checks need prepared once.
import Model

/// The same judgement as `Table.check`, which it calls to say what is wrong.
struct RowChecker: Sendable {
  /// What a column accepts besides an empty cell.
  private enum Acceptance: Sendable {
    case text
    case identifier
    case integer
    case decimal
    case word([String])
    case date
    case currency
  }

  let table: Table
  private let acceptances: [Acceptance]
  private let required: [Bool]

  init(table: Table) {
    self.table = table
    required = table.fields.map(\.isRequired)
    acceptances = table.fields.map { field in
      switch field.kind {
      case .text, .list: .text
      case .identifier: .identifier
      case .integer: .integer
      case .decimal: .decimal
      case .word(let words): .word(words)
      case .date: .date
      case .currency: .currency
      }
    }
  }

  func check(_ row: Row) throws(SchemaViolation) {
    guard row.count == acceptances.count else { return try table.check(row) }
    for index in row.indices where !fits(row[index], index) { try table.check(row) }
  }

  private func fits(_ cell: Cell, _ column: Int) -> Bool {
    switch (acceptances[column], cell) {
    case (_, .empty): !required[column]
    case (.text, .text), (.integer, .integer), (.decimal, .decimal), (.decimal, .integer): true
    case (.identifier, .text(let text)): text.utf8.contains(UInt8(ascii: "-"))
    // A dozen short words at most, sooner compared than hashed.
    case (.word(let words), .text(let text)): words.contains(text)
    case (.date, .text(let text)): PartialDate(edtf: text) != nil
    case (.currency, .text(let text)): Currency.Code(text) != nil
    default: false
    }
  }
}
