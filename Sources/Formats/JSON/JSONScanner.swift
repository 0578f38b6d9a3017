// Walks the members of one JSON object without building values, for streams of small objects with long texts.

/// As strict as `JSON.parse` about syntax, but of repeated keys the caller sees each, and a lone surrogate escape in a
/// string that is read becomes U+FFFD, which has its length in scalars.
///
/// Lives only as long as the buffer it reads.
package struct JSONScanner {
  package enum Kind: Sendable { case string, number, object, array, boolean, null, nothing }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var isFirstMember = true

  /// Throws where the bytes are no well-formed UTF-8.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSON.SyntaxError) {
    let valid = UTF8Validation.validLength(UnsafeRawBufferPointer(bytes))
    guard valid == bytes.count else {
      throw JSON.SyntaxError(
        line: 1, column: valid + 1, found: "byte 0x" + String(bytes[valid], radix: 16, uppercase: true),
        expected: "well-formed UTF-8")
    }
    self.bytes = bytes
  }

  /// Reads as far as the bytes are well-formed UTF-8, for what can be told of a broken text.
  package init(wellFormedPrefixOf bytes: UnsafeBufferPointer<UInt8>) {
    let valid = UTF8Validation.validLength(UnsafeRawBufferPointer(bytes))
    self.bytes = UnsafeBufferPointer(rebasing: bytes[..<valid])
  }

  /// Whether every byte was read.
  package var isAtEnd: Bool { position == bytes.count }

  /// What comes next, by its first byte.
  package var next: Kind {
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

  /// Steps over leading space and the brace that opens the object.
  package mutating func beginObject() throws(JSON.SyntaxError) {
    guard take(UInt8(ascii: "{")) else { throw unexpected("an object") }
  }

  /// Reads the next key into `key` and steps to its value; false at the end of the object.
  package mutating func nextMember(key: inout [UInt8]) throws(JSON.SyntaxError) -> Bool {
    if take(UInt8(ascii: "}")) { return false }
    guard isFirstMember || take(UInt8(ascii: ",")) else { throw unexpected("',' or '}'") }
    isFirstMember = false
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
    try string(into: &key)
    guard take(UInt8(ascii: ":")) else { throw unexpected("':'") }
    skipSpace()
    return true
  }

  /// Steps over trailing space; throws where anything else follows.
  package mutating func end() throws(JSON.SyntaxError) {
    skipSpace()
    guard position == bytes.count else { throw unexpected("the end of the line") }
  }

  /// Reads the string that comes next into `text`, in UTF-8, in place of what was there.
  package mutating func string(into text: inout [UInt8]) throws(JSON.SyntaxError) {
    text.removeAll(keepingCapacity: true)
    position += 1
    while true {
      let length = JSONText.plainLength(in: bytes, from: position)
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<(position + length)]))
      position += length
      switch peek {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try escape(into: &text)
      case nil: throw unexpected("'\"' at the end of the string")
      default: throw unexpected("control characters escaped")
      }
    }
  }

  /// Steps over the value that comes next and returns where it stands.
  package mutating func skipValue() throws(JSON.SyntaxError) -> Range<Int> {
    let start = position
    var nesting: [UInt8] = []
    repeat {
      skipSpace()
      if let byte = peek, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        try skipOpening(byte, &nesting)
      } else {
        try skipScalar()
        try skipClosings(&nesting)
      }
    } while !nesting.isEmpty
    return start..<position
  }

  /// Enters an array or object; an empty one is left at once. A closing bracket is its opening one plus two.
  private mutating func skipOpening(_ opening: UInt8, _ nesting: inout [UInt8]) throws(JSON.SyntaxError) {
    guard nesting.count < JSON.maximumDepth else { throw unexpected("at most \(JSON.maximumDepth) levels") }
    nesting.append(opening)
    position += 1
    skipSpace()
    if peek == opening + 2 { return try skipClosings(&nesting) }
    if opening == UInt8(ascii: "{") { try skipKey() }
  }

  /// After a value: leaves what ends here and steps to the next value.
  private mutating func skipClosings(_ nesting: inout [UInt8]) throws(JSON.SyntaxError) {
    while let opening = nesting.last {
      skipSpace()
      if peek == opening + 2 {
        position += 1
        nesting.removeLast()
        continue
      }
      guard peek == UInt8(ascii: ",") else { throw unexpected("',' or the end of the list") }
      position += 1
      if opening == UInt8(ascii: "{") { try skipKey() }
      return
    }
  }

  private mutating func skipKey() throws(JSON.SyntaxError) {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
    try skipScalar()
    guard take(UInt8(ascii: ":")) else { throw unexpected("':'") }
  }

  private mutating func skipScalar() throws(JSON.SyntaxError) {
    switch next {
    case .string:
      var ignored: [UInt8] = []
      try string(into: &ignored)
    case .number: try number()
    default:
      for word in ["null", "true", "false"] where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return
      }
      throw unexpected("a value")
    }
  }

  private mutating func number() throws(JSON.SyntaxError) {
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if peek == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    guard peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") else { return }
    position += 1
    if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
    try digits()
  }

  private mutating func digits() throws(JSON.SyntaxError) {
    let start = position
    while let byte = peek, byte >= 0x30, byte <= 0x39 { position += 1 }
    guard position > start else { throw unexpected("a digit") }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSON.SyntaxError) {
    position += 1
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[position])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return text.appendUTF8(try unicodeEscape())
    default: throw unexpected("one of \" \\ / b f n r t u after '\\'")
    }
    position += 1
  }

  /// Reads `uXXXX`, and the `\uXXXX` after it where the two are a pair of surrogates.
  private mutating func unicodeEscape() throws(JSON.SyntaxError) -> UInt32 {
    let unit = try hexadecimal()
    guard unit & 0xF800 == 0xD800 else { return unit }
    guard unit < 0xDC00, peek == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    else { return 0xFFFD }
    let before = position
    position += 1
    let low = try hexadecimal()
    guard low & 0xFC00 == 0xDC00 else {
      position = before
      return 0xFFFD
    }
    return 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
  }

  private mutating func hexadecimal() throws(JSON.SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      position += 1
      guard let byte = peek, let digit = JSONText.hexadecimalValue(byte) else {
        throw unexpected("four hexadecimal digits after '\\u'")
      }
      value = value << 4 | UInt32(digit)
    }
    position += 1
    return value
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Skips space, and takes `byte` if it comes next.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private func unexpected(_ expected: String) -> JSON.SyntaxError {
    let found = peek.map { "byte 0x" + String($0, radix: 16, uppercase: true) } ?? "the end of the line"
    return JSON.SyntaxError(line: 1, column: position + 1, found: found, expected: expected)
  }
}
