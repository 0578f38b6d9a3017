// Tables with bars between their cells: Markdown's, with or without bars at the ends, and those drawn with +---+.
import Model

enum BarGrid {
  /// The grid of lines that hold bars, and rules between them. After GitHub Flavored Markdown 0.29, section 4.10: rows
  /// above the delimiter row are heads, a bar behind a backslash belongs to its cell.
  static func grid(of lines: ArraySlice<TableLine>, in text: UnsafeBufferPointer<UInt8>) -> Grid {
    var grid = Grid()
    let firstRow = lines.firstIndex { $0.kind == .bars } ?? lines.startIndex
    let delimiter = lines[firstRow...].firstIndex { $0.kind == .rule } ?? firstRow
    for index in lines.indices where lines[index].kind == .bars {
      let line = lines[index]
      let isHead = index < delimiter
      grid.append(
        cells(of: line, stretching: isHead, in: text), span: TableLine.ink(line.span, in: text),
        role: isHead ? .head : .entry)
    }
    return grid
  }

  /// The cells of a row; a head may stretch over the empty cells to its right.
  private static func cells(
    of line: TableLine, stretching: Bool, in text: UnsafeBufferPointer<UInt8>
  ) -> [Grid.Cell] {
    var span = TableLine.ink(line.span, in: text)
    if text[span.lowerBound] == UInt8(ascii: "|") { span = (span.lowerBound + 1)..<span.upperBound }
    var cells: [Grid.Cell] = []
    var column = 0
    var start = span.lowerBound
    var index = start
    while index <= span.upperBound {
      guard index == span.upperBound || isBar(index, in: text) else {
        index += 1
        continue
      }
      let ink = TableLine.ink(start..<index, in: text)
      if !ink.isEmpty {
        cells.append(Grid.Cell(span: ink, columns: column..<(column + 1)))
      } else if stretching, index < span.upperBound, let last = cells.last, last.columns.lowerBound > 0 {
        cells[cells.count - 1].columns = last.columns.lowerBound..<(column + 1)
      }
      column += 1
      index += 1
      start = index
    }
    return cells
  }

  private static func isBar(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    text[index] == UInt8(ascii: "|") && text[index - 1] != UInt8(ascii: "\\")
  }
}
