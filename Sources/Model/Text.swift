// Normalized text as an ordered list of pieces of its source. Pieces may be out of source order: a footnote moved
// behind the sentence it cut is a move, not a replacement.

package struct Text: Sendable, Hashable {
  /// The normalized text, UTF-8.
  package private(set) var bytes: [UInt8]
  /// Tile `bytes` without gaps or overlaps, in text order.
  package private(set) var pieces: [Piece]

  /// Text that stands in its file byte for byte from `offset` on.
  package init(verbatim bytes: [UInt8], at offset: Int = 0) {
    self.init(bytes: bytes, source: offset..<(offset + bytes.count), form: .verbatim)
  }

  /// Decoded text whose source bytes are stepped through as `form` says.
  package init(bytes: [UInt8], source: Range<Int>, form: Piece.Form) {
    self.init(bytes: bytes, pieces: bytes.isEmpty ? [] : [Piece(text: 0..<bytes.count, source: source, form: form)])
  }

  /// Text from pieces that tile it in order; adjoining pieces are expected to differ in form or place.
  package init(bytes: [UInt8], pieces: [Piece]) {
    self.bytes = bytes
    self.pieces = pieces
    if pieces.contains(where: { $0.isStepped && $0.text.count > Piece.longestStepped }) {
      self.pieces = pieces.flatMap { cut($0) }
    }
  }

  /// A stepped piece in parts that are quick to walk from their beginning.
  private func cut(_ piece: Piece) -> [Piece] {
    guard piece.isStepped else { return [piece] }
    var parts: [Piece] = []
    var rest = piece
    while rest.text.count > Piece.longestStepped {
      var end = rest.text.lowerBound + Piece.longestStepped
      while end > rest.text.lowerBound + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      let source = sourceRange(of: rest.text.lowerBound..<end, in: rest)
      parts.append(Piece(text: rest.text.lowerBound..<end, source: source, form: piece.form))
      rest.text = end..<rest.text.upperBound
      rest.source = source.upperBound..<rest.source.upperBound
    }
    return parts + [rest]
  }

  package var count: Int { bytes.count }

  /// The text of a span.
  package func string(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

  /// Whether a span has the bytes of `words`.
  package func reads(_ words: String, at span: Range<Int>) -> Bool {
    var words = words
    return words.withUTF8 { words in
      guard words.count == span.count else { return false }
      return bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[span]).elementsEqual(words) }
    }
  }

  /// The source ranges a span stands for, in reading order, adjoining ones joined; insertions give none.
  package func sourceRanges(of span: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = pieceIndex(at: span.lowerBound)
    while index < pieces.count, pieces[index].text.lowerBound < span.upperBound {
      let range = sourceRange(of: span.clamped(to: pieces[index].text), in: pieces[index])
      index += 1
      guard !range.isEmpty else { continue }
      if let last = ranges.last, last.upperBound == range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  /// The text that given source ranges stand for, in their order, with what was inserted between: the inverse of
  /// `sourceRanges(of:)`. For many readings of one text make one `SourceIndex`.
  package func reading(_ ranges: [Range<Int>]) -> [UInt8] { SourceIndex(of: self).reading(ranges) }

  /// The index of the piece that holds a text position, or the number of pieces at the end.
  func pieceIndex(at position: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].text.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The part of a piece's source that a part of its text stands for.
  func sourceRange(of part: Range<Int>, in piece: Piece) -> Range<Int> {
    switch piece.form {
    case .whole:
      return part.isEmpty ? piece.source.lowerBound..<piece.source.lowerBound : piece.source
    case .verbatim:
      let shift = piece.source.lowerBound - piece.text.lowerBound
      return (part.lowerBound + shift)..<(part.upperBound + shift)
    case .singleByte, .utf16:
      let start = piece.source.lowerBound + sourceLength(of: piece.text.lowerBound..<part.lowerBound, piece.form)
      return start..<(start + sourceLength(of: part, piece.form))
    }
  }

  private func sourceLength(of range: Range<Int>, _ form: Piece.Form) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var length = 0
      for index in range {
        let byte = bytes[index]
        if byte & 0xC0 == 0x80 { continue }
        length += form == .singleByte ? 1 : (byte >= 0xF0 ? 4 : 2)
      }
      return length
    }
  }

  /// The part of a piece's text that a part of its source stands for.
  func textRange(of part: Range<Int>, in piece: Piece) -> Range<Int> {
    switch piece.form {
    case .whole:
      return piece.text
    case .verbatim:
      let shift = piece.text.lowerBound - piece.source.lowerBound
      return (part.lowerBound + shift)..<(part.upperBound + shift)
    case .singleByte, .utf16:
      let start = textPosition(of: part.lowerBound, in: piece)
      return start..<textPosition(of: part.upperBound, in: piece)
    }
  }

  private func textPosition(of source: Int, in piece: Piece) -> Int {
    var position = piece.text.lowerBound
    var reached = piece.source.lowerBound
    while reached < source, position < piece.text.upperBound {
      var next = position + 1
      while next < piece.text.upperBound, bytes[next] & 0xC0 == 0x80 { next += 1 }
      reached += sourceLength(of: position..<next, piece.form)
      position = next
    }
    return position
  }
}
