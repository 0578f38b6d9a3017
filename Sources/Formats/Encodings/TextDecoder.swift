// Bytes of a file in any encoding become UTF-8, with the way back to the bytes.

package enum TextDecoder {
  /// The text in `bytes`. A byte order mark decides, then `declared` (a name or alias registered by IANA), then whether
  /// the bytes are UTF-8, then what markup in them declares, then what makes most sense of them. What means nothing in the encoding becomes U+FFFD. Throws for an unknown declared encoding and
  /// for bytes that are no text.
  package static func decode(_ bytes: [UInt8], declared: String?) throws(DecodingFailure) -> DecodedText {
    if let mark = ByteOrderMark.first(of: bytes) {
      return decode(bytes, from: mark.length, as: mark.encoding)
    }
    if let declared {
      guard let encoding = TextEncoding(name: declared) else { throw .unknownEncoding(declared) }
      return decode(bytes, from: 0, as: encoding.settled(for: bytes))
    }
    let name = EncodingDeclaration.name(in: bytes)
    guard var text = UTF8Decoding.cleanText(bytes) ?? declaredText(bytes, name) ?? detectedText(bytes) else {
      throw .notText
    }
    text.declared = name
    return text
  }

  /// The text by the declaration in it; nil where that is unknown or belied by bytes that mean nothing in it.
  private static func declaredText(_ bytes: [UInt8], _ name: String?) -> DecodedText? {
    guard let encoding = name.flatMap({ TextEncoding(name: $0) }) else { return nil }
    let text = decode(bytes, from: 0, as: encoding)
    return text.malformedCount == 0 && !text.hasNUL ? text : nil
  }

  /// Nil where the bytes are no text in any encoding looked for.
  private static func detectedText(_ bytes: [UInt8]) -> DecodedText? {
    guard let guess = EncodingDetection.guess(of: bytes) else { return nil }
    var text = decode(bytes, from: 0, as: guess.encoding)
    text.guess = guess
    return text
  }

  /// The name by which `decode` reports an encoding known by another; nil where it is not known.
  package static func canonicalName(of name: String) -> String? { TextEncoding(name: name)?.name }

  private static func decode(_ bytes: [UInt8], from start: Int, as encoding: TextEncoding) -> DecodedText {
    switch encoding.form {
    case .utf8: UTF8Decoding.text(bytes, from: start)
    case .utf16(let isBigEndian):
      UTF16Decoding.text(bytes, from: start, isBigEndian: isBigEndian, encoding: encoding.name)
    case .singleByte(let table): SingleByteDecoding.text(bytes, from: start, table: table, encoding: encoding.name)
    case .multiByte: MultiByteDecoding.text(bytes, from: start, encoding: encoding.name)
    }
  }
}
