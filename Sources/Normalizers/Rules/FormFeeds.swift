// Page ends of text dumps become line ends.

import Model

struct FormFeeds: NormalizationRule {
  static let rule = RuleDescription(
    id: "form-feeds", stage: .normalize,
    summary: "a form feed becomes a line end, or nothing beside one",
    examples: [
      .init("page one\u{C}page two", "page one\npage two"),
      .init("page one\n\u{C}page two", "page one\npage two"),
      .init(unchanged: "page one\npage two"),
    ])
  static let phase = Phase.characters
  static let triggers = [Byte.formFeed]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    var end = position
    while end < window.count, window[end] == Byte.formFeed { end += 1 }
    if isBreak(window.byte(position - 1)) || isBreak(window.byte(end)) {
      edits.remove(position..<end, by: Self.rule)
    } else {
      edits.replace(position..<end, with: [Byte.lineFeed], by: Self.rule)
    }
    return end
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == Byte.lineFeed || byte == Byte.carriageReturn }
}
