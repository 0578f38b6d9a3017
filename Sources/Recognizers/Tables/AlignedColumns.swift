// Where the columns of a table stand on the page, as its full rows show.
import Model

/// The first column is that of the labels.
struct AlignedColumns {
  struct Column {
    /// Mean edges over the full rows.
    var start: Int
    var end: Int
    /// Outermost edges.
    var place: Range<Int>
  }

  private(set) var columns: [Column] = []

  var count: Int { columns.count }

  /// The columns of the rows that have as many segments as a full row.
  init(fullRows: [[Segment]]) {
    guard let first = fullRows.first else { return }
    var starts = Array(repeating: 0, count: first.count)
    var ends = starts
    var places = first.map(\.place)
    for row in fullRows {
      for (index, segment) in row.enumerated() {
        starts[index] += segment.place.lowerBound
        ends[index] += segment.place.upperBound
        places[index] =
          min(
            places[index].lowerBound, segment.place.lowerBound)..<max(
            places[index].upperBound, segment.place.upperBound)
      }
    }
    columns = places.indices.map {
      Column(start: starts[$0] / fullRows.count, end: ends[$0] / fullRows.count, place: places[$0])
    }
  }

  /// How far a segment is from standing in a column: by its left edge, right edge or middle.
  private func distance(_ segment: Segment, _ column: Int) -> Int {
    let (start, end) = (columns[column].start, columns[column].end)
    return min(
      abs(segment.place.lowerBound - start), abs(segment.place.upperBound - end),
      abs(segment.middle - (start + end) / 2))
  }

  /// The column of each segment of a row that is not full: the nearest, in order; nil where there are too many.
  func assignment(of row: [Segment]) -> [Int]? {
    guard row.count <= count else { return nil }
    var assigned: [Int] = []
    assigned.reserveCapacity(row.count)
    var next = 0
    for (index, segment) in row.enumerated() {
      var best = next
      var column = next
      while column <= count - (row.count - index) {
        if distance(segment, column) < distance(segment, best) { best = column }
        if columns[column].place.lowerBound > segment.place.upperBound { break }
        column += 1
      }
      assigned.append(best)
      next = best + 1
    }
    return assigned
  }

  /// The columns a stretch of the page lies over; nil for none. Their outermost edges ascend, as those of each row do.
  func overlapped(by place: Range<Int>) -> Range<Int>? {
    let first = index { $0.place.upperBound > place.lowerBound }
    let end = index { $0.place.lowerBound >= place.upperBound }
    return first < end ? first..<end : nil
  }

  /// The first column of which a condition holds that holds of all behind it.
  private func index(where condition: (Column) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(columns[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Segments that a lost space has joined, cut where the words stand under different columns: "Labour and Social
  /// Protection 1,234", "1 234 567 890".
  func split(_ row: [Segment], in text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) -> [Segment] {
    row.flatMap { segment -> [Segment] in
      guard let over = overlapped(by: segment.place), over.count > 1,
        segment.place.upperBound > columns[over.upperBound - 1].start
      else { return [segment] }
      return cut(segment, over, in: text, lexicon: lexicon)
    }
  }

  /// From the right, each cut where both parts can be cells and stand as near as can be to their columns.
  private func cut(
    _ segment: Segment, _ over: Range<Int>, in text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon
  ) -> [Segment] {
    var words = Self.words(of: segment, in: text)[...]
    guard words.count <= Self.mostWords else { return [segment] }
    var cells: [Segment] = []
    for column in over.reversed() where column > over.lowerBound && words.count > 1 {
      guard let end = words.last?.place.upperBound, abs(end - columns[column].end) <= Self.reach else { continue }
      let cuts = (1..<words.count).filter { cut in
        let (left, right) = (Self.joined(words.prefix(cut)), Self.joined(words.dropFirst(cut)))
        return CellNumber(right.span, in: text, lexicon: lexicon) != nil
          && (column == 1 && over.lowerBound == 0 || CellNumber(left.span, in: text, lexicon: lexicon) != nil)
      }
      guard let best = cuts.min(by: { misfit(words, $0, column) < misfit(words, $1, column) }) else { continue }
      cells.append(Self.joined(words.dropFirst(best)))
      words = words.prefix(best)
    }
    return [Self.joined(words)] + cells.reversed()
  }

  /// A longer line is no row with a space lost.
  private static let mostWords = 48

  /// How far the right edge of a cell may be from that of its column.
  private static let reach = 4

  /// How far the parts are from their columns: a label by where the number begins, a number by where it ends.
  private func misfit(_ words: ArraySlice<Segment>, _ cut: Int, _ column: Int) -> Int {
    if column == 1 { return abs(words[words.startIndex + cut].place.lowerBound - columns[1].start) }
    return abs(words[words.startIndex + cut - 1].place.upperBound - columns[column - 1].end)
  }

  private static func words(of segment: Segment, in text: UnsafeBufferPointer<UInt8>) -> [Segment] {
    var words: [Segment] = []
    var start = segment.span.lowerBound
    var column = segment.place.lowerBound
    var first = column
    for index in segment.span {
      if text[index] == 0x20 {
        words.append(Segment(span: start..<index, place: first..<column))
        start = index + 1
        first = column + 1
      }
      if text[index] & 0xC0 != 0x80 { column += 1 }
    }
    words.append(Segment(span: start..<segment.span.upperBound, place: first..<segment.place.upperBound))
    return words
  }

  private static func joined(_ words: ArraySlice<Segment>) -> Segment {
    guard let first = words.first, let last = words.last else { return Segment(span: 0..<0, place: 0..<0) }
    return Segment(
      span: first.span.lowerBound..<last.span.upperBound, place: first.place.lowerBound..<last.place.upperBound)
  }
}
