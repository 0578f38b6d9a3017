// What may stand before a date on a line of its own: day of the week, "published", volume and issue.

struct DatePrefix {
  /// Nothing else stands there.
  private(set) var isOnlyWords = true
  private(set) var volume: Range<Int>?
  private(set) var issue: Range<Int>?

  init(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var counted: Counted?
    var position = range.lowerBound
    while position < range.upperBound {
      guard bytes[position] >= 0x80 || Byte.isAlphanumeric(bytes[position]) else {
        position += 1
        continue
      }
      var end = position
      while end < range.upperBound, bytes[end] >= 0x80 || Byte.isAlphanumeric(bytes[end]) { end += 1 }
      let word = bytes[position..<end].map(Byte.lowercased)
      if let number = Self.counters[word] {
        counted = number
      } else if Byte.isDigit(word[0]), let number = counted.take() {
        if number == .volume { volume = position..<end } else { issue = position..<end }
      } else if !Self.words.contains(word), MonthNames.weekdayEnd(at: position, in: bytes, end: end) != end {
        isOnlyWords = false
        return
      }
      position = end
    }
  }

  private enum Counted { case volume, issue }

  private static let counters: [[UInt8]: Counted] = [
    Array("volume".utf8): .volume, Array("vol".utf8): .volume, Array("issue".utf8): .issue, Array("no".utf8): .issue,
    Array("number".utf8): .issue, Array("№".utf8): .issue,
  ]

  private static let words = Set(
    ["published", "posted", "updated", "last", "on", "date", "dated", "released", "issued", "filed", "modified"]
      .map { Array($0.utf8) })
}

/// The name of a publication before the date of a source line: "Stratfor Intelligence Brief, 05/19/2004".
struct SourceName {
  let range: Range<Int>

  /// Nil where the words before the date are no name: two to eight words with a capital first, no sentence in them.
  init?(_ before: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var end = before.upperBound
    while end > before.lowerBound, Byte.isSpace(bytes[end - 1]) { end -= 1 }
    guard end > before.lowerBound, [0x2C, 0x7C].contains(bytes[end - 1]) || Self.endsWithDash(end, in: bytes) else {
      return nil
    }
    while end > before.lowerBound, !(Byte.isAlphanumeric(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: ")")) {
      if bytes[end - 1] >= 0x80, !Self.endsWithDash(end, in: bytes) { break }
      end -= bytes[end - 1] >= 0x80 ? 3 : 1
    }
    let name = before.lowerBound..<max(before.lowerBound, end)
    guard name.count <= 80, let first = bytes[name].first, MetadataLine.isCapital(first) else { return nil }
    let spaces = bytes[name].count { $0 == Byte.space }
    let breaksOff = bytes[name].contains { [0x2C, 0x3A, 0x3B, 0x3F, 0x21, 0x22].contains($0) }
    guard (1...7).contains(spaces), !breaksOff else { return nil }
    range = name
  }

  private static func endsWithDash(_ end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    end >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && (bytes[end - 1] == 0x93 || bytes[end - 1] == 0x94)
  }
}
