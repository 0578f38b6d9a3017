// The words around a cell: its row, or a stretch of one that is too long.

/// One string for all cells of a row; they share its storage.
struct RowSentence {
  private let text: UnsafeBufferPointer<UInt8>
  private var row = 0..<0
  private var current: (span: Range<Int>, text: String) = (0..<0, "")

  /// A longer row is cut.
  private static let longest = 1_000
  private static let stretch = 400

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Goes on to another row.
  mutating func begin(_ row: Range<Int>) { self.row = row }

  /// The stretch that holds a cell.
  mutating func sentence(around cell: Range<Int>) -> (span: Range<Int>, text: String) {
    let isInside = current.span.lowerBound <= cell.lowerBound && cell.upperBound <= current.span.upperBound
    if isInside, current.span.lowerBound >= row.lowerBound { return current }
    var span = row
    if row.count > Self.longest || cell.upperBound > row.upperBound || cell.lowerBound < row.lowerBound {
      var end = min(max(cell.upperBound, cell.lowerBound + Self.stretch), max(row.upperBound, cell.upperBound))
      // Between words, so that no character is cut.
      while end > cell.upperBound, end < text.count, text[end] != 0x20, text[end] != 0x09 { end -= 1 }
      span = cell.lowerBound..<end
    }
    current = (span, String(decoding: UnsafeBufferPointer(rebasing: text[span]), as: UTF8.self))
    return current
  }
}
