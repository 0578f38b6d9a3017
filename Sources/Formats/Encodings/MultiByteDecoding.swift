// Decodes East Asian encodings of one to four bytes per character, through iconv.

enum MultiByteDecoding {
  /// ASCII runs stand byte for byte, every other character is a segment of its own.
  static func text(_ bytes: [UInt8], from start: Int, encoding: String) -> DecodedText {
    var text = DecodedText(bytes: [], segments: [], encoding: encoding)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2)
    text.segments.reserveCapacity(bytes.count / 2)
    var characters = Characters(converter: CharacterConverter(from: TextEncoding.multiByteNames[encoding] ?? encoding))
    bytes.withUnsafeBytes { raw in
      var position = start
      while position < raw.count {
        let plain = UTF8Validation.asciiEnd(raw, from: position) - position
        let textStart = out.count
        if plain > 0 {
          out.append(contentsOf: UnsafeRawBufferPointer(rebasing: raw[position..<(position + plain)]))
          text.segments.append(
            .init(text: textStart..<out.count, source: position..<(position + plain), form: .verbatim))
          position += plain
          continue
        }
        let (length, isMalformed) = characters.append(raw, at: position, to: &out)
        let segment = DecodedText.Segment(
          text: textStart..<out.count, source: position..<(position + length), form: .whole)
        text.segments.append(segment)
        if isMalformed { text.noteMalformed(segment) }
        position += length
      }
    }
    text.bytes = out
    return text
  }

  /// The characters seen so far: iconv is asked once for each.
  private struct Characters {
    private let converter: CharacterConverter?
    /// Scalars of the basic plane for characters of two bytes, by these bytes; 0 where iconv has not been asked, or had
    /// another answer.
    private var pairs = [UInt16](repeating: 0, count: 1 << 16)

    init(converter: CharacterConverter?) { self.converter = converter }

    /// Appends the character at `position`, or U+FFFD where the byte there means nothing.
    @inline(__always)
    mutating func append(
      _ bytes: UnsafeRawBufferPointer, at position: Int, to out: inout [UInt8]
    ) -> (length: Int, isMalformed: Bool) {
      if position + 1 < bytes.count {
        let scalar = pairs[Int(bytes[position]) << 8 | Int(bytes[position + 1])]
        if scalar > 0 {
          out.appendUTF8(UInt32(scalar))
          return (2, false)
        }
      }
      return ask(bytes, at: position, to: &out)
    }

    private mutating func ask(
      _ bytes: UnsafeRawBufferPointer, at position: Int, to out: inout [UInt8]
    ) -> (length: Int, isMalformed: Bool) {
      for length in 1...min(4, bytes.count - position) {
        switch converter?.convert(Array(bytes[position..<(position + length)])[...]) ?? .invalid {
        case .text(let text):
          out.append(contentsOf: text)
          if length == 2 { remember(text, as: Int(bytes[position]) << 8 | Int(bytes[position + 1])) }
          return (length, false)
        case .incomplete: continue
        case .invalid:
          out.appendUTF8(0xFFFD)
          return (1, true)
        }
      }
      out.appendUTF8(0xFFFD)
      return (1, true)
    }

    private mutating func remember(_ text: [UInt8], as pair: Int) {
      let (scalar, length) = text.withUnsafeBufferPointer { UTF8Validation.scalar(in: $0, at: 0) }
      if length == text.count { pairs[pair] = UInt16(exactly: scalar) ?? 0 }
    }
  }
}
