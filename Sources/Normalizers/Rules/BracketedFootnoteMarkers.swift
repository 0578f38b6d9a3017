// Numbers in brackets that lead to footnotes.

import Model

/// `[1]` right behind a word or mark, and Markdown's `[^1]`. In Markdown a link around the number goes with it.
struct BracketedFootnoteMarkers: NormalizationRule {
  static let rule = RuleDescription(
    id: "bracketed-footnote-markers", stage: .normalize,
    summary: "bracketed footnote numbers go from the text and the head of their footnote, and are kept as links",
    examples: [
      .init("own earnings.[1] The rest", "own earnings. The rest"),
      .init("three decades,[^sea] and", "three decades, and"),
      .init("\n[^1]: See A.", "\nSee A."),
      .init("he said[2](#fn2).", "he said."),
      .init(unchanged: "see [1] and [2007]"),
      .init(unchanged: "it [sic] rose[1234]"),
    ])
  static let phase = Phase.style
  static let triggers = [UInt8(ascii: "[")]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    if let label = FootnoteLabel(at: position, in: window) {
      edits.remove(label.range, by: Self.rule)
      return label.range.upperBound
    }
    guard let marker = Self.marker(at: position, in: window) else { return position + 1 }
    edits.remove(marker.range, by: Self.rule)
    edits.remember(marker: marker.range, label: marker.label)
    return marker.range.upperBound
  }

  /// The marker at `position`, with a link that leads to its footnote.
  static func marker(at position: Int, in window: Window) -> (range: Range<Int>, label: String)? {
    let previous = window.byte(position - 1)
    guard !Byte.isSpace(previous), previous != UInt8(ascii: "("), previous != UInt8(ascii: "["),
      previous != UInt8(ascii: "!"), previous != UInt8(ascii: "\\")
    else { return nil }
    var label = ""
    var end = position
    if let name = FootnoteLabel.markdown(at: position, in: window) {
      (label, end) = name
    } else {
      var digits = position + 1
      while digits < position + 4, Byte.isDigit(window.byte(digits)) { digits += 1 }
      guard digits > position + 1, window.byte(digits) == UInt8(ascii: "]") else { return nil }
      label = String(decoding: window.bytes[(position + 1)..<digits], as: UTF8.self)
      end = digits + 1
    }
    if window.byte(end) == UInt8(ascii: "("), let link = LinkDestination(at: end, in: window) {
      end = link.range.upperBound
    }
    return (position..<end, label)
  }
}
