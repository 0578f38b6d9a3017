// What a rule sees around its trigger: the bytes, and questions about the character before or after a place.

/// A view of the text of one phase. It lives only as long as the scan.
package struct Window {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the document is declared as Markdown.
  let isMarkdown: Bool

  var count: Int { bytes.count }

  subscript(position: Int) -> UInt8 { bytes[position] }

  /// The byte at a position, or a line feed beyond the ends, where text begins and stops as it does at a line end.
  func byte(_ position: Int) -> UInt8 { position >= 0 && position < bytes.count ? bytes[position] : Byte.lineFeed }

  /// Whether the bytes from `position` on are these.
  func holds(_ expected: StaticString, at position: Int) -> Bool {
    guard position >= 0, position + expected.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<expected.utf8CodeUnitCount where bytes[position + index] != expected.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether a line starts here.
  func isLineStart(_ position: Int) -> Bool { byte(position - 1) == Byte.lineFeed }

  /// Whether a paragraph starts here.
  func isParagraphStart(_ position: Int) -> Bool { isLineStart(position) && byte(position - 2) == Byte.lineFeed }

  /// The position of the next line feed from here on, or the end.
  func lineEnd(from position: Int) -> Int {
    var end = position
    while end < bytes.count, bytes[end] != Byte.lineFeed { end += 1 }
    return end
  }

  /// The end of the paragraph that holds a position: where a blank line or the end of the text follows.
  func paragraphEnd(from position: Int) -> Int {
    var end = lineEnd(from: position)
    while end + 1 < bytes.count, bytes[end + 1] != Byte.lineFeed { end = lineEnd(from: end + 1) }
    return end
  }

  /// The first position before `position` that is not white space, or -1.
  func lastInk(before position: Int) -> Int {
    var last = position - 1
    while last >= 0, Byte.isSpace(bytes[last]) { last -= 1 }
    return last
  }

  /// The start of the character that ends just before `position`.
  func characterStart(before position: Int) -> Int {
    var start = position - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Whether the character that ends before `position` is a letter or digit.
  func isWord(before position: Int) -> Bool {
    guard position > 0 else { return false }
    if bytes[position - 1] < 0x80 { return Byte.isAlphanumeric(bytes[position - 1]) }
    return isWordCharacter(at: characterStart(before: position))
  }

  /// Whether the character at `position` is a letter or digit.
  func isWord(at position: Int) -> Bool {
    guard position < bytes.count else { return false }
    return bytes[position] < 0x80 ? Byte.isAlphanumeric(bytes[position]) : isWordCharacter(at: position)
  }

  /// Non-ASCII characters are taken for letters, but for the blocks of punctuation, superscripts and symbols.
  private func isWordCharacter(at position: Int) -> Bool {
    switch byte(position) {
    case 0xC2: false
    case 0xE2: byte(position + 1) >= 0xB0
    case 0xE3: byte(position + 1) != 0x80
    case 0xEF: byte(position + 1) != 0xBC && byte(position + 1) != 0xBB
    default: true
    }
  }

  /// Whether the character at `position` is a lower-case letter of the Latin, Greek or Cyrillic script.
  func isLowercase(at position: Int) -> Bool {
    let first = byte(position)
    let second = byte(position + 1)
    switch first {
    case 0x61...0x7A: return true
    case 0xC3: return second >= 0x9F && second != 0xB7
    case 0xCE: return second >= 0xAC
    case 0xCF: return second <= 0x8E
    case 0xD0: return second >= 0xB0
    case 0xD1: return second <= 0x9F
    default: return false
    }
  }
}
