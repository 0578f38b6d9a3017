// Tables with one tab between two cells, whatever their widths, as spreadsheets copy them.
import Model

enum TabbedGrid {
  /// Nil where the lines do not have the same number of tabs.
  static func grid(of lines: ArraySlice<TableLine>, in text: UnsafeBufferPointer<UInt8>) -> Grid? {
    let plain = lines.filter { $0.kind == .plain }
    let counts = plain.map { line in text[line.span].count { $0 == 0x09 } }
    guard let most = counts.max(), most > 0, counts.count(where: { $0 == most }) * 3 >= counts.count * 2 else {
      return nil
    }
    var grid = Grid()
    for line in plain {
      let cells = cells(of: line, in: text)
      if grid.rows.isEmpty, cells.count == 1, most > 0, cells[0].columns.lowerBound == 0 {
        grid.captions.append(cells[0].span)
      } else {
        grid.append(cells, span: TableLine.ink(line.span, in: text))
      }
    }
    return grid
  }

  private static func cells(of line: TableLine, in text: UnsafeBufferPointer<UInt8>) -> [Grid.Cell] {
    var cells: [Grid.Cell] = []
    var column = 0
    var start = line.span.lowerBound
    for index in line.span.lowerBound...line.span.upperBound
    where index == line.span.upperBound || text[index] == 0x09 {
      let ink = TableLine.ink(start..<index, in: text)
      if !ink.isEmpty { cells.append(Grid.Cell(span: ink, columns: column..<(column + 1))) }
      column += 1
      start = index + 1
    }
    return cells
  }
}
