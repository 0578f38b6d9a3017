// Checks rows against their table, with what the checks need prepared once.
import Model

/// The same judgement as `Table.check`, which it calls to say what is wrong.
struct RowChecker: Sendable {
  let table: Table
  /// The allowed words of each column; nil where any are.
  private let words: [Set<String>?]

  init(table: Table) {
    self.table = table
    words = table.fields.map { if case .word(let words) = $0.kind { Set(words) } else { nil } }
  }

  func check(_ row: Row) throws(SchemaViolation) {
    guard row.count == words.count else { return try table.check(row) }
    for index in row.indices where !fits(row[index], column: index) { try table.check(row) }
  }

  private func fits(_ cell: Cell, column: Int) -> Bool {
    if let words = words[column], case .text(let text) = cell { return words.contains(text) }
    return table.fields[column].accepts(cell)
  }
}
