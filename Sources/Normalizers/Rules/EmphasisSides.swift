// What stands beside a run of asterisks or underscores, and what the run can do there.

struct EmphasisSides {
  /// Emphasis may begin: white space or punctuation before, ink that does not close a phrase after.
  let canOpen: Bool
  /// Emphasis may end: ink before, white space or punctuation after.
  let canClose: Bool

  /// The sides of a run; what stands before it ends at `start`, so that an escaping backslash can be left out.
  init(of run: Range<Int>, behind start: Int, in window: Window) {
    let before = window.byte(start - 1)
    let after = window.byte(run.upperBound)
    canOpen = !window.isWord(before: start) && !Byte.isSpace(after) && !Self.closing.contains(after)
    canClose = !Byte.isSpace(before) && !window.isWord(at: run.upperBound)
  }

  private static let closing: [UInt8] = Array(",.;:)]!?".utf8)
}
