// Whether bytes without a byte order mark are UTF-16, and in which order.

enum UTF16Guess {
  /// Units looked at.
  private static let sample = 1 << 15

  /// Nil where neither order gives plausible text.
  static func encoding(of bytes: [UInt8]) -> TextEncoding? {
    guard !isASCIIWithStrayNULs(bytes) else { return nil }
    let little = plausibility(of: bytes, isBigEndian: false)
    let big = plausibility(of: bytes, isBigEndian: true)
    guard max(little, big) >= 80 else { return nil }
    return little >= big ? .utf16LittleEndian : .utf16BigEndian
  }

  /// ASCII pairs look like ideographs. In UTF-16 of any script, every other byte is a NUL or another control character,
  /// or some bytes are beyond ASCII.
  private static func isASCIIWithStrayNULs(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    return controls * 3 < bytes.count && !bytes.contains { $0 >= 0x80 }
  }

  /// The order in which bytes without a NUL, as text without a line end or a space may be, are Chinese or Japanese
  /// beyond doubt; nil where in none. Nearly all must be plausible, and some be kana or ideographic punctuation, which
  /// letter pairs of ASCII do not give.
  static func ideographic(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
    guard bytes.count % 2 == 0 else { return nil }
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      let isBigEndian = encoding.name == TextEncoding.utf16BigEndian.name
      let typical = bytes.withUnsafeBytes { raw in
        stride(from: 0, to: raw.count, by: 2).count {
          (0x3000...0x30FF).contains(UTF16Decoding.unit(in: raw, at: $0, isBigEndian: isBigEndian))
        }
      }
      if typical * 40 >= bytes.count, plausibility(of: Array(bytes), isBigEndian: isBigEndian) >= 99 { return encoding }
    }
    return nil
  }

  /// 0…100: how many of a hundred units are characters that texts are made of; 0 where one is impossible.
  private static func plausibility(of bytes: [UInt8], isBigEndian: Bool) -> Int {
    bytes.withUnsafeBytes { raw in
      let count = min(raw.count / 2, sample)
      guard count > 0 else { return 0 }
      var plausible = 0
      var awaitsLow = false
      for index in 0..<count {
        let unit = UTF16Decoding.unit(in: raw, at: index * 2, isBigEndian: isBigEndian)
        let isLow = unit & 0xFC00 == 0xDC00
        guard isLow == awaitsLow, unit != 0, unit < 0xFFFE else { return 0 }
        awaitsLow = unit & 0xFC00 == 0xD800
        if isLow || awaitsLow || isPlausible(unit) { plausible += 1 }
      }
      return plausible * 100 / count
    }
  }

  /// Letters of the alphabets and ideographs in use, with their punctuation. The common spaces, digits and line ends of
  /// one order (U+0020, U+000A) are rare characters or none in the other (U+2000, U+0A00).
  private static func isPlausible(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0xA0...0x17F, 0x218...0x21B, 0x370...0x52F, 0x5D0...0x5EA,
      0x600...0x6FF, 0x900...0x97F, 0xE00...0xE7F, 0x10D0...0x10FF, 0x1E00...0x1EFF, 0x2010...0x203A, 0x20A0...0x20BF,
      0x2116, 0x2122, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF00...0xFFEF:
      true
    default: false
    }
  }
}
