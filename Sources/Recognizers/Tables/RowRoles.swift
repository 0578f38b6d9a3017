// What each row of a grid is: a head, an entry, a label for those below, or half of a label.
import Model

/// What a reader has declared to be heads stays so.
struct RowRoles {
  private let text: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon

  static func mark(_ grid: inout Grid, in text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    let roles = RowRoles(text: text, lexicon: lexicon)
    let first = roles.markHeads(&grid)
    roles.markLabels(&grid, from: first)
  }

  /// Four digits that can be a year and nothing else.
  static func isYear(_ number: CellNumber, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard number.digits.count == 4, number.surface == number.digits, !number.isPercent else { return false }
    let digits = text[number.digits]
    guard digits.allSatisfy(Bytes.isDigit) else { return false }
    let year = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1900...2100).contains(year)
  }

  /// Marks the rows above the first entry; returns the first row behind them.
  private func markHeads(_ grid: inout Grid) -> Int {
    let declared = grid.rows.prefix { $0.role == .head }.count
    var end = declared
    for index in declared..<grid.rows.count {
      let row = grid.rows[index]
      let isHead = declared > 0 ? isFurtherHead(row, in: grid) : isHead(row, in: grid)
      if isHead {
        for place in end...index { grid.rows[place].role = .head }
        end = index + 1
      } else if declared > 0 || !isLabel(row) || index > end + 1 {
        break
      }
    }
    return end
  }

  /// Words in the columns, or years.
  private func isHead(_ row: Grid.Row, in grid: Grid) -> Bool {
    let cells = grid.cells[row.cells].filter { $0.columns.lowerBound > 0 }
    guard !cells.isEmpty else { return false }
    if isNumbering(cells) { return true }
    let numbers = cells.compactMap { CellNumber($0.span, in: text, lexicon: lexicon) }
    return numbers.allSatisfy { Self.isYear($0, in: text) } && cells.contains { !isFiller($0.span) }
  }

  /// Below the declared heads only years, units and numbers of columns, without a label.
  private func isFurtherHead(_ row: Grid.Row, in grid: Grid) -> Bool {
    guard let first = grid.cells[row.cells].first else { return false }
    return isHead(row, in: grid) && first.columns.lowerBound > 0
  }

  /// "(1) (2) (3)".
  private func isNumbering(_ cells: [Grid.Cell]) -> Bool {
    guard cells.count > 1 else { return false }
    var last = -1
    for cell in cells {
      guard let number = CellNumber(cell.span, in: text, lexicon: lexicon), number.digits.count < 3,
        let value = Int(String(decoding: text[number.digits], as: UTF8.self)), last < 0 ? value < 3 : value == last + 1
      else { return false }
      last = value
    }
    return true
  }

  private func isLabel(_ row: Grid.Row) -> Bool { row.cells.count <= 1 }

  /// "—", "n/a", "..": nothing is known, or there is nothing.
  private func isFiller(_ span: Range<Int>) -> Bool {
    let letters = text[span].filter { Bytes.isLetter($0) }
    return letters.isEmpty
      ? !text[span].contains { Bytes.isDigit($0) || $0 >= 0xE3 || (0xC3...0xDF).contains($0) }
      : letters.count == 2 && letters[letters.startIndex] | 0x20 == UInt8(ascii: "n")
        && letters.last.map { $0 | 0x20 } == UInt8(ascii: "a")
  }

  private func markLabels(_ grid: inout Grid, from first: Int) {
    for index in first..<max(grid.rows.count, first) {
      let row = grid.rows[index]
      if isRepeatedHead(row, in: grid) {
        grid.rows[index].role = .head
      } else if row.cells.count == 1, let cell = grid.cells[row.cells].first,
        CellNumber(cell.span, in: text, lexicon: lexicon) == nil
      {
        grid.rows[index].role = role(of: cell, at: index, in: grid)
      }
    }
  }

  /// Years again over the next part of a table.
  private func isRepeatedHead(_ row: Grid.Row, in grid: Grid) -> Bool {
    let cells = grid.cells[row.cells].filter { $0.columns.lowerBound > 0 }
    guard cells.count > 1 else { return false }
    return cells.allSatisfy { cell in
      CellNumber(cell.span, in: text, lexicon: lexicon).map { Self.isYear($0, in: text) } ?? false
    }
  }

  /// A label that stands alone heads a group, unless it or its neighbour shows that it goes on.
  private func role(of label: Grid.Cell, at index: Int, in grid: Grid) -> Grid.Row.Role {
    guard label.columns.lowerBound == 0 else { return .group }
    if index > 0, grid.rows[index - 1].role == .entry || grid.rows[index - 1].role == .labelBelow,
      let above = grid.cells[grid.rows[index - 1].cells].first, above.columns.lowerBound == 0,
      beginsSmall(label.span) || isUnfinished(above.span)
    {
      return .labelBelow
    }
    guard index + 1 < grid.rows.count, let below = grid.cells[grid.rows[index + 1].cells].first else { return .group }
    if below.columns.lowerBound > 0 { return grid.rows[index + 1].cells.count > 0 ? .labelAbove : .group }
    return beginsSmall(below.span) || isUnfinished(label.span) ? .labelAbove : .group
  }

  private func beginsSmall(_ span: Range<Int>) -> Bool {
    let first = text[span.lowerBound]
    if first < 0x80 { return first &- 0x61 < 26 }
    switch Characters.scalar(text, span.lowerBound) {
    case 0xDF...0xFF, 0x3B1...0x3C9, 0x430...0x45F: return true
    default: return false
    }
  }

  /// Ends with a comma, a hyphen, or a word that leads on: "and", "of", "for".
  private func isUnfinished(_ span: Range<Int>) -> Bool {
    let last = text[span.upperBound - 1]
    if last == UInt8(ascii: ",") || last == UInt8(ascii: "-") || last == UInt8(ascii: "&") { return true }
    var start = span.upperBound
    while start > span.lowerBound, text[start - 1] > 0x20 { start -= 1 }
    guard start > span.lowerBound else { return false }
    let roles = lexicon.roles(FoldedHash.word(text, start, span.upperBound))
    return !roles.isDisjoint(with: [.and, .of, .article, .or, .to, .from, .follower])
  }
}
