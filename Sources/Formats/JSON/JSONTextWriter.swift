// Writes a JSON value as text.

struct JSONTextWriter {
  let escapesBeyondASCII: Bool
  /// Spaces a level; nil writes one line.
  let indent: Int?
  private(set) var bytes: [UInt8] = []

  init(escapesBeyondASCII: Bool, indent: Int?) {
    self.escapesBeyondASCII = escapesBeyondASCII
    self.indent = indent
  }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): write(text)
    case .array(let values):
      list("[", "]", values, depth: depth) { writer, value in writer.write(value, depth: depth + 1) }
    case .object(let object):
      list("{", "}", object.members, depth: depth) { writer, member in
        writer.write(member.key)
        writer.bytes.append(UInt8(ascii: ":"))
        if writer.indent != nil { writer.bytes.append(0x20) }
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], depth: Int,
    write: (inout JSONTextWriter, Element) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine(depth: depth + 1)
      write(&self, element)
    }
    if !elements.isEmpty { newLine(depth: depth) }
    bytes.append(contentsOf: close.utf8)
  }

  private mutating func newLine(depth: Int) {
    guard let indent else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent * depth))
  }

  private mutating func write(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { JSONText.append($0, to: &bytes, escapesBeyondASCII: escapesBeyondASCII) }
    bytes.append(UInt8(ascii: "\""))
  }
}
