// What single characters of UTF-8 text are, told from their bytes.

enum Bytes {
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 && byte < 0x80 }
}

enum Characters {
  /// Bytes of the character that begins with `lead`.
  @inline(__always)
  static func length(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// The scalar at a position, in well-formed text; U+FFFD where the text ends too early.
  static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> UInt32 {
    let lead = text[position]
    let count = length(lead)
    guard position + count <= text.count else { return 0xFFFD }
    switch count {
    case 1: return UInt32(lead)
    case 2: return UInt32(lead & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F)
    case 3:
      return UInt32(lead & 0x0F) << 12 | UInt32(text[position + 1] & 0x3F) << 6 | UInt32(text[position + 2] & 0x3F)
    default:
      return UInt32(lead & 0x07) << 18 | UInt32(text[position + 1] & 0x3F) << 12
        | UInt32(text[position + 2] & 0x3F) << 6 | UInt32(text[position + 3] & 0x3F)
    }
  }

  /// Letters beyond ASCII: everything but the blocks of punctuation, symbols, currency and superscripts.
  static func isLetter(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let scalar = scalar(text, position)
    switch scalar {
    case 0x80...0xBF: return scalar == 0xAA || scalar == 0xBA
    case 0xD7, 0xF7: return false
    case 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFE10...0xFE6F, 0xFF00...0xFF20, 0xFF3B...0xFF40,
      0xFF5B...0xFFFF:
      return false
    default: return scalar < 0xE000 || scalar > 0xF8FF && scalar < 0x1F000
    }
  }

  /// A letter of ASCII or beyond.
  @inline(__always)
  static func isAnyLetter(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    text[position] < 0x80 ? Bytes.isLetter(text[position]) : isLetter(text, position)
  }

  /// Whether letters stand on both sides of a position inside the text.
  static func isInsideWord(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    endsWithLetter(text, position) && isAnyLetter(text, position)
  }

  /// Whether a letter stands directly before a position.
  static func endsWithLetter(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    var start = position - 1
    guard text[start] >= 0x80 else { return Bytes.isLetter(text[start]) }
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return isLetter(text, start) && !isUnspaced(text, start)
  }

  static func isUnspaced(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    text[position] >= 0xE0 && Lexicon.isUnspaced(scalar(text, position))
  }

  /// Capitals of Latin-1, Greek and Cyrillic.
  static func isCapital(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    switch scalar(text, position) {
    case 0xC0...0xDE, 0x391...0x3A9, 0x400...0x42F: true
    default: false
    }
  }

  /// The stand-in for a mark beyond ASCII.
  static func mark(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> UInt8 {
    switch scalar(text, position) {
    case 0x2010, 0x2011: UInt8(ascii: "-")
    case 0x2012...0x2015: Token.Mark.dash
    case 0x2018, 0x201C, 0x00AB, 0x201E: Token.Mark.openQuote
    case 0x2019, 0x201D, 0x00BB: Token.Mark.closeQuote
    case 0x2212: Token.Mark.minus
    case 0x2264, 0x2266, 0x2A7D: Token.Mark.atMost
    case 0x2265, 0x2267, 0x2A7E: Token.Mark.atLeast
    case 0x2026: Token.Mark.ellipsis
    case 0x2248, 0x223C: Token.Mark.approximately
    case 0xBC...0xBE, 0x2150...0x215E: Token.Mark.vulgarFraction
    case 0x2044, 0x2215: UInt8(ascii: "/")
    case 0xB2, 0xB3, 0xB9, 0x2070...0x209F: Token.Mark.superscript
    case 0xFF0C, 0x3001: UInt8(ascii: ",")
    case 0xFF08: UInt8(ascii: "(")
    case 0xFF09: UInt8(ascii: ")")
    case 0xFF5E: Token.Mark.dash
    case 0x3002: UInt8(ascii: ".")
    default: Token.Mark.other
    }
  }
}
