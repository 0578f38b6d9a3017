// The recursive descent that reads one JSON text.

/// Lives only as long as the buffer it reads.
struct JSONParser {
  private var cursor: JSONCursor
  private var depth = 0

  /// Throws where the bytes are no well-formed UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSON.SyntaxError) {
    cursor = try JSONCursor(bytes, loneSurrogates: .refused, end: "the end of the text")
  }

  /// The whole text as one value.
  mutating func document() throws(JSON.SyntaxError) -> JSONValue {
    cursor.skipSpace()
    let value = try self.value()
    try cursor.skipToEnd()
    return value
  }

  private mutating func value() throws(JSON.SyntaxError) -> JSONValue {
    switch cursor.next {
    case .string: return .string(try cursor.string())
    case .object: return .object(try object())
    case .array: return .array(try array())
    case .number: return .number(String(decoding: cursor.bytes[try cursor.number()], as: UTF8.self))
    case .boolean: return .bool(try cursor.boolean())
    case .null:
      try cursor.word("null")
      return .null
    case .nothing: throw cursor.unexpected("a value")
    }
  }

  private mutating func object() throws(JSON.SyntaxError) -> JSONObject {
    try enter()
    var members: [JSONObject.Member] = []
    var keys = KeySet()
    if !cursor.take(UInt8(ascii: "}")) {
      repeat {
        let key = try key(&keys, beside: members)
        members.append(JSONObject.Member(key: key, value: try value()))
      } while cursor.take(UInt8(ascii: ","))
      guard cursor.take(UInt8(ascii: "}")) else { throw cursor.unexpected("',' or '}'") }
    }
    depth -= 1
    return JSONObject(members)
  }

  /// Reads a key that is new beside the members before it, and steps to its value.
  private mutating func key(
    _ keys: inout KeySet, beside members: [JSONObject.Member]
  ) throws(JSON.SyntaxError) -> String {
    try cursor.skipToKey()
    let start = cursor.position
    let key = try cursor.string()
    guard keys.insert(key, beside: members) else {
      throw cursor.error(at: start, found: "key \"\(key)\" again", expected: "each key once in an object")
    }
    guard cursor.take(UInt8(ascii: ":")) else { throw cursor.unexpected("':'") }
    cursor.skipSpace()
    return key
  }

  private mutating func array() throws(JSON.SyntaxError) -> [JSONValue] {
    try enter()
    var values: [JSONValue] = []
    if !cursor.take(UInt8(ascii: "]")) {
      repeat {
        cursor.skipSpace()
        values.append(try value())
      } while cursor.take(UInt8(ascii: ","))
      guard cursor.take(UInt8(ascii: "]")) else { throw cursor.unexpected("',' or ']'") }
    }
    depth -= 1
    return values
  }

  private mutating func enter() throws(JSON.SyntaxError) {
    guard depth < JSON.maximumDepth else {
      throw cursor.unexpected("at most \(JSON.maximumDepth) levels of arrays and objects")
    }
    depth += 1
    cursor.position += 1
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
