// Paragraphs whose lines were broken to fit a page.

import Model

/// Lines are joined where every line of the paragraph but the last is so full that the next word would not have fitted,
/// and most of them go on in a small letter: neither lists nor verses nor tables do so.
struct WrappedLines: NormalizationRule {
  static let rule = RuleDescription(
    id: "wrapped-lines", stage: .normalize,
    summary: "lines broken to fit a page's width are joined into their paragraph",
    examples: [
      .init(
        "The loan was agreed in March and\nwill be paid out over five years to\nthe builders of the bridge.",
        "The loan was agreed in March and will be paid out over five years to the builders of the bridge."),
      .init(
        "The loan of the bank was agreed in March and\nwill be paid.",
        "The loan of the bank was agreed in March and will be paid."),
      .init(
        unchanged: "The loan was agreed in March.\nThe bank will pay it over five years.\nThe bridge is to be built."),
      .init(unchanged: "a bridge\na road\nand a dam"),
      .init(unchanged: "- a bridge for the whole of the valley and\n- roads to the towns beyond the bridge"),
      .init(unchanged: "the towns in the far west  12  15\nthe towns in the far east   9  11\nand others   2   3"),
    ])
  static let phase = Phase.paragraphs
  static let triggers = [Byte.lineFeed]

  /// Characters of the longest line where lines were broken for a page.
  private static let narrowest = 30
  /// The same of a first line that a single one follows.
  private static let narrowestOfTwo = 40

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    guard window.byte(position + 1) != Byte.lineFeed, window.byte(position - 1) != Byte.lineFeed else {
      return position + 1
    }
    guard let paragraph = Paragraph(firstEnd: position, in: window) else {
      return window.paragraphEnd(from: position + 1) + 1
    }
    if paragraph.isWrapped {
      for lineEnd in paragraph.breaks {
        var next = lineEnd + 1
        while next < window.count, Byte.isBlank(window[next]) { next += 1 }
        edits.replace(lineEnd..<next, with: [Byte.space], by: Self.rule)
      }
    }
    return paragraph.end + 1
  }

  /// The lines of one paragraph of running text.
  private struct Paragraph {
    /// Where the lines end that are to be joined with the next by a space.
    var breaks: [Int] = []
    /// Where the last line ends.
    let end: Int
    var isWrapped = false

    /// Nil where the paragraph is no running text or `firstEnd` is not the end of its first line.
    init?(firstEnd: Int, in window: Window) {
      var start = firstEnd
      while start > 0, window[start - 1] != Byte.lineFeed { start -= 1 }
      guard start == 0 || window.isParagraphStart(start), FootnoteLabel(at: start, in: window) == nil else {
        return nil
      }
      end = window.paragraphEnd(from: firstEnd)
      var lines: [(length: Int, firstWord: Int, isLowercase: Bool)] = []
      var lineStart = start
      while lineStart < end {
        let lineEnd = window.lineEnd(from: lineStart)
        guard !ParagraphMark.stands(at: lineStart, in: window),
          let line = Self.measure(lineStart..<lineEnd, in: window)
        else { return nil }
        lines.append((line.length, line.firstWord, window.isLowercase(at: lineStart)))
        if lineEnd < end, !Self.endsInHyphen(lineEnd, in: window) { breaks.append(lineEnd) }
        lineStart = lineEnd + 1
      }
      isWrapped = Self.isWrapped(lines, firstEnd: firstEnd, in: window)
    }

    private static func isWrapped(
      _ lines: [(length: Int, firstWord: Int, isLowercase: Bool)], firstEnd: Int, in window: Window
    ) -> Bool {
      let width = lines.reduce(0) { max($0, $1.length) }
      let small = lines.dropFirst().count { $0.isLowercase }
      guard lines.count > 2 else {
        return lines.count == 2 && small == 1 && lines[0].length >= narrowestOfTwo
          && lines[0].length + 1 + lines[1].firstWord >= width && !SentenceEnding(before: firstEnd, in: window).isFinal
      }
      guard width >= narrowest, small * 2 >= lines.count - 1 else { return false }
      return zip(lines, lines.dropFirst()).allSatisfy { $0.length + 1 + $1.firstWord >= width }
    }

    /// The characters of a line and of its first word; nil where it has columns.
    private static func measure(_ line: Range<Int>, in window: Window) -> (length: Int, firstWord: Int)? {
      var length = 0
      var firstWord: Int?
      for index in line {
        let byte = window[index]
        if byte == Byte.tab || byte == UInt8(ascii: "|") { return nil }
        if byte == Byte.space {
          if window.byte(index + 1) == Byte.space { return nil }
          firstWord = firstWord ?? length
        }
        if byte & 0xC0 != 0x80 { length += 1 }
      }
      return (length, firstWord ?? length)
    }

    /// Whether the line ends inside a word, which another rule joins.
    private static func endsInHyphen(_ lineEnd: Int, in window: Window) -> Bool {
      window.byte(lineEnd - 1) == UInt8(ascii: "-") || window.holds("\u{AD}", at: lineEnd - 2)
        || window.holds("\u{2010}", at: lineEnd - 3)
    }
  }
}
