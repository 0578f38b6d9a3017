// What a normalizer asks to be done to a text. Edits of one phase do not overlap and are applied in one pass.

package struct Edit: Sendable, Hashable {
  package enum Change: Sendable, Hashable {
    /// The bytes that stand for the range afterwards; empty removes it.
    case replace([UInt8])
    /// The range is moved, whole, to stand before the byte that is now at this position (outside the range).
    case move(Int)
  }

  /// Bytes of the text before the phase.
  package var range: Range<Int>
  package var change: Change
  package var rule: RuleID

  package init(range: Range<Int>, change: Change, rule: RuleID) {
    self.range = range
    self.change = change
    self.rule = rule
  }

  package static func replace(_ range: Range<Int>, with bytes: [UInt8], by rule: RuleID) -> Edit {
    Edit(range: range, change: .replace(bytes), rule: rule)
  }

  package static func remove(_ range: Range<Int>, by rule: RuleID) -> Edit { replace(range, with: [], by: rule) }

  package static func move(_ range: Range<Int>, to position: Int, by rule: RuleID) -> Edit {
    Edit(range: range, change: .move(position), rule: rule)
  }
}
