// Which lines are rows of a table, told before paragraphs are joined.

import Model

/// Lines set in columns that follow each other, over a blank line too, are a table where something shows it: the
/// delimiter row of Markdown, bars before every line, or numbers that stand under each other.
struct TableLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let marks: [EditCollector.Mark]

  /// Gives the lines of tables their role; `lines` are in the order of the text, without the blank ones.
  static func mark(_ lines: inout [Unit], marks: [EditCollector.Mark], in bytes: UnsafeBufferPointer<UInt8>) {
    guard lines.contains(where: { $0.layout != .plain }) else { return }
    TableLines(bytes: bytes, marks: marks).mark(&lines)
  }

  private func mark(_ lines: inout [Unit]) {
    var index = 0
    while index < lines.count {
      if let fence = fence(lines[index]) {
        index = end(of: fence, after: index, in: lines)
        continue
      }
      guard lines[index].layout != .plain, !isMarked(lines[index]) else {
        index += 1
        continue
      }
      let run = run(from: index, in: lines)
      let inner = trimmed(run, in: lines)
      if TableEvidence(lines[inner], in: bytes).isTable {
        for place in inner { lines[place].role = .table }
      }
      index = run.upperBound
    }
  }

  /// A heading or a footnote, known by its marks, is no row.
  private func isMarked(_ line: Unit) -> Bool { line.mark >= 0 && marks[line.mark].role != .affiliation }

  /// Lines of one kind in columns; between columns of spaces, up to two short lines without any: labels that are broken
  /// over lines, or head a group of rows.
  private func run(from start: Int, in lines: [Unit]) -> Range<Int> {
    var kind = lines[start].layout
    var end = start + 1
    var plain = 0
    for index in (start + 1)..<max(lines.count, start + 1) {
      let line = lines[index]
      if isMarked(line) || line.layout == .plain && fence(line) != nil { break }
      switch line.layout {
      case .rule: plain = 0
      case .gaps, .bars:
        guard kind == .rule || kind == line.layout else { return start..<end }
        kind = line.layout
        plain = 0
      case .plain:
        plain += 1
        guard kind != .bars, plain <= 2, line.count <= 80, !CaptionOpening.stands(at: line.start, in: bytes) else {
          return start..<end
        }
        continue
      }
      end = index + 1
    }
    return start..<end
  }

  /// Without rules that a blank line parts from the rows: they are drawn between sections.
  private func trimmed(_ run: Range<Int>, in lines: [Unit]) -> Range<Int> {
    var run = run
    while let first = run.first, run.count > 1, lines[first].layout == .rule,
      lines[first].block != lines[first + 1].block
    {
      run = (first + 1)..<run.upperBound
    }
    while let last = run.last, run.count > 1, lines[last].layout == .rule, lines[last].block != lines[last - 1].block {
      run = run.lowerBound..<last
    }
    return run
  }

  /// The sign of a fence of code (CommonMark 0.31, section 4.5) that a line opens or closes.
  private func fence(_ line: Unit) -> UInt8? {
    guard line.count >= 3 else { return nil }
    let sign = bytes[line.start]
    guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    return bytes[line.start + 1] == sign && bytes[line.start + 2] == sign ? sign : nil
  }

  /// The line behind the one that closes a fence; behind all where none does.
  private func end(of sign: UInt8, after start: Int, in lines: [Unit]) -> Int {
    var index = start + 1
    while index < lines.count {
      if fence(lines[index]) == sign { return index + 1 }
      index += 1
    }
    return lines.count
  }
}
