// Addresses in angle brackets.

import Model

/// Autolinks (CommonMark 0.31, section 6.5).
struct AngleBracketedLinks: NormalizationRule {
  static let rule = RuleDescription(
    id: "angle-bracketed-links", stage: .normalize,
    summary: "angle brackets around an address go",
    examples: [
      .init("at [<http://a.example/b>].", "at [http://a.example/b]."),
      .init("Source URL: <https://a.example>", "Source URL: https://a.example"),
      .init(unchanged: "a <b> and 3 < 5, http://a.example>"),
    ])
  static let phase = Phase.style
  static let triggers = [UInt8(ascii: "<")]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let start = position + 1
    guard window.byte(position - 1) != UInt8(ascii: "<"),
      window.holds("http://", at: start) || window.holds("https://", at: start) || window.holds("mailto:", at: start)
    else { return start }
    var end = start
    while end < window.count, end < start + 2_048, window[end] > Byte.space, window[end] != UInt8(ascii: "<"),
      window[end] != UInt8(ascii: ">")
    {
      end += 1
    }
    guard window.byte(end) == UInt8(ascii: ">") else { return end }
    edits.remove(position..<start, by: Self.rule)
    edits.remove(end..<(end + 1), by: Self.rule)
    return end + 1
  }
}
