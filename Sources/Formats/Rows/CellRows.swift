// Rows of cells as text, gathered before CSV and XML are made of them: each cell is looked at once, for both.

/// Holds the rows of one table, of as many cells each as it has columns. A cell without text is an empty one.
///
/// Public because only what is public can be inlined in other modules.
public struct CellRows: Sendable {
  /// Where a cell ends in `text`, and what it holds.
  @usableFromInline
  struct Cell: Sendable {
    @usableFromInline let packed: UInt

    /// Of a cell without marks.
    @inlinable
    init(end: Int) { packed = UInt(bitPattern: end) << 4 }

    init(end: Int, marks: TextMarks) { packed = UInt(bitPattern: end) << 4 | UInt(marks.rawValue) }

    var end: Int { Int(bitPattern: packed >> 4) }
    var marks: TextMarks { TextMarks(rawValue: UInt8(truncatingIfNeeded: packed & 15)) }
  }

  package let columns: Int
  @usableFromInline var text = GatheredBytes()
  /// Row by row, those of a row under way too.
  @usableFromInline var cells: [Cell] = []

  /// `columns` is one or more.
  package init(columns: Int) { self.columns = max(1, columns) }

  /// Whole rows.
  package var count: Int { cells.count / columns }
  /// Bytes of all cells.
  package var byteCount: Int { text.count }

  @inlinable
  public mutating func appendEmpty() { cells.append(Cell(end: text.count)) }

  /// A cell of any text, taken to be well-formed UTF-8.
  package mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(cell)
    text.append(bytes)
    cells.append(Cell(end: text.count, marks: TextMarks(of: bytes)))
  }

  /// A cell of ASCII letters, digits, and marks that mean nothing in CSV and XML, with no space at its ends.
  @inlinable
  public mutating func appendPlain(_ cell: UnsafeBufferPointer<UInt8>) {
    text.append(UnsafeRawBufferPointer(cell))
    cells.append(Cell(end: text.count))
  }

  /// A cell of at most so many ASCII letters, digits, and marks that mean nothing in CSV and XML, with no space at its
  /// ends; `write` puts them where it is told, with room for `GatheredBytes.slack` more, and returns how many they are.
  @inlinable
  public mutating func appendPlain(atMost most: Int, _ write: (UnsafeMutableRawPointer) -> Int) {
    text.append(atMost: most, write)
    cells.append(Cell(end: text.count))
  }

  /// The text of a cell of the row under way or of one before it.
  package func string(_ row: Int, _ column: Int) -> String {
    let place = row * columns + column
    let start = place > 0 ? cells[place - 1].end : 0
    return text.withBytes { String(decoding: $0[start..<cells[place].end], as: UTF8.self) }
  }

  /// Drops the last cells.
  package mutating func removeLast(_ count: Int) { keep(max(0, cells.count - count)) }

  /// Forgets all cells, keeping the room.
  package mutating func removeAll() { keep(0) }

  private mutating func keep(_ count: Int) {
    cells.removeSubrange(count...)
    text.removeAll(after: cells.last?.end ?? 0)
  }

  /// Lends each row's cells, with where its text begins.
  @inline(__always)
  func forEachRow(_ body: (_ cells: UnsafeBufferPointer<Cell>, _ start: Int, _ text: UnsafeRawBufferPointer) -> Void) {
    text.withBytes { text in
      cells.withUnsafeBufferPointer { cells in
        var start = 0
        for first in stride(from: 0, through: cells.count - columns, by: columns) {
          let row = UnsafeBufferPointer(rebasing: cells[first..<(first + columns)])
          body(row, start, text)
          start = row[columns - 1].end
        }
      }
    }
  }
}
