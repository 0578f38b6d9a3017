// Decodes East Asian encodings of one to four bytes per character, through iconv.

enum MultiByteDecoding {
  /// ASCII runs stand byte for byte, every other character is a segment of its own.
  static func text(_ bytes: [UInt8], from start: Int, encoding: String) -> DecodedText {
    var text = DecodedText(bytes: [], segments: [], encoding: encoding)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2)
    let converter = CharacterConverter(from: TextEncoding.multiByteNames[encoding] ?? encoding)
    var known: [UInt32: [UInt8]] = [:]
    var position = start
    while position < bytes.count {
      let plain = bytes.withUnsafeBytes { UTF8Validation.asciiEnd($0, from: position) } - position
      if plain > 0 {
        text.segments.append(
          .init(text: out.count..<(out.count + plain), source: position..<(position + plain), form: .verbatim))
        out.append(contentsOf: bytes[position..<(position + plain)])
        position += plain
        continue
      }
      let character = character(bytes, at: position, converter, &known)
      let segment = DecodedText.Segment(
        text: out.count..<(out.count + (character.text?.count ?? 3)),
        source: position..<(position + character.length), form: .whole)
      text.segments.append(segment)
      if character.text == nil { text.noteMalformed(segment) }
      out.append(contentsOf: character.text ?? [0xEF, 0xBF, 0xBD])
      position += character.length
    }
    text.bytes = out
    return text
  }

  /// The character at `position` in UTF-8 and its length; without text where the byte there means nothing.
  private static func character(
    _ bytes: [UInt8], at position: Int, _ converter: CharacterConverter?, _ known: inout [UInt32: [UInt8]]
  ) -> (text: [UInt8]?, length: Int) {
    let longest = min(4, bytes.count - position)
    var key: UInt32 = 0
    for length in 1...longest {
      key = key << 8 | UInt32(bytes[position + length - 1])
      if let text = known[key] { return (text, length) }
      switch converter?.convert(bytes[position..<(position + length)]) ?? .invalid {
      case .text(let text):
        known[key] = text
        return (text, length)
      case .incomplete: continue
      case .invalid: return (nil, 1)
      }
    }
    return (nil, 1)
  }
}
