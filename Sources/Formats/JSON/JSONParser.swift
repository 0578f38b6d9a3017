// The recursive descent that reads one JSON text.

/// Lives only as long as the buffer it reads.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The whole text as one value.
  mutating func document() throws(JSON.SyntaxError) -> JSONValue {
    let valid = UTF8Validation.validLength(UnsafeRawBufferPointer(bytes))
    guard valid == bytes.count else {
      throw error(at: valid, found: "byte 0x\(hex(bytes[valid]))", expected: "well-formed UTF-8")
    }
    skipSpace()
    let value = try self.value()
    skipSpace()
    guard position == bytes.count else { throw unexpected("the end of the text") }
    return value
  }

  private mutating func value() throws(JSON.SyntaxError) -> JSONValue {
    guard position < bytes.count else { throw unexpected("a value") }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
    default: throw unexpected("a value")
    }
  }

  private mutating func object() throws(JSON.SyntaxError) -> JSONObject {
    try enter()
    var members: [JSONObject.Member] = []
    var keys = KeySet()
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        let start = position
        guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
        let key = try string()
        guard keys.insert(key, beside: members) else {
          throw error(at: start, found: "key \"\(key)\" again", expected: "each key once in an object")
        }
        guard take(UInt8(ascii: ":")) else { throw unexpected("':'") }
        skipSpace()
        members.append(JSONObject.Member(key: key, value: try value()))
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw unexpected("',' or '}'") }
    }
    depth -= 1
    return JSONObject(members)
  }

  private mutating func array() throws(JSON.SyntaxError) -> [JSONValue] {
    try enter()
    var values: [JSONValue] = []
    if !take(UInt8(ascii: "]")) {
      repeat {
        skipSpace()
        values.append(try value())
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw unexpected("',' or ']'") }
    }
    depth -= 1
    return values
  }

  private mutating func enter() throws(JSON.SyntaxError) {
    guard depth < JSON.maximumDepth else {
      throw unexpected("at most \(JSON.maximumDepth) levels of arrays and objects")
    }
    depth += 1
    position += 1
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSON.SyntaxError) -> JSONValue {
    let length = word.utf8CodeUnitCount
    let start = position
    for index in 0..<length {
      guard start + index < bytes.count, bytes[start + index] == word.utf8Start[index] else {
        position = min(start + index, bytes.count)
        throw unexpected("'\(word)'")
      }
    }
    position += length
    return value
  }

  private mutating func number() throws(JSON.SyntaxError) -> String {
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
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSON.SyntaxError) {
    let start = position
    while let byte = peek, byte >= 0x30, byte <= 0x39 { position += 1 }
    guard position > start else { throw unexpected("a digit") }
  }

  private mutating func string() throws(JSON.SyntaxError) -> String {
    position += 1
    let start = position
    position += JSONText.plainLength(in: bytes, from: position)
    if peek == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<(position - 1)]), as: UTF8.self)
    }
    var out = [UInt8](bytes[start..<position])
    while true {
      guard let byte = peek else { throw unexpected("'\"' at the end of the string") }
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &out)
      case 0..<0x20: throw unexpected("control characters escaped")
      default:
        let length = JSONText.plainLength(in: bytes, from: position)
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<(position + length)]))
        position += length
      }
    }
  }

  private mutating func escape(into out: inout [UInt8]) throws(JSON.SyntaxError) {
    position += 1
    guard let byte = peek else { throw unexpected("an escape") }
    let plain: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = byte
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"): return out.appendUTF8(try unicodeEscape())
    default: throw unexpected("one of \" \\ / b f n r t u after '\\'")
    }
    position += 1
    out.append(plain)
  }

  /// Reads `uXXXX`, and the `\uXXXX` after it where the first is a high surrogate.
  private mutating func unicodeEscape() throws(JSON.SyntaxError) -> UInt32 {
    let start = position - 1
    let high = try hexadecimal()
    guard high & 0xF800 == 0xD800 else { return high }
    guard high < 0xDC00, peek == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw error(at: start, found: "a lone surrogate", expected: "a pair of surrogates") }
    position += 1
    let low = try hexadecimal()
    guard low & 0xFC00 == 0xDC00 else {
      throw error(at: start, found: "a lone surrogate", expected: "a pair of surrogates")
    }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
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
    error(at: position, found: description(at: position), expected: expected)
  }

  private func description(at position: Int) -> String {
    guard position < bytes.count else { return "the end of the text" }
    let byte = bytes[position]
    guard byte > 0x20, byte < 0x7F else {
      return byte == 0x20 ? "a space" : byte == 0x0A ? "the end of the line" : "byte 0x\(hex(byte))"
    }
    return "'\(Character(UnicodeScalar(byte)))'"
  }

  private func error(at position: Int, found: String, expected: String) -> JSON.SyntaxError {
    let before = bytes[..<position]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return JSON.SyntaxError(line: line, column: position - lineStart + 1, found: found, expected: expected)
  }

  private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}

/// The keys of one object: compared one by one while few, hashed once many.
private struct KeySet {
  private static let few = 12
  private var hashed: Set<String> = []

  /// Whether the key is new beside the members before it.
  mutating func insert(_ key: String, beside members: [JSONObject.Member]) -> Bool {
    guard members.count >= Self.few else { return !members.contains { $0.key.utf8.elementsEqual(key.utf8) } }
    if hashed.isEmpty { hashed = Set(members.map(\.key)) }
    return hashed.insert(key).inserted
  }
}
