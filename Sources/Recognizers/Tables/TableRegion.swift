// The grids of a stretch of text that is known to be a table, or several that follow each other.
import Model

struct TableRegion {
  private let text: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon
  private let lines: [TableLine]

  /// The grids in the order of the text, each with the captions and notes that stand inside the stretch.
  static func grids(of span: Range<Int>, in text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) -> [Grid] {
    let region = TableRegion(text: text, lexicon: lexicon, lines: TableLine.lines(of: span, in: text))
    return region.parts().compactMap { region.grid($0) }
  }

  /// A part's lines, and the lines before them that name it.
  private struct Part {
    var captions: Range<Int>
    var lines: Range<Int>
    var isBarred: Bool
  }

  private func grid(_ part: Part) -> Grid? {
    var grid =
      part.isBarred
      ? BarGrid.grid(of: lines[part.lines], in: text)
      : AlignedGrid.grid(of: lines[part.lines], in: text, lexicon: lexicon)
    guard !grid.rows.isEmpty else { return nil }
    RowRoles.mark(&grid, in: text, lexicon: lexicon)
    grid.captions = lines[part.captions].map { TableLine.ink($0.span, in: text) }.filter { !$0.isEmpty } + grid.captions
    return grid
  }

  /// Cut where bars begin or end, and at blank lines before the heads of another table.
  private func parts() -> [Part] {
    var parts: [Part] = []
    var index = 0
    while let start = lines[index...].firstIndex(where: { $0.kind != .blank }) {
      var captionEnd = start
      while captionEnd < lines.count, isCaption(captionEnd) || lines[captionEnd].kind == .blank { captionEnd += 1 }
      guard captionEnd < lines.count else { break }
      let end = end(of: captionEnd)
      let isBarred = lines[captionEnd..<end].contains { $0.kind == .bars }
      parts.append(Part(captions: start..<captionEnd, lines: captionEnd..<end, isBarred: isBarred))
      index = end
    }
    return parts
  }

  private func end(of start: Int) -> Int {
    var isBarred: Bool?
    var widest = 0
    var index = start
    while index < lines.count {
      let line = lines[index]
      if line.kind == .bars || line.kind == .plain {
        if isBarred ?? (line.kind == .bars) != (line.kind == .bars) { return blankStart(before: index, from: start) }
        isBarred = line.kind == .bars
        let isFirstOfBlock = index > start && lines[index - 1].kind == .blank
        if isFirstOfBlock, widest > 0, beginsTable(at: index, after: widest) { return index }
        if isEntry(index) { widest = max(widest, width(of: index)) }
      } else if line.kind == .rule, index > start, lines[index - 1].kind == .blank, widest > 0,
        beginsTable(at: index + 1, after: widest)
      {
        return index
      }
      index += 1
    }
    return lines.count
  }

  /// Where the lines that lead over to a table of the other kind begin.
  private func blankStart(before index: Int, from start: Int) -> Int {
    var place = index
    while place > start + 1, lines[place - 1].kind == .blank || lines[place - 1].kind == .rule { place -= 1 }
    return place
  }

  /// Whether another table begins with a block: with its caption, heads over its entries, or entries of another width
  /// than those above.
  private func beginsTable(at index: Int, after widest: Int) -> Bool {
    guard index < lines.count else { return false }
    if lines[index].kind == .bars { return index + 1 < lines.count && lines[index + 1].kind == .rule }
    if isNamed(index) { return true }
    var place = index
    var hasHeads = false
    while place < min(index + Self.longestHead, lines.count), lines[place].kind != .bars, !isEntry(place) {
      hasHeads = hasHeads || lines[place].kind == .plain && width(of: place) > 1
      place += 1
    }
    guard place < lines.count, lines[place].kind == .plain, isEntry(place) else { return false }
    if hasHeads { return true }
    let entries = lines[place...].prefix { $0.kind != .blank }.indices.prefix(8).filter { isEntry($0) }
    return entries.count > 1 && entries.allSatisfy { width(of: $0) < widest && width(of: $0) == width(of: place) }
      && widest - width(of: place) > 0 && !areUnder(entries, from: index)
  }

  /// Lines of captions and heads at most.
  private static let longestHead = 16

  private func width(of index: Int) -> Int {
    lines[index].kind == .plain ? AlignedLine.segments(of: lines[index], in: text).count : 1
  }

  /// Whether entries end under an entry of the block before, as those of one table do.
  private func areUnder(_ entries: [Int], from index: Int) -> Bool {
    guard let above = lines[..<index].lastIndex(where: { $0.kind == .plain }), isEntry(above) else { return false }
    let ends = AlignedLine.segments(of: lines[above], in: text).dropFirst().map(\.place.upperBound)
    return entries.allSatisfy { entry in
      AlignedLine.segments(of: lines[entry], in: text).dropFirst().allSatisfy { segment in
        ends.contains { abs($0 - segment.place.upperBound) <= 1 }
      }
    }
  }

  /// A number that is no year behind the first cell.
  private func isEntry(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.kind == .plain else { return line.kind == .bars }
    return AlignedLine.segments(of: line, in: text).dropFirst().contains { segment in
      CellNumber(segment.span, in: text, lexicon: lexicon).map { !RowRoles.isYear($0, in: text) } ?? false
    }
  }

  private func isCaption(_ index: Int) -> Bool {
    guard lines[index].kind == .plain else { return false }
    return isNamed(index)
      || AlignedLine.segments(of: lines[index], in: text).count < 2 && !isIndented(index)
        && index + 1 < lines.count && lines[index + 1].kind != .rule
  }

  /// "Table 4.", "Таблица 2".
  private func isNamed(_ index: Int) -> Bool {
    TableCaptions.isNamed(TableLine.ink(lines[index].span, in: text), in: text)
  }

  private func isIndented(_ index: Int) -> Bool { text[lines[index].span.lowerBound] == 0x20 }
}
