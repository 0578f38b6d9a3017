// What cleaning has to remember of marks that are gone from the text, kept at its place from phase to phase.

import Model

struct CleaningMarks {
  /// Beginnings of stretches whose role is known by their marks, in text order.
  private(set) var roles: [EditCollector.Mark] = []
  private(set) var links: [FootnoteLink] = []
  /// Whether anything was edited since the lines were last put in order.
  var isEdited = false

  /// Applies what the rules of a phase ask for, and carries all places into the new text.
  mutating func apply(_ collected: EditCollector, to text: inout Text) {
    guard !collected.edits.isEmpty || !collected.marks.isEmpty else { return }
    roles += collected.marks
    for marker in collected.markers {
      let sources = text.sourceRanges(of: marker.range)
      guard let first = sources.first, let last = sources.last else { continue }
      let source = first.lowerBound..<max(first.upperBound, last.upperBound)
      links.append(FootnoteLink(position: marker.range.lowerBound, label: marker.label, source: source))
    }
    guard !collected.edits.isEmpty else { return }
    isEdited = true
    let (newText, map) = text.applying(collected.sorted())
    for index in roles.indices { roles[index].position = map.position(roles[index].position) }
    for index in links.indices { links[index].position = map.position(links[index].position) }
    text = newText
  }

  /// The marks in the order of the text.
  func sorted() -> (roles: [EditCollector.Mark], links: [FootnoteLink]) {
    (
      roles.sorted { $0.position < $1.position },
      links.sorted { ($0.position, $0.source.lowerBound) < ($1.position, $1.source.lowerBound) }
    )
  }
}
