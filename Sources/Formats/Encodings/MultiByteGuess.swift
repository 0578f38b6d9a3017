// Whether bytes are text in one of the East Asian encodings.

enum MultiByteGuess {
  /// The name of the encoding whose structure every byte follows and whose common characters abound; nil where none.
  static func name(of bytes: ArraySlice<UInt8>) -> String? {
    if let pairs = Pairs(bytes, leads: 0xA1...0xFE, trails: { $0 >= 0xA1 && $0 != 0xFF }), pairs.count >= 4 {
      // Kana stand in rows 4 and 5 of JIS X 0208, hangul in rows 16 to 40 of KS X 1001, the common
      // hanzi in rows 16 to 55 of GB 2312; beyond those, words of windows-1251 with an even number of letters.
      if pairs.share(of: 0xA4...0xA5) >= 20 { return "euc-jp" }
      if pairs.share(of: 0xB0...0xC8) >= 85 { return "euc-kr" }
      if pairs.share(of: 0xB0...0xD7) >= 60 { return "gb18030" }
    }
    let isShiftJISTrail: (UInt8) -> Bool = { ($0 >= 0x40 && $0 <= 0x7E) || ($0 >= 0x80 && $0 <= 0xFC) }
    if let pairs = Pairs(bytes, leads: 0x81...0xFC, trails: isShiftJISTrail, singles: 0xA1...0xDF), pairs.count >= 4,
      pairs.share(of: 0x82...0x83) >= 20
    {
      return "shift_jis"
    }
    let isGBKTrail: (UInt8) -> Bool = { $0 >= 0x40 && $0 != 0x7F && $0 != 0xFF }
    if let pairs = Pairs(bytes, leads: 0x81...0xFE, trails: isGBKTrail), pairs.count >= 8,
      pairs.share(of: 0xB0...0xD7) >= 60, pairs.share(of: 0xC0...0xFF) < 95, pairs.highTrails >= 90
    {
      return "gb18030"
    }
    return nil
  }

  /// The two-byte characters of a text, counted by their first byte.
  private struct Pairs {
    private(set) var count = 0
    private var byLead = [Int](repeating: 0, count: 256)
    private var withHighTrail = 0

    /// Nil where some byte beyond ASCII is not part of a pair, nor one of `singles`.
    init?(
      _ bytes: ArraySlice<UInt8>, leads: ClosedRange<UInt8>, trails isTrail: (UInt8) -> Bool,
      singles: ClosedRange<UInt8>? = nil
    ) {
      var index = bytes.startIndex
      while index < bytes.endIndex {
        let lead = bytes[index]
        index += 1
        if lead < 0x80 || singles?.contains(lead) == true { continue }
        // The sample may end inside a character.
        guard index < bytes.endIndex else { break }
        guard leads.contains(lead), isTrail(bytes[index]) else { return nil }
        count += 1
        byLead[Int(lead)] += 1
        if bytes[index] >= 0xA1 { withHighTrail += 1 }
        index += 1
      }
    }

    /// How many of a hundred pairs begin with one of `leads`.
    func share(of leads: ClosedRange<UInt8>) -> Int {
      leads.reduce(0) { $0 + byLead[Int($1)] } * 100 / max(count, 1)
    }

    var highTrails: Int { withHighTrail * 100 / max(count, 1) }
  }
}
