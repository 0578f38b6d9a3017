// One row of a table: its label, the group it stands in, and what both state of their numbers.
import Model

struct TableRow {
  var label = TableName.none
  var stated = StatedUnit.nothing
  var group = TableName.none
  var groupStated = StatedUnit.nothing
  var years: TableYears?
  var groupYears: TableYears?
  var parties = TableParties()

  var share: Mention.TableCell.Share { label.isTotal ? .total : label.isPart ? .part : .entry }

  /// Takes the label of a group of rows, which holds until the next.
  mutating func begin(group text: TableText, _ words: TableWords) {
    groupStated = StatedUnit(text, at: .caption, words)
    if case .nothing = groupStated.statement { groupStated = StatedUnit(text, at: .label, words) }
    group = TableName(text, unit: groupStated.statement.phrase?.tokens, words)
    groupYears = TableYears.isWhole(text, words) ? TableYears.only(in: text, outside: nil, words) : nil
  }

  /// Takes the label of an entry, in one part or several.
  mutating func begin(_ text: TableText?, _ words: TableWords) {
    guard let text else {
      (label, stated, years) = (.none, .nothing, nil)
      return
    }
    stated = StatedUnit(text, at: .label, words)
    // "US dollar" as a label names what is counted; with a scale it is the unit of the row above.
    if case .money(let phrase) = stated.statement, phrase.scale == nil, phrase.tokens == 0..<text.count {
      stated = .nothing
    }
    label = TableName(text, unit: stated.statement.phrase?.tokens, words)
    years = TableYears.isWhole(text, words) ? TableYears.only(in: text, outside: nil, words) : nil
  }

  /// "Recurrent, Ministry of Defence, 2009".
  func about(_ header: String) -> String {
    [label.isTotal && !label.name.lowercased().hasPrefix("sub") ? "" : group.name, label.name, header]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
