// Columns aligned for a terminal.

package enum TextTable {
  /// Rows with their cells padded to the widest of each column, counted in characters; a line for each row.
  package static func lines(_ rows: [[String]]) -> [UInt8] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    var text = ""
    for row in rows {
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        text += cell + (isLast ? "" : String(repeating: " ", count: widths[column] - cell.count + 2))
      }
      text += "\n"
    }
    return Array(text.utf8)
  }
}
