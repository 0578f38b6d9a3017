// Footnotes at a page's end, and the sentences they cut.

import Model

/// Each footnote becomes a region. Where the paragraph before a block of footnotes is unfinished and the one after it
/// goes on, the block is moved behind both and the halves are joined, with several blocks in turn if need be.
struct FootnoteBlocks: NormalizationRule {
  static let rule = RuleDescription(
    id: "footnote-blocks", stage: .normalize,
    summary: "footnotes that cut a sentence or a word are moved behind its paragraph, whose halves are joined",
    examples: [
      .init(
        "a loan and\n\n³ See: A.\n\n⁴ See: B.\n\nplans a bridge.\n\nNext.",
        "a loan and plans a bridge.\n\n³ See: A.\n\n⁴ See: B.\n\nNext."),
      .init("is not in-\n\n³ See: A.\n\nfluencing aid.", "is not influencing aid.\n\n³ See: A."),
      .init("a mil\u{AD}\n\n³ See: A.\n\nlion", "a million\n\n³ See: A."),
      .init("a long-\n\n³ See: A.\n\nterm loan", "a long-term loan\n\n³ See: A."),
      .init("at a cost of\n\n[^1]: See A.\n\n$5 million.", "at a cost of $5 million.\n\n[^1]: See A."),
      .init("one\n\n¹ A.\n\ntwo\n\n² B.\n\nthree.\n\nNext.", "one two three.\n\n¹ A.\n\n² B.\n\nNext."),
      .init(unchanged: "It was done.³\n\n³ See: A.\n\nplans a bridge."),
      .init(unchanged: "a loan and a bridge\n\n³ See: A.\n\nNext came a bridge."),
    ])
  static let phase = Phase.structure
  static let triggers: [UInt8] = [0xC2, 0xE2, UInt8(ascii: "[")]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    guard var block = FootnoteBlock(at: position, in: window, marking: &edits) else { return position + 1 }
    var moved: [Range<Int>] = []
    var end = block.end
    while let seam = Seam(around: block, in: window) {
      moved.append(seam.before..<block.end)
      if seam.hyphen > 0 { edits.remove((seam.before - seam.hyphen)..<seam.before, by: Self.rule) }
      edits.replace(block.end..<seam.after, with: seam.isInsideWord ? [] : [Byte.space], by: Self.rule)
      end = window.lastInk(before: window.paragraphEnd(from: seam.after)) + 1
      guard let next = FootnoteBlock(at: Seam.nextInk(from: end, in: window), in: window, marking: &edits) else {
        break
      }
      block = next
    }
    for range in moved { edits.move(range, to: end, by: Self.rule) }
    return max(end, block.end)
  }
}

/// Footnotes that follow each other, from the first label to the last ink.
private struct FootnoteBlock {
  var start: Int
  var end: Int

  /// The block that begins at `position`, its footnotes marked; nil where no footnote begins.
  init?(at position: Int, in window: Window, marking edits: inout EditCollector) {
    guard var label = FootnoteLabel(at: position, in: window) else { return nil }
    start = position
    end = position
    var line = position
    while true {
      edits.mark(.footnote, at: line, label: label.label)
      (end, line) = Self.footnoteEnd(from: label.range.upperBound, in: window)
      guard let next = FootnoteLabel(at: line, in: window) else { return }
      label = next
    }
  }

  /// Where the ink of a footnote ends, and where the next line after it that may begin another one starts.
  private static func footnoteEnd(from position: Int, in window: Window) -> (end: Int, next: Int) {
    var end = window.lineEnd(from: position)
    while end + 1 < window.count, window[end + 1] != Byte.lineFeed {
      if FootnoteLabel(at: end + 1, in: window) != nil { return (end, end + 1) }
      end = window.lineEnd(from: end + 1)
    }
    return (window.lastInk(before: end) + 1, Seam.nextInk(from: end, in: window))
  }
}

/// The two places at which a sentence cut by a block of footnotes goes on.
private struct Seam {
  /// Where the ink before the block ends, hyphen included.
  var before: Int
  /// Where the ink after the block begins.
  var after: Int
  var isInsideWord = false
  /// The length of the hyphen that goes.
  var hyphen = 0

  /// Nil where the block stands between sentences.
  init?(around block: FootnoteBlock, in window: Window) {
    before = window.lastInk(before: block.start) + 1
    after = Self.nextInk(from: block.end, in: window)
    guard before > 0, after < window.count, FootnoteLabel(at: after, in: window) == nil else { return nil }
    // A soft hyphen shows only where a line breaks.
    let softHyphen = window.holds("\u{AD}", at: before - 2) ? 2 : 0
    let ending = SentenceEnding(before: before - softHyphen, in: window)
    hyphen = softHyphen
    if window.isLowercase(at: after) {
      guard !ending.isFinal else { return nil }
      isInsideWord = ending.isHyphenated || softHyphen > 0 && window.isWord(before: before - softHyphen)
      if softHyphen == 0, ending.isHyphenated,
        !LineEndHyphen(wordEnd: before - 1, next: after, in: window).isPartOfWord
      {
        hyphen = 1
      }
    } else {
      guard ending.demandsMore, window.isWord(at: after) || window.byte(after) == UInt8(ascii: "$") else { return nil }
    }
  }

  static func nextInk(from position: Int, in window: Window) -> Int {
    var next = position
    while next < window.count, Byte.isSpace(window[next]) { next += 1 }
    return next
  }
}
