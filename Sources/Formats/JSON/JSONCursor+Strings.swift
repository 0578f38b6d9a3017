// Strings, their escapes and their surrogates (RFC 8259, 7).

extension JSONCursor {
  /// Reads the string whose opening quote comes next.
  mutating func string() throws(JSON.SyntaxError) -> String {
    position += 1
    let start = position
    position += JSONText.plainLength(in: bytes, from: position)
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<position])
    if peek == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: plain, as: UTF8.self)
    }
    var text = [UInt8](plain)
    try appendString(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the string whose opening quote comes next into `text`, in UTF-8, in place of what was there.
  mutating func string(into text: inout [UInt8]) throws(JSON.SyntaxError) {
    text.removeAll(keepingCapacity: true)
    position += 1
    try appendString(to: &text)
  }

  /// Reads on to behind the closing quote.
  private mutating func appendString(to text: inout [UInt8]) throws(JSON.SyntaxError) {
    while true {
      let length = JSONText.plainLength(in: bytes, from: position)
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<(position + length)]))
      position += length
      switch peek {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try appendEscape(to: &text)
      case nil: throw unexpected("'\"' at the end of the string")
      default: throw unexpected("control characters escaped")
      }
    }
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(JSON.SyntaxError) {
    position += 1
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[position])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return text.appendUTF8(try unicodeEscape())
    case nil: throw unexpected("an escape")
    default: throw unexpected("one of \" \\ / b f n r t u after '\\'")
    }
    position += 1
  }

  /// Reads `uXXXX`, and the `\uXXXX` after it where the two are a pair of surrogates.
  private mutating func unicodeEscape() throws(JSON.SyntaxError) -> UInt32 {
    let start = position - 1
    let unit = try hexadecimal()
    guard unit & 0xF800 == 0xD800 else { return unit }
    let behind = position
    if unit < 0xDC00, peek == UInt8(ascii: "\\"), behind + 1 < bytes.count, bytes[behind + 1] == UInt8(ascii: "u") {
      position += 1
      let low = try hexadecimal()
      if low & 0xFC00 == 0xDC00 { return 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00) }
    }
    guard loneSurrogates == .replacedByFFFD else {
      throw error(at: start, found: "a lone surrogate", expected: "a pair of surrogates")
    }
    // The escape after it may begin a pair of its own.
    position = behind
    return 0xFFFD
  }

  /// Reads the four digits behind the `u` that comes next.
  private mutating func hexadecimal() throws(JSON.SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      position += 1
      guard let byte = peek, let digit = JSONText.hexadecimalValue(byte) else {
        throw unexpected("four hexadecimal digits after '\\u'")
      }
      value = value << 4 | UInt32(digit)
    }
    position += 1
    return value
  }
}
