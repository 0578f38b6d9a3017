// The smallest stretch that has a role: a line, or a paragraph broken into lines.

import Model

struct Unit {
  /// Where the first line starts.
  var start: Int
  /// Where the ink of the last line ends.
  var end: Int
  /// Lines without a blank line between them have the same block.
  var block: Int
  /// The index of the mark that cleaning left at its start, or -1.
  var mark: Int
  /// Ends with a full stop, question or exclamation mark, under closing quotes and brackets.
  var isSentence: Bool
  /// The layout of its first line.
  let layout: LineLayout
  var role: Region.Role?
  /// The index of a footnote's label among those of the outline, or -1.
  var label = -1

  var count: Int { end - start }
  var range: Range<Int> { start..<end }

  /// Long enough to be running text by its length, or by its length and its full stop.
  var isProse: Bool { count >= 200 || (isSentence && count >= 80) }

  init(start: Int, end: Int, block: Int, mark: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.start = start
    self.end = end
    self.block = block
    self.mark = mark
    isSentence = Self.endsSentence(start..<end, in: bytes)
    layout = LineLayout(of: start..<end, in: bytes)
  }

  static func endsSentence(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last = range.upperBound - 1
    while last > range.lowerBound {
      switch bytes[last] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): last -= 1
      case 0x80...0xBF:
        guard last >= range.lowerBound + 2 else { return false }
        switch (bytes[last - 2], bytes[last - 1], bytes[last]) {
        case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99): last -= 3
        case (_, 0xC2, 0xBB): last -= 2
        case (0xE2, 0x80, 0xA6), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
        default: return false
        }
      default: return false
      }
    }
    return false
  }
}
