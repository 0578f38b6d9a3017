// A table as rows of cells, wherever it stood: Markdown, columns of spaces, HTML or a page.

/// Every span is of the normalized text. What reads a format makes the grid; what reads amounts sees nothing else of it.
package struct Grid: Sendable, Hashable {
  package struct Cell: Sendable, Hashable {
    /// Its ink, never empty: an empty cell is none.
    package var span: Range<Int>
    /// The columns it stretches over.
    package var columns: Range<Int>

    package init(span: Range<Int>, columns: Range<Int>) {
      self.span = span
      self.columns = columns
    }
  }

  package struct Row: Sendable, Hashable {
    package enum Role: Sendable {
      /// Says what stands in the columns below it.
      case head
      case entry
      /// A label for the rows below it, or the unit they are in.
      case group
      /// The first part of the label of the row below.
      case labelAbove
      /// The last part of the label of the row above.
      case labelBelow
    }

    /// The text of its lines.
    package var span: Range<Int>
    /// Indices into the grid's cells, in the order of the columns.
    package var cells: Range<Int>
    package var role: Role

    package init(span: Range<Int>, cells: Range<Int>, role: Role = .entry) {
      self.span = span
      self.cells = cells
      self.role = role
    }
  }

  package var rows: [Row] = []
  package var cells: [Cell] = []
  package var columnCount = 0
  /// Lines that say what the whole table is, in the order of the text.
  package var captions: [Range<Int>] = []
  /// Lines below the table.
  package var notes: [Range<Int>] = []

  package init() {}

  /// The index of the cell of a row that stands in a column; nil where it is empty.
  package func cell(of row: Row, in column: Int) -> Int? {
    var low = row.cells.lowerBound
    var high = row.cells.upperBound
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].columns.upperBound <= column { low = middle + 1 } else { high = middle }
    }
    return low < row.cells.upperBound && cells[low].columns.contains(column) ? low : nil
  }

  /// Adds a row of cells, which are in the order of the columns.
  package mutating func append(_ row: some Sequence<Cell>, span: Range<Int>, role: Row.Role = .entry) {
    let first = cells.count
    cells += row
    if let last = cells.last, cells.count > first { columnCount = max(columnCount, last.columns.upperBound) }
    rows.append(Row(span: span, cells: first..<cells.count, role: role))
  }
}
