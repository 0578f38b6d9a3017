// Headings underlined with equals signs or hyphens.

import Model

/// The two heading marks of Markdown that stand under their line (CommonMark 0.31, section 4.3). In plain text only a
/// line of equals signs is unmistakable. Underlines that follow each other go together: the next one would stand under
/// the heading as soon as the first is gone.
struct SetextHeadings: NormalizationRule {
  static let rule = RuleDescription(
    id: "setext-headings", stage: .normalize,
    summary: "a line of equals signs (in Markdown also of hyphens) under a heading goes, and the heading is one",
    examples: [
      .init("Title\n=====\n\nText", "Title\n\nText"),
      .init("One\n\nPart\n---\nText", "One\n\nPart\nText"),
      .init("Title\n===\n====\nText", "Title\nText"),
      .init(unchanged: "Text\n\n---\n\nMore"),
      .init(unchanged: "one\ntwo\n=="),
      .init(unchanged: "Ministry   2008   2009\n======================\nDefence    1,200  1,300"),
    ])
  // A link or an emphasis may be what the heading begins with: it is a heading once their marks are gone.
  static let phase = Phase.style
  static let triggers = [UInt8(ascii: "="), UInt8(ascii: "-")]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    guard let first = underlineEnd(from: position, in: window) else { return position + 1 }
    guard let heading = headingStart(above: position, in: window) else { return first }
    var end = first
    while let next = underlineEnd(from: end + 1, in: window) { end = next }
    edits.mark(.heading, at: heading)
    edits.remove((position - 1)..<end, by: Self.rule)
    return end
  }

  /// The end of the line that starts at `position`; nil where none starts or it is no underline.
  private func underlineEnd(from position: Int, in window: Window) -> Int? {
    guard window.isLineStart(position), position < window.count else { return nil }
    let sign = window[position]
    guard sign == UInt8(ascii: "=") || window.isMarkdown && sign == UInt8(ascii: "-") else { return nil }
    let end = window.lineEnd(from: position)
    return end - position >= 3 && window.bytes[position..<end].allSatisfy { $0 == sign } ? end : nil
  }

  /// The start of the line above, which is to be the only one of its paragraph.
  private func headingStart(above position: Int, in window: Window) -> Int? {
    guard position >= 2, window[position - 2] != Byte.lineFeed else { return nil }
    var start = position - 1
    while start > 0, window[start - 1] != Byte.lineFeed, position - start < 400 { start -= 1 }
    guard window.isLineStart(start), window.byte(start - 2) == Byte.lineFeed else { return nil }
    // "Ministry   2008   2009" over a line of equals signs is the head of a table.
    return window.isWord(at: start) && LineLayout(of: start..<(position - 1), in: window.bytes) == .plain ? start : nil
  }
}
