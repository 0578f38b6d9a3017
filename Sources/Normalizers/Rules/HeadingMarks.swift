// Number signs before Markdown headings.

import Model

/// ATX headings (CommonMark 0.31, section 4.2).
struct HeadingMarks: NormalizationRule {
  static let rule = RuleDescription(
    id: "heading-marks", stage: .normalize,
    summary: "number signs before and after a Markdown heading go, and the heading is one",
    examples: [
      .init("# Light by Subscription\n\nFour years", "Light by Subscription\n\nFour years"),
      .init("Text\n\n### Part ###\nText", "Text\n\nPart\nText"),
      .init(unchanged: "#1 in sales\n####### x\nrank # 2"),
    ])
  static let phase = Phase.style
  static let triggers = [UInt8(ascii: "#")]
  static let isMarkdownOnly = true

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    guard window.isLineStart(position), let text = headingText(from: position, in: window) else { return position + 1 }
    let end = window.lineEnd(from: text)
    edits.mark(.heading, at: position)
    edits.remove(position..<text, by: Self.rule)
    var close = end
    while close > text, window[close - 1] == UInt8(ascii: "#") { close -= 1 }
    if close < end, close > text + 1, window[close - 1] == Byte.space {
      edits.remove((close - 1)..<end, by: Self.rule)
    }
    return end
  }

  /// Where the heading's text begins, behind all its marks; nil where there is none.
  private func headingText(from position: Int, in window: Window) -> Int? {
    var text = position
    while let next = behindMark(at: text, in: window) { text = next }
    return text > position && window.byte(text) != Byte.lineFeed ? text : nil
  }

  private func behindMark(at position: Int, in window: Window) -> Int? {
    var end = position
    while end < window.count, window[end] == UInt8(ascii: "#") { end += 1 }
    guard (1...6).contains(end - position), Byte.isBlank(window.byte(end)) else { return nil }
    while end < window.count, Byte.isBlank(window[end]) { end += 1 }
    return end
  }
}
