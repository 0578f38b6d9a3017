// Links and images written in Markdown.

import Model

/// Inline links (CommonMark 0.31, section 6.3). In plain text only those whose destination can be nothing else.
struct MarkdownLinks: NormalizationRule {
  static let rule = RuleDescription(
    id: "markdown-links", stage: .normalize,
    summary: "of a Markdown link or image its text stays; one without text goes",
    examples: [
      .init("by [Field Desk](#) and", "by Field Desk and"),
      .init("[![a bridge](/b.png)](https://a.example/b \"B\")", "a bridge"),
      .init("paid[](https://a.example) $5", "paid $5"),
      .init(unchanged: "the sum [sic] (five dollars)"),
      .init(unchanged: "see [1] (2007)"),
    ])
  static let phase = Phase.style
  static let triggers = [UInt8(ascii: "[")]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let end = window.paragraphEnd(from: position)
    var open: [Int] = []
    var index = position
    while index < end {
      switch window[index] {
      case UInt8(ascii: "\\"):
        index += 1
      case UInt8(ascii: "["):
        if let marker = BracketedFootnoteMarkers.marker(at: index, in: window) {
          index = marker.range.upperBound - 1
        } else {
          open.append(index)
        }
      case UInt8(ascii: "]"):
        guard let start = open.popLast(), let link = link(at: index + 1, in: window) else { break }
        remove(from: start, to: index, link, in: window, &edits)
        index = link.range.upperBound - 1
      default: break
      }
      index += 1
    }
    return end
  }

  private func link(at position: Int, in window: Window) -> LinkDestination? {
    guard let link = LinkDestination(at: position, in: window), window.isMarkdown || link.isUnmistakable(in: window)
    else { return nil }
    return link
  }

  private func remove(
    from start: Int, to close: Int, _ link: LinkDestination, in window: Window, _ edits: inout EditCollector
  ) {
    let isImage = window.byte(start - 1) == UInt8(ascii: "!") && window.byte(start - 2) != UInt8(ascii: "\\")
    edits.remove((start - (isImage ? 1 : 0))..<(start + 1), by: Self.rule)
    edits.remove(close..<link.range.upperBound, by: Self.rule)
  }
}
