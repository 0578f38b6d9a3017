// The pieces of one text in the order of their source bytes: from places in the file back to the text.

package struct SourceIndex: Sendable {
  private let text: Text
  /// Indexes of the pieces that stand for source bytes, by their source range.
  private let order: [Int]

  package init(of text: Text) {
    self.text = text
    let pieces = text.pieces
    order = pieces.indices.filter { !pieces[$0].source.isEmpty }
      .sorted {
        let (left, right) = (pieces[$0].source, pieces[$1].source)
        return (left.lowerBound, left.upperBound, $0) < (right.lowerBound, right.upperBound, $1)
      }
  }

  /// The text that source ranges stand for, in their order, with what was inserted between.
  package func reading(_ ranges: [Range<Int>]) -> [UInt8] {
    var read: [UInt8] = []
    var end: Int?
    for span in ranges.flatMap(spans) {
      if let end, isInsertion(end..<max(end, span.lowerBound)) { read += text.bytes[end..<span.lowerBound] }
      read += text.bytes[span]
      end = span.upperBound
    }
    return read
  }

  /// The spans of text that one source range stands for, in the file's order.
  private func spans(of range: Range<Int>) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for place in order[first(endingAfter: range.lowerBound)...] {
      let piece = text.pieces[place]
      guard piece.source.lowerBound < range.upperBound else { break }
      let part = range.clamped(to: piece.source)
      if !part.isEmpty { spans.append(text.textRange(of: part, in: piece)) }
    }
    return spans
  }

  /// The first place in `order` whose source ends after a position.
  private func first(endingAfter position: Int) -> Int {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if text.pieces[order[middle]].source.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a stretch of text stands for no source bytes at all.
  private func isInsertion(_ span: Range<Int>) -> Bool {
    guard !span.isEmpty else { return false }
    var index = text.pieceIndex(at: span.lowerBound)
    while index < text.pieces.count, text.pieces[index].text.lowerBound < span.upperBound {
      guard text.pieces[index].source.isEmpty else { return false }
      index += 1
    }
    return true
  }
}
