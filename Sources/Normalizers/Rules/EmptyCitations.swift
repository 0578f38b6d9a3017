// Citations whose source was a link and is lost.

import Model

struct EmptyCitations: NormalizationRule {
  static let rule = RuleDescription(
    id: "empty-citations", stage: .normalize,
    summary: "the comma behind a source that is lost goes: (, June 28) is (June 28)",
    examples: [
      .init("was signed (, June 28).", "was signed (June 28)."),
      .init("was signed (, June 21;, June 26).", "was signed (June 21; June 26)."),
      .init("(The Times, June 29;, June 28)", "(The Times, June 29; June 28)"),
      .init(unchanged: "was signed (June 28, 2009)."),
      .init(unchanged: "call f(, x) twice"),
      .init(unchanged: "first; second;, June"),
    ])
  static let phase = Phase.style
  static let triggers = [UInt8(ascii: "("), UInt8(ascii: ";")]

  /// Citations are not longer.
  private static let reach = 240

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let comma = position + 1
    guard window.byte(comma) == UInt8(ascii: ","), window.byte(comma + 1) == Byte.space else { return comma }
    var next = comma + 1
    while next < window.count, window[next] == Byte.space { next += 1 }
    guard Byte.isUpper(window.byte(next)) || Byte.isDigit(window.byte(next)), Self.isBracketed(comma, in: window) else {
      return comma
    }
    // The space stays behind a semicolon.
    edits.remove(comma..<(window[position] == UInt8(ascii: "(") ? next : comma + 1), by: Self.rule)
    return comma
  }

  /// Whether a place stands inside round brackets of one line.
  private static func isBracketed(_ position: Int, in window: Window) -> Bool {
    var start = position - 1
    while window.byte(start) != UInt8(ascii: "(") {
      guard position - start < reach, window.byte(start) != Byte.lineFeed, window.byte(start) != UInt8(ascii: ")")
      else {
        return false
      }
      start -= 1
    }
    var end = position
    while window.byte(end) != UInt8(ascii: ")") {
      guard end - position < reach, window.byte(end) != Byte.lineFeed else { return false }
      end += 1
    }
    return true
  }
}
