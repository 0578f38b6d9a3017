// The scripts a text is written in, from a sample of it.

/// Counts of letters by script in eight strips of 32 bytes spread over a text.
struct ScriptShare {
  private var latin = 0
  private var cyrillic = 0
  private var han = 0
  private var kana = 0

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    let strip = 32
    let step = max(strip, bytes.count / 8)
    var start = 0
    while start < bytes.count {
      for index in start..<min(start + strip, bytes.count) { count(bytes[index], before: bytes, index) }
      start += step
    }
  }

  private mutating func count(_ byte: UInt8, before bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: latin += 1
    case 0xD0, 0xD1: cyrillic += 1
    case 0xE4...0xE9: han += 1
    case 0xE3 where index + 1 < bytes.count && (0x81...0x83).contains(bytes[index + 1]): kana += 1
    default: break
    }
  }

  /// The language most texts of this corpus in that script are in: a BCP 47 subtag. A Chinese character counts for a
  /// word's worth of letters.
  var language: String {
    if cyrillic > latin, cyrillic > han * 3 { return "ru" }
    if (han + kana) * 3 > latin { return han + kana == 0 ? "en" : kana > 0 ? "ja" : "zh" }
    return "en"
  }
}
