// Applying the edits of one phase to a text in one pass.

extension Text {
  /// Where positions of a text stand after edits.
  package struct PositionMap: Sendable {
    /// Kept and replaced stretches of the old text and where each, or its replacement, stands in the new one, in old
    /// order.
    fileprivate var kept: [(old: Range<Int>, new: Range<Int>)] = []

    /// The new place of an old position; for a replaced one, inside what replaced it; for a removed one, where what
    /// followed it in the old text now begins.
    package func position(_ old: Int) -> Int {
      var low = 0
      var high = kept.count
      while low < high {
        let middle = (low + high) / 2
        if kept[middle].old.upperBound <= old { low = middle + 1 } else { high = middle }
      }
      guard low < kept.count else { return kept.last?.new.upperBound ?? 0 }
      return min(kept[low].new.lowerBound + max(0, old - kept[low].old.lowerBound), kept[low].new.upperBound)
    }
  }

  /// The text after `edits`, which are sorted by range and do not overlap, and the way of its positions.
  package func applying(_ edits: [Edit]) -> (text: Text, map: PositionMap) {
    var builder = TextBuilder(old: self)
    let moves = edits.filter { if case .move = $0.change { true } else { false } }
      .sorted { ($0.target ?? 0, $0.range.lowerBound) < ($1.target ?? 0, $1.range.lowerBound) }
    var nextMove = moves.startIndex
    var position = 0
    for edit in edits {
      builder.copy(position..<edit.range.lowerBound, arriving: moves, from: &nextMove)
      if case .replace(let bytes) = edit.change { builder.replace(edit.range, with: bytes) }
      position = edit.range.upperBound
    }
    builder.copy(position..<count, arriving: moves, from: &nextMove)
    for move in moves[nextMove...] { builder.copy(move.range) }
    return builder.finish()
  }
}

extension Edit {
  fileprivate var target: Int? { if case .move(let target) = change { target } else { nil } }
}

/// Collects the new text piece by piece.
private struct TextBuilder {
  let old: Text
  var bytes: [UInt8] = []
  var pieces: [Piece] = []
  var kept: [(old: Range<Int>, new: Range<Int>)] = []

  init(old: Text) {
    self.old = old
    bytes.reserveCapacity(old.count + 64)
  }

  /// Copies a range, letting moved ranges in where they are to arrive.
  mutating func copy(_ range: Range<Int>, arriving moves: [Edit], from next: inout Int) {
    var position = range.lowerBound
    while next < moves.endIndex, let target = moves[next].target, target <= range.upperBound {
      if target > position {
        copy(position..<target)
        position = target
      }
      copy(moves[next].range)
      next += 1
    }
    copy(position..<range.upperBound)
  }

  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    kept.append((range, bytes.count..<(bytes.count + range.count)))
    var index = old.pieceIndex(at: range.lowerBound)
    while index < old.pieces.count, old.pieces[index].text.lowerBound < range.upperBound {
      let piece = old.pieces[index]
      let part = range.clamped(to: piece.text)
      append(source: old.sourceRange(of: part, in: piece), form: piece.form, length: part.count)
      index += 1
    }
    bytes.append(contentsOf: old.bytes[range])
  }

  mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
    guard !replacement.isEmpty else { return }
    // A range that joins far parts of the file stands for the first: the hull would claim what lies between them.
    let source = old.sourceRanges(of: range).first ?? 0..<0
    if !range.isEmpty { kept.append((range, bytes.count..<(bytes.count + replacement.count))) }
    appendWhole(source: source, length: replacement.count)
    bytes.append(contentsOf: replacement)
  }

  private mutating func appendWhole(source: Range<Int>, length: Int) {
    let start = pieces.last?.text.upperBound ?? 0
    pieces.append(Piece(text: start..<(start + length), source: source, form: .whole))
  }

  private mutating func append(source: Range<Int>, form: Piece.Form, length: Int) {
    guard form != .whole else { return appendWhole(source: source, length: length) }
    let start = pieces.last?.text.upperBound ?? 0
    // Only bytes that step one by one may grow without bound: the others are walked from their piece's beginning.
    if let last = pieces.last, form == .verbatim, last.form == form, last.source.upperBound == source.lowerBound {
      pieces[pieces.count - 1].text = last.text.lowerBound..<(start + length)
      pieces[pieces.count - 1].source = last.source.lowerBound..<source.upperBound
    } else {
      pieces.append(Piece(text: start..<(start + length), source: source, form: form))
    }
  }

  func finish() -> (text: Text, map: Text.PositionMap) {
    (Text(bytes: bytes, pieces: pieces), Text.PositionMap(kept: kept.sorted { $0.old.lowerBound < $1.old.lowerBound }))
  }
}
