// A place in a JSON text, and the steps over its space, words and numbers; strings are in JSONCursor+Strings.swift.

/// Each step starts at `position` and leaves it behind what was read, or throws with the place that is wrong.
///
/// Lives only as long as the buffer it reads.
struct JSONCursor {
  /// What becomes of `\uD800`…`\uDFFF` in a string where the other half of the pair is missing.
  enum LoneSurrogates { case refused, replacedByFFFD }

  let bytes: UnsafeBufferPointer<UInt8>
  let loneSurrogates: LoneSurrogates
  /// Where the next byte to read is, from 0.
  var position = 0
  private let end: StaticString

  /// `end` is what messages call the end of the bytes. Throws where the bytes are no well-formed UTF-8.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, loneSurrogates: LoneSurrogates, end: StaticString
  ) throws(JSON.SyntaxError) {
    self.bytes = bytes
    self.loneSurrogates = loneSurrogates
    self.end = end
    let valid = UTF8Validation.validLength(UnsafeRawBufferPointer(bytes))
    guard valid == bytes.count else {
      throw error(at: valid, found: "byte 0x\(hex(bytes[valid]))", expected: "well-formed UTF-8")
    }
  }

  /// The byte that comes next; nil at the end.
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The value that comes next, by its first byte.
  var next: JSON.Kind {
    switch peek {
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "-"), .some(0x30...0x39): .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .nothing
    }
  }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// Skips space, and takes `byte` if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte else { return false }
    position += 1
    return true
  }

  /// Skips space to the key that comes next; throws where none does.
  mutating func skipToKey() throws(JSON.SyntaxError) {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
  }

  /// Skips space; throws where it is not the last of the bytes.
  mutating func skipToEnd() throws(JSON.SyntaxError) {
    skipSpace()
    guard position == bytes.count else { throw unexpected("\(end)") }
  }

  /// Reads `true` or `false`.
  mutating func boolean() throws(JSON.SyntaxError) -> Bool {
    let isTrue = peek == UInt8(ascii: "t")
    try word(isTrue ? "true" : "false")
    return isTrue
  }

  /// Steps over `word`, letter by letter.
  mutating func word(_ word: StaticString) throws(JSON.SyntaxError) {
    for index in 0..<word.utf8CodeUnitCount {
      guard peek == word.utf8Start[index] else { throw unexpected("'\(word)'") }
      position += 1
    }
  }

  /// Steps over a number and returns where it stands.
  mutating func number() throws(JSON.SyntaxError) -> Range<Int> {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if peek == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return start..<position
  }

  private mutating func digits() throws(JSON.SyntaxError) {
    let start = position
    while let byte = peek, byte >= 0x30, byte <= 0x39 { position += 1 }
    guard position > start else { throw unexpected("a digit") }
  }

  /// What comes next is not what was expected.
  func unexpected(_ expected: String) -> JSON.SyntaxError {
    error(at: position, found: description(at: position), expected: expected)
  }

  /// The line is counted here only, so that reading need not count.
  func error(at position: Int, found: String, expected: String) -> JSON.SyntaxError {
    let before = bytes[..<position]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return JSON.SyntaxError(line: line, column: position - lineStart + 1, found: found, expected: expected)
  }

  private func description(at position: Int) -> String {
    guard position < bytes.count else { return "\(end)" }
    let byte = bytes[position]
    guard byte > 0x20, byte < 0x7F else {
      return byte == 0x20 ? "a space" : byte == 0x0A ? "the end of the line" : "byte 0x\(hex(byte))"
    }
    return "'\(Character(UnicodeScalar(byte)))'"
  }

  private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
