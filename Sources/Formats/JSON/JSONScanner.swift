// Walks the members of one JSON object without building values, for streams of small objects with long texts.

/// As strict as `JSON.parse` about syntax, but of repeated keys the caller sees each, and a lone surrogate escape in a
/// string that is read becomes U+FFFD, which has its length in scalars.
///
/// Lives only as long as the buffer it reads.
package struct JSONScanner {
  private var cursor: JSONCursor
  private var isFirstMember = true

  /// Throws where the bytes are no well-formed UTF-8.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSON.SyntaxError) {
    cursor = try JSONCursor(bytes, loneSurrogates: .replacedByFFFD, end: "the end of the line")
  }

  /// Reads as far as the bytes are well-formed UTF-8, for what can be told of a broken text.
  package init(wellFormedPrefixOf bytes: UnsafeBufferPointer<UInt8>) throws(JSON.SyntaxError) {
    let valid = UTF8Validation.validLength(UnsafeRawBufferPointer(bytes))
    try self.init(UnsafeBufferPointer(rebasing: bytes[..<valid]))
  }

  /// Whether every byte was read.
  package var isAtEnd: Bool { cursor.peek == nil }

  /// The value that comes next, by its first byte.
  package var next: JSON.Kind { cursor.next }

  /// Steps over leading space and the brace that opens the object.
  package mutating func beginObject() throws(JSON.SyntaxError) {
    guard cursor.take(UInt8(ascii: "{")) else { throw cursor.unexpected("an object") }
  }

  /// Reads the next key into `key` and steps to its value; false at the end of the object.
  package mutating func nextMember(key: inout [UInt8]) throws(JSON.SyntaxError) -> Bool {
    if cursor.take(UInt8(ascii: "}")) { return false }
    guard isFirstMember || cursor.take(UInt8(ascii: ",")) else { throw cursor.unexpected("',' or '}'") }
    isFirstMember = false
    try readKey(into: &key)
    cursor.skipSpace()
    return true
  }

  /// Steps over trailing space; throws where anything else follows.
  package mutating func end() throws(JSON.SyntaxError) { try cursor.skipToEnd() }

  /// Reads the string that comes next into `text`, in UTF-8, in place of what was there.
  package mutating func string(into text: inout [UInt8]) throws(JSON.SyntaxError) { try cursor.string(into: &text) }

  /// Steps over the value that comes next and returns where it stands.
  package mutating func skipValue() throws(JSON.SyntaxError) -> Range<Int> {
    let start = cursor.position
    var nesting: [UInt8] = []
    repeat {
      cursor.skipSpace()
      if let byte = cursor.peek, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        try skipOpening(byte, &nesting)
      } else {
        try skipScalar()
        try skipClosings(&nesting)
      }
    } while !nesting.isEmpty
    return start..<cursor.position
  }

  /// Enters an array or object; an empty one is left at once. A closing bracket is its opening one plus two.
  private mutating func skipOpening(_ opening: UInt8, _ nesting: inout [UInt8]) throws(JSON.SyntaxError) {
    guard nesting.count < JSON.maximumDepth else {
      throw cursor.unexpected("at most \(JSON.maximumDepth) levels of arrays and objects")
    }
    nesting.append(opening)
    cursor.position += 1
    cursor.skipSpace()
    if cursor.peek == opening + 2 { return try skipClosings(&nesting) }
    if opening == UInt8(ascii: "{") { try skipKey() }
  }

  /// After a value: leaves what ends here and steps to the next value.
  private mutating func skipClosings(_ nesting: inout [UInt8]) throws(JSON.SyntaxError) {
    while let opening = nesting.last {
      if cursor.take(opening + 2) {
        nesting.removeLast()
        continue
      }
      guard cursor.take(UInt8(ascii: ",")) else {
        throw cursor.unexpected(opening == UInt8(ascii: "{") ? "',' or '}'" : "',' or ']'")
      }
      if opening == UInt8(ascii: "{") { try skipKey() }
      return
    }
  }

  private mutating func skipKey() throws(JSON.SyntaxError) {
    var ignored: [UInt8] = []
    try readKey(into: &ignored)
  }

  /// Reads a key and the colon after it.
  private mutating func readKey(into key: inout [UInt8]) throws(JSON.SyntaxError) {
    try cursor.skipToKey()
    try cursor.string(into: &key)
    guard cursor.take(UInt8(ascii: ":")) else { throw cursor.unexpected("':'") }
  }

  private mutating func skipScalar() throws(JSON.SyntaxError) {
    switch cursor.next {
    case .string:
      var ignored: [UInt8] = []
      try cursor.string(into: &ignored)
    case .number: _ = try cursor.number()
    case .boolean: _ = try cursor.boolean()
    case .null: try cursor.word("null")
    case .object, .array, .nothing: throw cursor.unexpected("a value")
    }
  }
}
