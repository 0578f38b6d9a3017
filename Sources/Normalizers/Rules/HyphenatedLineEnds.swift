// Words cut in two at the end of a line.

import Model

/// The halves are joined; the hyphen stays where it belongs to the word.
struct HyphenatedLineEnds: NormalizationRule {
  static let rule = RuleDescription(
    id: "hyphenated-line-ends", stage: .normalize,
    summary: """
      a word cut in two at the end of a line is joined; the hyphen stays behind numbers and in compounds, as the same \
      word stands elsewhere in the text or as its parts tell
      """,
    examples: [
      .init("a govern-\nment loan", "a government loan"),
      .init("a govern\u{AD}\n  ment loan", "a government loan"),
      .init("a long-\nterm loan", "a long-term loan"),
      .init("a rights-\nbased plan", "a rights-based plan"),
      .init("a 30-\nyear loan", "a 30-year loan"),
      .init("a side-by-\nside test", "a side-by-side test"),
      .init("a low-tax land, as low-\ntax as any", "a low-tax land, as low-tax as any"),
      .init("short-\nage of cash", "shortage of cash"),
      .init("They lend in the Anglo-\nSaxon way.", "They lend in the Anglo-Saxon way."),
      .init(unchanged: "pre- and post-\n\nwar"),
      .init(unchanged: "spring -\nsummer"),
      .init(unchanged: "costs:\n-\nrent"),
      .init(unchanged: "A-\nB-\nC-"),
    ])
  static let phase = Phase.paragraphs
  static let triggers = [Byte.lineFeed]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let wordEnd = position - Self.hyphenLength(before: position, in: window)
    guard wordEnd < position, window.isWord(before: wordEnd) else { return position + 1 }
    var next = position + 1
    while next < window.count, Byte.isBlank(window[next]) { next += 1 }
    guard window.isWord(at: next) else { return position + 1 }
    // What goes on in a capital or a number may be another line of a list.
    if !window.isLowercase(at: next), !Self.isRunningText(before: wordEnd, in: window) { return position + 1 }
    // A soft hyphen shows only where a line breaks.
    let isSoft = position - wordEnd == 2
    let stays = !isSoft && LineEndHyphen(wordEnd: wordEnd, next: next, in: window).isPartOfWord
    edits.remove((stays ? position : wordEnd)..<next, by: Self.rule)
    return next
  }

  /// The length of the hyphen-minus, the soft hyphen or the hyphen that ends before a position, else 0.
  private static func hyphenLength(before end: Int, in window: Window) -> Int {
    if window.byte(end - 1) == UInt8(ascii: "-") { return 1 }
    if window.holds("\u{AD}", at: end - 2) { return 2 }
    return window.holds("\u{2010}", at: end - 3) ? 3 : 0
  }

  /// Whether the line before a position has several words.
  private static func isRunningText(before position: Int, in window: Window) -> Bool {
    var spaces = 0
    var index = position - 1
    while index >= 0, window[index] != Byte.lineFeed, spaces < 3 {
      if window[index] == Byte.space { spaces += 1 }
      index -= 1
    }
    return spaces >= 2
  }
}
