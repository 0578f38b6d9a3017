// JSON (RFC 8259), read strictly and written canonically.

package enum JSON {
  /// Where a text is no JSON, and why.
  package struct SyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// 1-based.
    package let line: Int
    /// 1-based, in bytes.
    package let column: Int
    package let found: String
    package let expected: String

    package init(line: Int, column: Int, found: String, expected: String) {
      self.line = line
      self.column = column
      self.found = found
      self.expected = expected
    }

    package var description: String { "line \(line), column \(column): found \(found), expected \(expected)" }
  }

  /// What a value is; `nothing` where none can begin.
  package enum Kind: Sendable { case string, number, object, array, boolean, null, nothing }

  /// Arrays and objects within one another are refused beyond this depth.
  package static let maximumDepth = 128

  /// Reads one JSON text in UTF-8. Refused beyond what RFC 8259 refuses: malformed UTF-8, a byte order mark, duplicate
  /// keys, lone surrogates, more than `maximumDepth` levels.
  package static func parse(_ bytes: [UInt8]) throws(SyntaxError) -> JSONValue {
    try bytes.withUnsafeBufferPointer { (buffer) throws(SyntaxError) in try parse(buffer) }
  }

  /// The same over bytes that are not an array of their own, such as one line of a buffer.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(SyntaxError) -> JSONValue {
    var parser = try JSONParser(bytes)
    return try parser.document()
  }

  /// Writes a value; `ascii` escapes everything beyond ASCII, `indent` puts each member on a line of its own.
  /// Members stand in their order; a number is written as it stands.
  package static func write(_ value: JSONValue, ascii: Bool = false, indent: Int? = nil) -> [UInt8] {
    var writer = JSONTextWriter(escapesBeyondASCII: ascii, indent: indent)
    writer.write(value, depth: 0)
    return writer.bytes
  }
}
