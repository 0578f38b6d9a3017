// Several blank lines where one parts paragraphs as well.

import Model

/// Takes line feeds only: spaces on the blank lines are another rule's.
struct BlankLineRuns: NormalizationRule {
  static let rule = RuleDescription(
    id: "blank-line-runs", stage: .normalize,
    summary: "of several blank lines one stays",
    examples: [
      .init("one\n\n\n\ntwo", "one\n\ntwo"),
      .init("\n\n\none\n\n\n", "\none\n\n"),
      .init(unchanged: "one\n\ntwo\nthree\n"),
    ])
  static let phase = Phase.lines
  static let triggers = [Byte.lineFeed]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    // Only blank space before: the text begins with blank lines.
    var breaks = window.lastInk(before: position) < 0 ? 1 : 0
    var index = position
    var surplus = position
    while index < window.count, Byte.isBlank(window[index]) || window[index] == Byte.lineFeed {
      if window[index] == Byte.lineFeed {
        if breaks < 2 { surplus = index + 1 }
        breaks += 1
      } else {
        if surplus < index { edits.remove(surplus..<index, by: Self.rule) }
        surplus = index + 1
      }
      index += 1
    }
    if surplus < index { edits.remove(surplus..<index, by: Self.rule) }
    return max(index, position + 1)
  }
}
