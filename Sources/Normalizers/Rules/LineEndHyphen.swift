// Whether a hyphen at the end of a line belongs to its word or was put there by whoever broke the line.

import CScan
import Model

struct LineEndHyphen {
  /// How far around it other uses of the word are looked for.
  private static let reach = 1 << 14
  /// Longer words are not looked up.
  private static let longest = 40

  /// Whether the hyphen stays when the line is joined with the next.
  let isPartOfWord: Bool

  /// The hyphen that ends before `end`, without it, and the text that goes on at `next`.
  init(wordEnd end: Int, next: Int, in window: Window) {
    let left = Self.letters(before: end, in: window)
    let right = Self.letters(from: next, in: window)
    isPartOfWord =
      Self.standsAsHyphenated(left, right, in: window)
      ?? (Self.isCompound(Self.lowercased(left, in: window), Self.lowercased(right, in: window)))
  }

  /// What the two halves alone tell; nil where it takes a look at the words.
  private static func standsAsHyphenated(_ left: Range<Int>, _ right: Range<Int>, in window: Window) -> Bool? {
    // A number, a name in two parts, a word of one letter, a compound of more parts: "195-inch", "X-ray",
    // "side-by-side".
    if left.count < 2 || !window.isLowercase(at: right.lowerBound) { return true }
    let before = window.byte(left.lowerBound - 1)
    if before == UInt8(ascii: "-"), window.isWord(before: left.lowerBound - 1) { return true }
    if Byte.isDigit(before) { return true }
    guard left.count + right.count <= longest, !right.isEmpty else { return nil }
    // As the same word stands elsewhere.
    let word = Array(window.bytes[left])
    let rest = Array(window.bytes[right])
    let around = max(0, left.lowerBound - reach)..<min(window.count, right.upperBound + reach)
    if window.holdsWord(word + [UInt8(ascii: "-")] + rest, within: around) { return true }
    if window.holdsWord(word + rest, within: around) { return false }
    return nil
  }

  private static func isCompound(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    if let closing = CompoundParts.heads[left] {
      return right.count >= 3 && !closing.contains { right.starts(with: $0) }
    }
    return left.count >= 3 && CompoundParts.tails.contains(right) && !CompoundParts.prefixes.contains(left)
  }

  private static func letters(before end: Int, in window: Window) -> Range<Int> {
    var start = end
    while start > 0, end - start < 2 * longest,
      window.bytes[start - 1] >= 0x80 || Byte.isLetter(window.bytes[start - 1]),
      window.isWord(before: start)
    {
      start = window.characterStart(before: start)
    }
    return start..<end
  }

  private static func letters(from start: Int, in window: Window) -> Range<Int> {
    var end = start
    while end < window.count, end - start < 2 * longest, window.bytes[end] >= 0x80 || Byte.isLetter(window.bytes[end]),
      window.bytes[end] & 0xC0 == 0x80 || window.isWord(at: end)
    {
      end += 1
    }
    return start..<end
  }

  /// ASCII and Cyrillic letters in lower case.
  private static func lowercased(_ range: Range<Int>, in window: Window) -> [UInt8] {
    let bytes = window.bytes[range]
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map { Byte.lowercased($0) } }
    return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
  }
}

extension Window {
  private static let mostMatches = 64

  /// Whether a word stands somewhere within a range, with no letter, digit or hyphen beside it.
  fileprivate func holdsWord(_ word: [UInt8], within range: Range<Int>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var position = range.lowerBound
    var found = 0
    // A text of one letter holds a word of that letter everywhere.
    while found < Self.mostMatches,
      let match = memmem(base + position, range.upperBound - position, word, word.count)
    {
      found += 1
      let start = match - UnsafeMutableRawPointer(mutating: base)
      if !isWord(before: start), byte(start - 1) != UInt8(ascii: "-"), !isWord(at: start + word.count) { return true }
      position = start + 1
    }
    return false
  }
}
