// Decodes text of one byte per character.

enum SingleByteDecoding {
  static func text(_ bytes: [UInt8], from start: Int, table: SingleByteTable, encoding: String) -> DecodedText {
    var text = DecodedText(bytes: [], segments: [], encoding: encoding)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 2)
    bytes.withUnsafeBytes { raw in
      table.scalars.withUnsafeBufferPointer { scalars in
        var position = start
        while position < raw.count {
          let end = UTF8Validation.asciiEnd(raw, from: position)
          out.append(contentsOf: UnsafeRawBufferPointer(rebasing: raw[position..<end]))
          position = end
          while position < raw.count, raw[position] >= 0x80 {
            let scalar = scalars[Int(raw[position]) - 0x80]
            let textStart = out.count
            out.appendUTF8(scalar)
            position += 1
            if scalar == 0xFFFD {
              text.noteMalformed(.init(text: textStart..<out.count, source: (position - 1)..<position, form: .whole))
            }
          }
        }
      }
    }
    if !out.isEmpty {
      text.segments = [.init(text: 0..<out.count, source: start..<bytes.count, form: .singleByte)]
    }
    text.bytes = out
    return text
  }
}
