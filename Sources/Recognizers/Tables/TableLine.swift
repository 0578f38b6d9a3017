// A line of a table as it is printed, and the pieces its bars, tabs or runs of spaces cut it into.

/// Bytes between two line feeds, without the white space around them.
struct TableLine {
  enum Kind { case blank, rule, bars, plain }

  var span: Range<Int>
  var kind: Kind

  /// The lines of a stretch of text.
  static func lines(of region: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> [TableLine] {
    var lines: [TableLine] = []
    var start = region.lowerBound
    while start < region.upperBound {
      var end = start
      while end < region.upperBound, text[end] != 0x0A { end += 1 }
      lines.append(TableLine(start..<end, in: text))
      start = end + 1
    }
    return lines
  }

  init(_ line: Range<Int>, in text: UnsafeBufferPointer<UInt8>) {
    var end = line.upperBound
    while end > line.lowerBound, Self.isSpace(text[end - 1]) { end -= 1 }
    // Blanks before the first column are kept: they tell where it stands.
    span = line.lowerBound..<end
    kind = Self.kind(of: span, in: text)
  }

  private static func kind(of span: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Kind {
    guard !span.isEmpty else { return .blank }
    var strokes = 0
    var bars = 0
    var isRule = true
    for index in span {
      switch text[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): strokes += 1
      case UInt8(ascii: "|"): bars += index > span.lowerBound && text[index - 1] == UInt8(ascii: "\\") ? 0 : 1
      case UInt8(ascii: "+"), UInt8(ascii: ":"), 0x20, 0x09: break
      default: isRule = false
      }
    }
    if isRule, strokes > 2 || strokes > 0 && bars > 0 { return .rule }
    return bars > 0 ? .bars : .plain
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  /// A stretch without the white space around it; empty where nothing else is in it.
  static func ink(_ span: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = span.lowerBound
    var end = span.upperBound
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }
}
