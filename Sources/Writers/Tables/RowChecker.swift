// Checks rows against their table, with what the checks need prepared once.
import Model

/// The same judgement as `Table.check`, which it calls to say what is wrong.
struct RowChecker: Sendable {
  /// What a column accepts besides an empty cell. Without payloads, which would be counted at each look.
  private enum Acceptance: Sendable { case text, identifier, integer, decimal, word, date, currency }

  let table: Table
  private let acceptances: [Acceptance]
  private let required: [Bool]
  /// Of each column; empty where it has no words of its own.
  private let words: [[String]]

  init(table: Table) {
    self.table = table
    required = table.fields.map(\.isRequired)
    acceptances = table.fields.map { field in
      switch field.kind {
      case .text, .list: .text
      case .identifier: .identifier
      case .integer: .integer
      case .decimal: .decimal
      case .word: .word
      case .date: .date
      case .currency: .currency
      }
    }
    words = table.fields.map { if case .word(let words) = $0.kind { words } else { [] } }
  }

  func check(_ row: Row) throws(SchemaViolation) {
    guard row.count == acceptances.count else { return try table.check(row) }
    for index in row.indices where !fits(row[index], index) { try table.check(row) }
  }

  private func fits(_ cell: Cell, _ column: Int) -> Bool {
    switch cell {
    case .empty: !required[column]
    case .integer: acceptances[column] == .integer || acceptances[column] == .decimal
    case .decimal: acceptances[column] == .decimal
    case .text(let text): fits(text, column)
    }
  }

  private func fits(_ text: String, _ column: Int) -> Bool {
    switch acceptances[column] {
    case .text: true
    case .identifier: text.utf8.contains(UInt8(ascii: "-"))
    // A dozen short words at most, sooner compared than hashed.
    case .word: words[column].contains(text)
    case .date: PartialDate(edtf: text) != nil
    case .currency: Currency.Code(text) != nil
    case .integer, .decimal: false
    }
  }
}
