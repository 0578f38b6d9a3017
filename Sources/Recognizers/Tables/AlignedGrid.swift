// Tables set in columns of spaces or tabs.
import Model

/// Full rows show where the columns are; the cells of other rows go to the nearest.
struct AlignedGrid {
  private let text: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon
  private var grid = Grid()

  /// The grid of lines without bars.
  static func grid(
    of lines: ArraySlice<TableLine>, in text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon
  ) -> Grid {
    if let grid = TabbedGrid.grid(of: lines, in: text) { return grid }
    var builder = AlignedGrid(text: text, lexicon: lexicon)
    builder.read(lines)
    return builder.grid
  }

  private init(text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  private mutating func read(_ lines: ArraySlice<TableLine>) {
    let rows = lines.map { line in
      line.kind == .plain || line.kind == .rule ? AlignedLine.segments(of: line, in: text) : []
    }
    let kinds = lines.map(\.kind)
    let spans = lines.map { TableLine.ink($0.span, in: text) }
    let firstEntry = rows.indices.first { kinds[$0] == .plain && isEntry(rows[$0]) }
    let full = fullCount(rows.indices.filter { kinds[$0] == .plain && isEntry(rows[$0]) }.map { rows[$0].count })
    let columns = AlignedColumns(
      fullRows: rows.indices.filter { kinds[$0] == .plain && rows[$0].count == full && isEntry(rows[$0]) }.map {
        rows[$0]
      })
    let heads = AlignedHeads(columns: columns)
    for index in rows.indices where kinds[index] == .plain && !rows[index].isEmpty {
      if index < firstEntry ?? 0 {
        let isRuled = index + 1 < rows.count && kinds[index + 1] == .rule
        addHead(
          rows[index], heads, strokes: isRuled ? rows[index + 1].map(\.place) : [], isRuled: isRuled, span: spans[index]
        )
      } else {
        grid.append(cells(rows[index], columns), span: spans[index])
      }
    }
    grid.columnCount = max(grid.columnCount, columns.count)
  }

  /// A line of heads; one that stands alone above all others, or over no column of its own, is a caption.
  private mutating func addHead(
    _ row: [Segment], _ heads: AlignedHeads, strokes: [Range<Int>], isRuled: Bool, span: Range<Int>
  ) {
    let cells = heads.cells(row, strokes: strokes)
    if row.count == 1, grid.rows.isEmpty || cells.isEmpty || cells[0].columns.count > 1 && isBracketed(row[0]) {
      grid.captions.append(row[0].span)
      return
    }
    // Below the heads a line in the place of the labels is the first of them.
    let isLabel = row.count == 1 && !isRuled && cells[0].columns == 0..<1 && grid.rows.contains { $0.cells.count > 1 }
    grid.append(cells, span: span, role: isLabel ? .entry : .head)
  }

  private func isBracketed(_ segment: Segment) -> Bool {
    text[segment.span.lowerBound] == UInt8(ascii: "(") && text[segment.span.upperBound - 1] == UInt8(ascii: ")")
  }

  /// A number that is no year behind the first segment.
  private func isEntry(_ row: [Segment]) -> Bool {
    row.count > 1
      && row.dropFirst().contains { segment in
        CellNumber(segment.span, in: text, lexicon: lexicon).map { !RowRoles.isYear($0, in: text) } ?? false
      }
  }

  /// The number of segments of a full row: the greatest that several rows have.
  private func fullCount(_ counts: [Int]) -> Int {
    var tally: [Int: Int] = [:]
    for count in counts { tally[count, default: 0] += 1 }
    let least = min(counts.count, max(2, counts.count * 3 / 20))
    return tally.filter { $0.value >= least }.keys.max() ?? tally.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
      ?? 1
  }

  private func cells(_ row: [Segment], _ columns: AlignedColumns) -> [Grid.Cell] {
    guard row.count != columns.count else { return placed(row, Array(row.indices)) }
    var row = row
    if row.count < columns.count { row = columns.split(row, in: text, lexicon: lexicon) }
    if row.count > columns.count { row = joinedLabel(row, until: columns.count) }
    guard let assigned = columns.assignment(of: row) else { return placed(row, Array(row.indices)) }
    return placed(row, assigned)
  }

  private func placed(_ row: [Segment], _ columns: [Int]) -> [Grid.Cell] {
    zip(row, columns).map { Grid.Cell(span: $0.span, columns: $1..<($1 + 1)) }
  }

  /// Words of a label that wide spaces part are one.
  private func joinedLabel(_ row: [Segment], until count: Int) -> [Segment] {
    let words = row.prefix { CellNumber($0.span, in: text, lexicon: lexicon) == nil }.count
    let joined = min(words, row.count - count + 1)
    guard joined > 1 else { return row }
    let (first, last) = (row[0], row[joined - 1])
    let label = Segment(
      span: first.span.lowerBound..<last.span.upperBound, place: first.place.lowerBound..<last.place.upperBound)
    return [label] + row[joined...]
  }
}
