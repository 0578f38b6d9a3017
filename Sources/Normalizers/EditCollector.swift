// What the rules of one phase ask for while the text is scanned.

import Model

/// Edits, and what is to be remembered of the places they touch. Positions are those of the text before the phase.
package struct EditCollector {
  /// A footnote marker that is taken out.
  struct Marker {
    var range: Range<Int>
    var label: String
  }

  /// The beginning of a stretch whose role the rule has recognized by marks that will be gone.
  struct Mark {
    var position: Int
    var role: Region.Role
    var label: String?
  }

  private(set) var edits: [Edit] = []
  private(set) var markers: [Marker] = []
  private(set) var marks: [Mark] = []

  /// Asks for a range to be replaced.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8], by rule: RuleDescription) {
    edits.append(.replace(range, with: bytes, by: rule.id))
  }

  /// Asks for a range to be taken out.
  mutating func remove(_ range: Range<Int>, by rule: RuleDescription) {
    edits.append(.remove(range, by: rule.id))
  }

  /// Asks for a range to be moved before the byte at `position`.
  mutating func move(_ range: Range<Int>, to position: Int, by rule: RuleDescription) {
    edits.append(.move(range, to: position, by: rule.id))
  }

  /// Remembers a footnote marker that an edit takes out.
  mutating func remember(marker range: Range<Int>, label: String) {
    markers.append(Marker(range: range, label: label))
  }

  /// Remembers that a stretch with a role of its own begins here.
  mutating func mark(_ role: Region.Role, at position: Int, label: String? = nil) {
    marks.append(Mark(position: position, role: role, label: label))
  }

  /// The edits in text order; of overlapping ones the first stands, at the same place the longer, then by rule.
  func sorted() -> [Edit] {
    let order = edits.sorted {
      ($0.range.lowerBound, -$0.range.count, $0.rule) < ($1.range.lowerBound, -$1.range.count, $1.rule)
    }
    var kept: [Edit] = []
    kept.reserveCapacity(order.count)
    for edit in order where edit.range.lowerBound >= kept.last?.range.upperBound ?? 0 { kept.append(edit) }
    return kept
  }
}
