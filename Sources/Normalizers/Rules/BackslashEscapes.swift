// Backslashes that keep Markdown or TeX from reading a sign.

import Model

/// Backslash escapes (CommonMark 0.31, section 2.4). Where the sign without its backslash would be read as a mark
/// itself, both stay; so the outcome never changes when it is cleaned again. A bar keeps its own: without it it would
/// part the cells of a table.
struct BackslashEscapes: NormalizationRule {
  static let rule = RuleDescription(
    id: "backslash-escapes", stage: .normalize,
    summary: "a backslash that escapes a sign goes",
    examples: [
      .init("gave \\$13.4 million", "gave $13.4 million"),
      .init("meter\\_0417 at 5\\%, 2 \\* 3", "meter_0417 at 5%, 2 * 3"),
      .init("US\\\\$75", "US$75"),
      .init(unchanged: "C:\\temp\\new and \\*so\\*"),
      .init(unchanged: "| north \\| south | 12 |"),
    ])
  static let phase = Phase.style
  static let triggers = [UInt8(ascii: "\\")]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    var end = position
    while end < window.count, window[end] == UInt8(ascii: "\\") { end += 1 }
    if isEscapable(window.byte(end), isMarkdown: window.isMarkdown), !wouldMark(end, from: position, in: window) {
      edits.remove(position..<end, by: Self.rule)
    }
    return end
  }

  private func isEscapable(_ byte: UInt8, isMarkdown: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "%"), UInt8(ascii: "~"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"),
      UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ":"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "^"),
      UInt8(ascii: "?"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      isMarkdown
    default: false
    }
  }

  private func wouldMark(_ position: Int, from start: Int, in window: Window) -> Bool {
    switch window[position] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      let sides = EmphasisSides(of: position..<(position + 1), behind: start, in: window)
      return sides.canOpen || sides.canClose
    case UInt8(ascii: "#"), UInt8(ascii: "-"):
      return window.isLineStart(start)
    case UInt8(ascii: "!"):
      return window.byte(position + 1) == UInt8(ascii: "[")
    case UInt8(ascii: "("), UInt8(ascii: ":"):
      return window.byte(start - 1) == UInt8(ascii: "]")
    default: return false
    }
  }
}
