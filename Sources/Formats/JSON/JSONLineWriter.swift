// Writes JSON Lines straight into one reusable buffer, ASCII only, so that any pipe and locale carries them whole.

/// Commas are its own business; that keys stand in objects and every begin has its end is the caller's.
package struct JSONLineWriter: Sendable {
  /// What was written since the buffer was last emptied.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(capacity: Int = 1 << 16) { bytes.reserveCapacity(capacity) }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// The key of the member whose value is written next; printable ASCII without quotes.
  package mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string(utf8: $0) }
  }

  /// A string given as well-formed UTF-8.
  package mutating func string(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { string(utf8: $0) }
  }

  package mutating func integer(_ value: Int) {
    separate()
    bytes.appendDecimal(value)
  }

  /// A number already in JSON's notation.
  package mutating func number(_ ascii: [UInt8]) {
    separate()
    bytes.append(contentsOf: ascii)
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// A value that was read before, written as it was.
  package mutating func value(_ value: JSONValue) {
    separate()
    bytes.append(contentsOf: JSON.write(value, ascii: true))
  }

  /// Ends the line.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Empties the buffer, keeping its storage.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  private mutating func string(utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    JSONText.append(utf8, to: &bytes, escapesBeyondASCII: true)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

extension [UInt8] {
  /// Appends an integer in decimal notation.
  mutating func appendDecimal(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = count
    repeat {
      append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
