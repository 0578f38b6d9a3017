// Reads the members of one line of the worker's input.
import Formats
import Model
import Recognizers

/// Collects the members of one line; the first that is wrong is told once the whole line is known to be JSON.
struct RequestReader {
  var request = WorkerRequest()
  var failure: WorkerFailure?
  private var text: [UInt8]?
  private var path: String?
  private var key: [UInt8] = []
  private var keys: Set<[UInt8]> = []

  /// Reads the members up to the end of the line, or to what is no JSON.
  mutating func read(
    _ scanner: inout JSONScanner, of line: UnsafeBufferPointer<UInt8>
  ) throws(JSON.SyntaxError) {
    try scanner.beginObject()
    while try scanner.nextMember(key: &key) {
      if Self.isKey(key, "lang") { key = Array("language".utf8) }
      if keys.insert(key).inserted {
        try readMember(&scanner, of: line)
      } else {
        fail("repeated-key", "\"\(String(decoding: key, as: UTF8.self))\" stands twice, expected once")
        _ = try scanner.skipValue()
      }
    }
    try scanner.end()
  }

  private mutating func readMember(
    _ scanner: inout JSONScanner, of line: UnsafeBufferPointer<UInt8>
  ) throws(JSON.SyntaxError) {
    if Self.isKey(key, "id") {
      try readID(&scanner, of: line)
    } else if Self.isKey(key, "text") {
      text = try string(&scanner, "text")
    } else if Self.isKey(key, "path") {
      path = try string(&scanner, "path").map { String(decoding: $0, as: UTF8.self) }
    } else if Self.isKey(key, "language") {
      request.language = try word(&scanner, "language", expected: "a language code such as en") {
        LanguageCodes.code($0)
      }
    } else if Self.isKey(key, "country") {
      request.country = try word(&scanner, "country", expected: "an ISO 3166 code such as CAN or CA") {
        ReferenceTables.countries.code($0)
      }
    } else if Self.isKey(key, "date") {
      request.date = try word(&scanner, "date", expected: "a date such as 2010-07-14") {
        PartialDate(edtf: $0.prefix { $0 != "T" })
      }
    } else {
      _ = try scanner.skipValue()
    }
  }

  func finished() throws(WorkerFailure) -> WorkerRequest {
    guard !request.id.isEmpty else {
      throw WorkerFailure("missing-id", "line has no \"id\"; expected a string or a number")
    }
    guard text == nil || path == nil else {
      throw WorkerFailure("text-and-path", "line has both \"text\" and \"path\"; expected one of them")
    }
    var request = request
    request.content = text.map { .text($0) } ?? path.map { .path($0) }
    guard request.content != nil else {
      throw WorkerFailure("missing-text", "line has neither \"text\" nor \"path\"; expected one of them")
    }
    return request
  }

  private mutating func readID(
    _ scanner: inout JSONScanner, of line: UnsafeBufferPointer<UInt8>
  ) throws(JSON.SyntaxError) {
    let kind = scanner.next
    let range = try scanner.skipValue()
    guard kind == .string || kind == .number else {
      return fail("bad-id", "\"id\" is neither a string nor a number")
    }
    // Where the line is cut, so may be the number.
    guard kind == .string || !scanner.isAtEnd else { return }
    request.id = Self.asciiEscaped(UnsafeBufferPointer(rebasing: line[range]))
  }

  /// A string, or nil for null; anything else fails the line.
  private mutating func string(
    _ scanner: inout JSONScanner, _ name: StaticString
  ) throws(JSON.SyntaxError) -> [UInt8]? {
    guard scanner.next == .string else {
      let isNull = scanner.next == .null
      _ = try scanner.skipValue()
      if !isNull { fail("bad-type", "\"\(name)\" is not a string") }
      return nil
    }
    var text: [UInt8] = []
    try scanner.string(into: &text)
    return text
  }

  /// A short string made into a value; one that cannot be fails the line.
  private mutating func word<Value>(
    _ scanner: inout JSONScanner, _ name: StaticString, expected: StaticString, _ make: (String) -> Value?
  ) throws(JSON.SyntaxError) -> Value? {
    guard let bytes = try string(&scanner, name), !bytes.isEmpty else { return nil }
    let written = String(decoding: bytes, as: UTF8.self)
    let value = make(written)
    if value == nil { fail("bad-\(name)", "\"\(name)\" is \"\(written)\", expected \(expected)") }
    return value
  }

  private mutating func fail(_ code: String, _ message: String) {
    if failure == nil { failure = WorkerFailure(code, message) }
  }

  private static func isKey(_ key: [UInt8], _ name: StaticString) -> Bool {
    key.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// JSON as written, with what is beyond ASCII escaped.
  private static func asciiEscaped(_ json: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard json.contains(where: { $0 >= 0x80 }) else { return Array(json) }
    var escaped: [UInt8] = []
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        escaped.append(UInt8(scalar.value))
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          escaped += Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
        }
      }
    }
    return escaped
  }
}
