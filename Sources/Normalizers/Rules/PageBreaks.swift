// Sentences cut by the end of a page, or by a blank line that came there otherwise.

import Model

/// Joins two paragraphs of which the first is long and unfinished and the second goes on.
struct PageBreaks: NormalizationRule {
  static let rule = RuleDescription(
    id: "page-breaks", stage: .normalize,
    summary: "a blank line inside a sentence goes, and with it the hyphen of a word that it cuts",
    examples: [
      .init(
        "The two ministers said in the capital that they would go on with the work on the dam, whatever the cost of the\n\n"
          + "steel should come to.",
        "The two ministers said in the capital that they would go on with the work on the dam, whatever the cost of the "
          + "steel should come to."),
      .init(
        "The two ministers said in the capital that they would prolong the work of the joint commission after the war in"
          + "\n\nAfghanistan is over.",
        "The two ministers said in the capital that they would prolong the work of the joint commission after the war in "
          + "Afghanistan is over."),
      .init(
        "The two ministers said in the capital that they would go on with the work on the dam with the help of the govern-"
          + "\n\nment.",
        "The two ministers said in the capital that they would go on with the work on the dam with the help of the "
          + "government."),
      .init(
        unchanged:
          "The two ministers said in the capital that they would go on with the work on the dam, whatever the cost of it."
          + "\n\nthe end"),
      .init(unchanged: "What to look for in\n\nAfghanistan is a large country."),
      .init(unchanged: "apples and pears\n\nbananas"),
    ])
  static let phase = Phase.paragraphs
  static let triggers = [Byte.lineFeed]

  /// Shorter paragraphs may be headings.
  private static let shortest = 100

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    guard window.byte(position + 1) == Byte.lineFeed, position + 1 < window.count else { return position + 1 }
    let before = window.lastInk(before: position) + 1
    var after = position
    while after < window.count, Byte.isSpace(window[after]) { after += 1 }
    // Nearly every paragraph begins with a capital, behind one that ends with a full stop.
    let isLowercase = window.isLowercase(at: after)
    let last = window.byte(before - 1)
    guard after < window.count, isLowercase || Byte.isLetter(last) || last == UInt8(ascii: ","),
      window.isWord(at: after)
    else { return max(after, position + 1) }
    let ending = SentenceEnding(before: before, in: window)
    guard isLowercase ? !ending.isFinal : ending.demandsMore, let start = Self.proseStart(before: before, in: window),
      before - start >= Self.shortest
    else { return after }
    if ending.isHyphenated, isLowercase {
      let stays = LineEndHyphen(wordEnd: before - 1, next: after, in: window).isPartOfWord
      edits.remove((stays ? before : before - 1)..<after, by: Self.rule)
    } else {
      edits.replace(before..<after, with: [Byte.space], by: Self.rule)
    }
    return after
  }

  /// The start of the paragraph that ends before a position; nil where it is a heading, a footnote or part of a list or
  /// table.
  private static func proseStart(before end: Int, in window: Window) -> Int? {
    var start = end
    while start > 0, !(window[start - 1] == Byte.lineFeed && window.byte(start - 2) == Byte.lineFeed) {
      let byte = window[start - 1]
      if byte == UInt8(ascii: "|") || byte == Byte.tab || byte == Byte.space && window.byte(start - 2) == Byte.space {
        return nil
      }
      start -= 1
    }
    guard start < end, FootnoteLabel(at: start, in: window) == nil, !ParagraphMark.stands(at: start, in: window) else {
      return nil
    }
    return start
  }
}
