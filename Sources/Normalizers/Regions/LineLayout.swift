// How the ink of a line is set: as running text, in columns, between bars, or as a rule.

import CScan

enum LineLayout: UInt8 {
  case plain
  /// Tabs or runs of spaces part what stands on it.
  case gaps
  /// Bars part what stands on it.
  case bars
  /// Nothing but the hyphens, equals signs and bars that are drawn between rows.
  case rule

  /// The layout of a line that begins and ends with ink, but for blanks before it.
  init(of line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var start = line.lowerBound
    while start < line.upperBound, Byte.isBlank(bytes[start]) { start += 1 }
    if Self.isRule(start..<line.upperBound, in: bytes) {
      self = .rule
      return
    }
    var found = LineLayout.plain
    var position = start
    while let next = Self.nextPart(from: position, before: line.upperBound, in: bytes) {
      if bytes[next] == UInt8(ascii: "|") {
        if next == line.lowerBound || bytes[next - 1] != UInt8(ascii: "\\") {
          self = .bars
          return
        }
      } else if bytes[next] == Byte.tab || !Self.partsSentences(next, before: line.upperBound, in: bytes) {
        found = .gaps
      }
      position = next + 1
    }
    self = found
  }

  /// Hyphens, equals signs or underscores, with the signs drawn where they cross.
  private static func isRule(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var strokes = 0
    var crossings = 0
    for index in line {
      switch bytes[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): strokes += 1
      case UInt8(ascii: "|"), UInt8(ascii: "+"): crossings += 1
      case UInt8(ascii: ":"), Byte.space, Byte.tab: break
      default: return false
      }
    }
    return strokes >= 3 || strokes > 0 && crossings > 0
  }

  /// Two spaces between sentences, as typists set them.
  private static func partsSentences(_ gap: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard gap + 2 < end, bytes[gap + 2] != Byte.space, gap > 0 else { return false }
    let next = bytes[gap + 2]
    guard Byte.isUpper(next) || next == UInt8(ascii: "\"") || next >= 0x80 else { return false }
    switch bytes[gap - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""),
      UInt8(ascii: ")"):
      return true
    default: return false
    }
  }

  /// The next bar, tab or pair of spaces.
  private static func nextPart(from start: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress, start < end else { return nil }
    let found = column_scan(base, start, end)
    return found < end ? found : nil
  }
}
