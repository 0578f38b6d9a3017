// Which columns the words above them name: one each, or several that they stretch over.
import Model

struct AlignedHeads {
  let columns: AlignedColumns

  /// The cells of a line of heads. `strokes` are the parts of a rule right below it, which tell how far each stretches.
  func cells(_ segments: [Segment], strokes: [Range<Int>]) -> [Grid.Cell] {
    let count = columns.count
    guard count > 1, let first = segments.first else { return one(segments) }
    if segments.count == count { return inOrder(segments, from: 0) }
    let values = columns.columns[1].place.lowerBound
    let hasStub = first.place.lowerBound + 3 < values && first.middle < values
    if !hasStub, segments.count == count - 1 { return inOrder(segments, from: 1) }
    let heads = hasStub ? segments[1...] : segments[...]
    let stub = hasStub ? [Grid.Cell(span: first.span, columns: 0..<1)] : []
    guard !heads.isEmpty else { return stub }
    return stub + (drawn(heads, strokes) ?? grouped(heads) ?? overlapped(heads))
  }

  private func one(_ segments: [Segment]) -> [Grid.Cell] {
    segments.enumerated().map { Grid.Cell(span: $1.span, columns: $0..<($0 + 1)) }
  }

  private func inOrder(_ segments: [Segment], from column: Int) -> [Grid.Cell] {
    segments.enumerated().map { Grid.Cell(span: $1.span, columns: (column + $0)..<(column + $0 + 1)) }
  }

  /// As far as the strokes below reach, where each head has its own.
  private func drawn(_ heads: ArraySlice<Segment>, _ strokes: [Range<Int>]) -> [Grid.Cell]? {
    let under = strokes.filter { $0.upperBound > columns.columns[1].place.lowerBound }
    guard under.count == heads.count, under.count < columns.count - 1 else { return nil }
    var cells: [Grid.Cell] = []
    for (head, stroke) in zip(heads, under) {
      guard stroke.overlaps(head.place), let over = columns.overlapped(by: stroke), over.lowerBound > 0,
        over.lowerBound >= cells.last?.columns.upperBound ?? 0
      else { return nil }
      cells.append(Grid.Cell(span: head.span, columns: over))
    }
    return cells
  }

  /// Each head over as many columns as the others, in the middle of them or where they begin.
  private func grouped(_ heads: ArraySlice<Segment>) -> [Grid.Cell]? {
    let values = columns.count - 1
    guard values % heads.count == 0, values > heads.count else { return nil }
    let width = values / heads.count
    var cells: [Grid.Cell] = []
    for (place, head) in heads.enumerated() {
      let group = (1 + place * width)..<(1 + (place + 1) * width)
      let left = columns.columns[group.lowerBound]
      let right = columns.columns[group.upperBound - 1]
      let hull = left.place.lowerBound..<right.place.upperBound
      let isCentred = abs(head.middle - (hull.lowerBound + hull.upperBound) / 2) * 4 <= hull.count
      let isFlush = heads.count > 1 && abs(head.place.lowerBound - left.place.lowerBound) <= 2
      guard isCentred || isFlush else { return nil }
      cells.append(Grid.Cell(span: head.span, columns: group))
    }
    return cells
  }

  /// Each column goes to the head that covers most of it, else to the one that all but touches it.
  private func overlapped(_ heads: ArraySlice<Segment>) -> [Grid.Cell] {
    var spans: [Int: Range<Int>] = [:]
    var first = heads.startIndex
    for column in 1..<columns.count {
      let place = columns.columns[column].place
      while first + 1 < heads.endIndex, heads[first].place.upperBound < place.lowerBound,
        heads[first + 1].place.lowerBound < place.upperBound
      {
        first += 1
      }
      guard let best = best(for: place, in: heads[first..<min(first + 2, heads.endIndex)]) else { continue }
      spans[best] = (spans[best]?.lowerBound ?? column)..<(column + 1)
    }
    return spans.sorted { $0.key < $1.key }.map { Grid.Cell(span: heads[$0.key].span, columns: $0.value) }
  }

  private func best(for place: Range<Int>, in heads: ArraySlice<Segment>) -> Int? {
    let overlaps = heads.indices.map { (index: $0, width: heads[$0].place.clamped(to: place).count) }
    if let most = overlaps.max(by: { $0.width < $1.width }), most.width > 0 { return most.index }
    return heads.indices.first {
      max(heads[$0].place.lowerBound - place.upperBound, place.lowerBound - heads[$0].place.upperBound) <= 2
    }
  }
}
