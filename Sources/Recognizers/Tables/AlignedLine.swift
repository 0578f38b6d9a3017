// One line of a table set in columns of spaces or tabs: its segments and where they stand.
import Model

/// Ink between gaps.
struct Segment {
  /// Bytes of the text.
  var span: Range<Int>
  /// Columns of the page it covers, counted in characters; those of East Asian scripts are two wide.
  var place: Range<Int>

  var middle: Int { (place.lowerBound + place.upperBound) / 2 }
}

enum AlignedLine {
  /// Tabs stand at every eighth column.
  private static let tabWidth = 8

  /// The segments of a line, cut at tabs and at two spaces or more.
  static func segments(of line: TableLine, in text: UnsafeBufferPointer<UInt8>) -> [Segment] {
    var segments: [Segment] = []
    var column = 0
    var index = line.span.lowerBound
    var start: (byte: Int, column: Int)?
    var end = (byte: index, column: 0)
    while index < line.span.upperBound {
      let byte = text[index]
      if byte == 0x20 || byte == 0x09 {
        let isGap = byte == 0x09 || index + 1 < line.span.upperBound && TableLine.isSpace(text[index + 1])
        if isGap, let first = start {
          segments.append(Segment(span: first.byte..<end.byte, place: first.column..<end.column))
          start = nil
        }
        column = byte == 0x09 ? (column / tabWidth + 1) * tabWidth : column + 1
        index += 1
        continue
      }
      if start == nil { start = (index, column) }
      column += width(at: index, in: text)
      index = min(index + Characters.length(byte), line.span.upperBound)
      end = (index, column)
    }
    if let first = start { segments.append(Segment(span: first.byte..<end.byte, place: first.column..<end.column)) }
    return joined(segments, in: text)
  }

  private static func width(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard text[index] >= 0xE1 else { return 1 }
    let scalar = Characters.scalar(text, index)
    return (0x1100...0x115F).contains(scalar) || (0x2E80...0xD7A3).contains(scalar)
      || (0xFF00...0xFF60).contains(scalar)
      || (0x20000...0x3FFFF).contains(scalar) ? 2 : 1
  }

  /// "$   1,234" and "1,234   a/" are one cell each: a sign before its number, a mark behind it.
  private static func joined(_ segments: [Segment], in text: UnsafeBufferPointer<UInt8>) -> [Segment] {
    var joined: [Segment] = []
    joined.reserveCapacity(segments.count)
    for segment in segments {
      guard let last = joined.last,
        isSign(last.span, in: text) && beginsNumber(segment.span.lowerBound, in: text)
          || isMark(segment.span, in: text) && endsNumber(last.span, in: text)
      else {
        joined.append(segment)
        continue
      }
      joined[joined.count - 1] = Segment(
        span: last.span.lowerBound..<segment.span.upperBound,
        place: last.place.lowerBound..<segment.place.upperBound)
    }
    return joined
  }

  /// A currency sign of one character, alone or behind an opening bracket.
  private static func isSign(_ span: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard span.count <= 4 else { return false }
    switch text[span.lowerBound] {
    case UInt8(ascii: "$"): return span.count == 1 || span.count == 2 && text[span.lowerBound + 1] == UInt8(ascii: "(")
    case 0xC2: return span.count == 2 && (0xA2...0xA5).contains(text[span.lowerBound + 1])
    case 0xE2: return span.count == 3 && text[span.lowerBound + 1] == 0x82 && text[span.lowerBound + 2] >= 0xA0
    default: return false
    }
  }

  private static func beginsNumber(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    Bytes.isDigit(text[index]) || text[index] == UInt8(ascii: "(") || text[index] == UInt8(ascii: ".")
  }

  private static func endsNumber(_ span: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let last = text[span.upperBound - 1]
    return Bytes.isDigit(last) || last == UInt8(ascii: ")") && text[span].contains(where: Bytes.isDigit)
  }

  /// "a/", "1/", "*", ")", "%": what cannot fill a cell.
  private static func isMark(_ span: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard span.count <= 3 else { return false }
    switch text[span.upperBound - 1] {
    case UInt8(ascii: "/"): return text[span.lowerBound] != UInt8(ascii: "/") && !text[span].contains(UInt8(ascii: "n"))
    case UInt8(ascii: "*"), UInt8(ascii: ")"), UInt8(ascii: "%"): return span.count <= 2
    default: return false
    }
  }
}
