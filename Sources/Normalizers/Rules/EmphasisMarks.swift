// Asterisks and underscores around emphasized words.

import Model

/// Emphasis (CommonMark 0.31, section 6.2), but only between white space or punctuation, so that `2*3*4` and
/// `snake_case` are none. In plain text the emphasized words must hold a letter.
struct EmphasisMarks: NormalizationRule {
  static let rule = RuleDescription(
    id: "emphasis-marks", stage: .normalize,
    summary: "asterisks and underscores around emphasized words go",
    examples: [
      .init("in *The Post*, 9 May", "in The Post, 9 May"),
      .init("with **\\$4.6 million** and _more_", "with \\$4.6 million and more"),
      .init("(*one **two** three*)", "(one two three)"),
      .init(unchanged: "5 * 3, 2*3*4, snake_case_name and f***"),
      .init(unchanged: "* one\n* two, ***all** of it*"),
    ])
  static let phase = Phase.style
  static let triggers = [UInt8(ascii: "*"), UInt8(ascii: "_")]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let end = window.paragraphEnd(from: position)
    var pairing = EmphasisPairing(window: window)
    var index = position
    while index < end {
      switch window[index] {
      case UInt8(ascii: "\\"):
        index += 2
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        let run = index..<Self.runEnd(from: index, in: window)
        if let opener = pairing.opener(for: run) {
          edits.remove(opener, by: Self.rule)
          edits.remove(run, by: Self.rule)
          if run.upperBound == end, window.isParagraphStart(opener.lowerBound) {
            edits.mark(.affiliation, at: opener.lowerBound)
          }
        }
        index = run.upperBound
      case UInt8(ascii: ":") where window.holds("://", at: index):
        index = Self.addressEnd(from: index, in: window)
      case UInt8(ascii: "]"):
        index = LinkDestination(at: index + 1, in: window)?.range.upperBound ?? index + 1
      case let byte:
        if byte >= 0x80 || Byte.isLetter(byte) { pairing.lastLetter = index }
        index += 1
      }
    }
    return end
  }

  private static func runEnd(from position: Int, in window: Window) -> Int {
    var end = position + 1
    while end < window.count, window[end] == window[position] { end += 1 }
    return end
  }

  /// Where an address ends that goes on at `position`: signs inside it emphasize nothing.
  private static func addressEnd(from position: Int, in window: Window) -> Int {
    var end = position + 3
    while end < window.count, window[end] > Byte.space, !addressEnds.contains(window[end]) { end += 1 }
    return end
  }

  private static let addressEnds: [UInt8] = Array("*)]>\"".utf8)
}

/// The openers of one paragraph that wait for their closing run.
private struct EmphasisPairing {
  let window: Window
  var lastLetter = -1
  private var open: [Range<Int>] = []
  /// How many openers of each sign and length wait, so that a search that must fail is never made.
  private var waiting: [Int] = [0, 0, 0, 0, 0, 0]

  init(window: Window) { self.window = window }

  /// The opener that a run closes; else the run is kept as an opener where it can be one.
  mutating func opener(for run: Range<Int>) -> Range<Int>? {
    guard let kind = kind(of: run) else { return nil }
    let sides = EmphasisSides(of: run, behind: run.lowerBound, in: window)
    if sides.canClose, waiting[kind] > 0 {
      while let last = open.popLast() {
        guard let other = self.kind(of: last) else { continue }
        waiting[other] -= 1
        guard other == kind else { continue }
        return window.isMarkdown || lastLetter > last.upperBound - 1 ? last : nil
      }
    }
    if sides.canOpen {
      open.append(run)
      waiting[kind] += 1
    }
    return nil
  }

  /// A number for the sign and length of a run; nil where such a run emphasizes nothing.
  private func kind(of run: Range<Int>) -> Int? {
    guard run.count <= 3 else { return nil }
    if window[run.lowerBound] == UInt8(ascii: "*") { return run.count - 1 }
    return run.count == 1 || window.isMarkdown ? run.count + 2 : nil
  }
}
