// What a text holds that CSV or XML must write in another way, found in one look.

/// What a cell's text asks of the writers.
struct TextMarks: OptionSet, Sendable {
  let rawValue: UInt8

  /// A quotation mark, which CSV doubles.
  static let quote = TextMarks(rawValue: 1)
  /// What CSV puts between quotes: a comma, a line's end, or a space or tab at one of the ends, which libcsv and
  /// spreadsheets trim.
  static let quoted = TextMarks(rawValue: 2)
  /// `<`, `>`, `&` or a carriage return, which XML escapes.
  static let escaped = TextMarks(rawValue: 4)
  /// Characters that XML 1.0 cannot hold.
  static let forbidden = TextMarks(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Those of well-formed UTF-8, found eight bytes at a time.
  init(of text: UnsafeRawBufferPointer) {
    guard let first = text.first, let last = text.last else {
      self = []
      return
    }
    var (quotes, separators, escapes, rare): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    func look(_ word: UInt64) {
      quotes |= Self.bytes(of: word, equalTo: 0x22)
      separators |= Self.bytes(of: word, equalTo: 0x2C)
      // `<` and `>` differ in one bit.
      escapes |= Self.bytes(of: word, equalTo: 0x26) | Self.bytes(of: word | 0x0202_0202_0202_0202, equalTo: 0x3E)
      // Controls, and what U+FFFE and U+FFFF begin with.
      rare |= (word &- 0x2020_2020_2020_2020) & ~word & Self.highBits | Self.bytes(of: word, equalTo: 0xEF)
    }
    var place = 0
    while place + 8 <= text.count {
      look(text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    if place < text.count {
      // Filled up with letters.
      var rest: UInt64 = 0x6161_6161_6161_6161
      for byte in text[place...].reversed() { rest = rest << 8 | UInt64(byte) }
      look(rest)
    }
    var marks: TextMarks = rare == 0 ? [] : Self.rareMarks(of: text.assumingMemoryBound(to: UInt8.self))
    if quotes != 0 { marks.insert(.quote) }
    if separators != 0 || first == 0x20 || last == 0x20 || first == 0x09 || last == 0x09 { marks.insert(.quoted) }
    if escapes != 0 { marks.insert(.escaped) }
    self = marks
  }

  private static func rareMarks(of text: UnsafeBufferPointer<UInt8>) -> TextMarks {
    var marks: TextMarks = []
    if text.contains(where: { $0 == 0x0A || $0 == 0x0D }) { marks.insert(.quoted) }
    switch XMLText.classify(text) {
    case .plain: break
    case .escapable: marks.insert(.escaped)
    case .forbidden: marks.insert(.forbidden)
    }
    return marks
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Not zero exactly where some byte of the word is `byte`.
  @inline(__always)
  private static func bytes(of word: UInt64, equalTo byte: UInt8) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & highBits
  }
}
