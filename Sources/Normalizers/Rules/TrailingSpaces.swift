// White space that ends a line.

import Model

struct TrailingSpaces: NormalizationRule {
  static let rule = RuleDescription(
    id: "trailing-spaces", stage: .normalize,
    summary: "spaces and tabs at the end of a line go",
    examples: [
      .init("one  \ntwo\t\n", "one\ntwo\n"),
      .init("one \n \n two ", "one\n\n two"),
      .init(unchanged: "one  two\n  three"),
    ])
  static let phase = Phase.lines
  static let triggers = [Byte.lineFeed]
  static let seesEnd = true

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    var start = position
    while start > 0, Byte.isBlank(window[start - 1]) { start -= 1 }
    if start < position { edits.remove(start..<position, by: Self.rule) }
    return position + 1
  }
}
