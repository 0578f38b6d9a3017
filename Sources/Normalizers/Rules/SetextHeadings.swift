// Headings underlined with equals signs or hyphens.

import Model

/// The two heading marks of Markdown that stand under their line (CommonMark 0.31, section 4.3). In plain text only a
/// line of equals signs is unmistakable.
struct SetextHeadings: NormalizationRule {
  static let rule = RuleDescription(
    id: "setext-headings", stage: .normalize,
    summary: "a line of equals signs (in Markdown also of hyphens) under a heading goes, and the heading is one",
    examples: [
      .init("Title\n=====\n\nText", "Title\n\nText"),
      .init("One\n\nPart\n---\nText", "One\n\nPart\nText"),
      .init(unchanged: "Text\n\n---\n\nMore"),
      .init(unchanged: "one\ntwo\n=="),
    ])
  static let phase = Phase.structure
  static let triggers = [UInt8(ascii: "="), UInt8(ascii: "-")]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let sign = window[position]
    guard window.isLineStart(position), window.isMarkdown || sign == UInt8(ascii: "=") else { return position + 1 }
    let end = window.lineEnd(from: position)
    guard end - position >= 3, window.bytes[position..<end].allSatisfy({ $0 == sign }),
      let heading = headingStart(above: position, in: window)
    else { return end }
    edits.mark(.heading, at: heading)
    edits.remove((position - 1)..<end, by: Self.rule)
    return end
  }

  /// The start of the line above, which is to be the only one of its paragraph.
  private func headingStart(above position: Int, in window: Window) -> Int? {
    guard position >= 2, window[position - 2] != Byte.lineFeed else { return nil }
    var start = position - 1
    while start > 0, window[start - 1] != Byte.lineFeed, position - start < 400 { start -= 1 }
    guard window.isLineStart(start), window.byte(start - 2) == Byte.lineFeed else { return nil }
    return window.isWord(at: start) ? start : nil
  }
}
