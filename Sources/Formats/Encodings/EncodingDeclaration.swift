// The encoding that an HTML page or an XML document declares in its own text.

enum EncodingDeclaration {
  /// As far as the HTML Standard looks ("prescan a byte stream to determine its encoding").
  private static let prefix = 1024

  /// The name in `<?xml encoding="…"?>`, `<meta charset="…">` or `<meta content="…charset=…">`; nil where nothing is
  /// declared, or a text begins otherwise than with markup. UTF-16 cannot be declared in bytes that read as ASCII.
  static func name(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(prefix)
    guard let start = head.firstIndex(where: { $0 > 0x20 }), head[start] == UInt8(ascii: "<") else { return nil }
    let text = head[start...].map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) }[...]
    let name = text.starts(with: "<?xml".utf8) ? xmlName(in: text) ?? metaName(in: text) : metaName(in: text)
    return name.flatMap { $0.hasPrefix("utf-16") || $0.hasPrefix("utf16") ? nil : $0 }
  }

  private static func xmlName(in text: ArraySlice<UInt8>) -> String? {
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    return value(of: "encoding", in: text[..<end])
  }

  private static func metaName(in text: ArraySlice<UInt8>) -> String? {
    var rest = text
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      if rest.starts(with: "<!--".utf8) {
        guard let close = position(of: "-->", in: rest) else { return nil }
        rest = rest[(close + 3)...]
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      if rest.starts(with: "<meta".utf8), let name = value(of: "charset", in: rest[..<end]) { return name }
      rest = rest[(end + 1)...]
    }
    return nil
  }

  /// What stands behind `key` and an equals sign, quoted or not.
  private static func value(of key: String, in tag: ArraySlice<UInt8>) -> String? {
    guard let found = position(of: key, in: tag) else { return nil }
    var rest = tag[(found + key.utf8.count)...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let name = rest.prefix { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x3A).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  private static func position(of word: String, in text: ArraySlice<UInt8>) -> Int? {
    text.indices.first { text[$0...].starts(with: word.utf8) }
  }
}
