// Hashes of words without regard to case, over UTF-8 bytes.

/// FNV-1a over case-folded bytes. Folds ASCII, Latin-1, Cyrillic and Greek capitals, which is all the lexicons use.
enum FoldedHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3

  @inline(__always)
  static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    extended(seed, by: bytes, start, end)
  }

  /// The hash of a phrase is that of its words with one space between.
  @inline(__always)
  static func phrase(_ hash: UInt64, then bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    extended((hash ^ 0x20) &* prime, by: bytes, start, end)
  }

  @inline(__always)
  private static func extended(
    _ initial: UInt64, by bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> UInt64 {
    var hash = initial
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* prime
        index += 1
      } else {
        let (first, second) = foldedPair(byte, index + 1 < end ? bytes[index + 1] : 0)
        hash = (hash ^ UInt64(first)) &* prime
        if index + 1 < end { hash = (hash ^ UInt64(second)) &* prime }
        index += 2
        while index < end, bytes[index] & 0xC0 == 0x80 {
          hash = (hash ^ UInt64(bytes[index])) &* prime
          index += 1
        }
      }
    }
    return hash
  }

  /// The lower-case form of a two-byte character.
  @inline(__always)
  private static func foldedPair(_ lead: UInt8, _ next: UInt8) -> (UInt8, UInt8) {
    switch lead {
    case 0xC3 where next >= 0x80 && next <= 0x9E && next != 0x97: (lead, next | 0x20)
    case 0xC5 where next == 0x81: (lead, 0x82)
    case 0xCE where next >= 0x91 && next <= 0x9F: (lead, next | 0x20)
    case 0xCE where next >= 0xA0 && next <= 0xA9: (0xCF, next &- 0x20)
    case 0xD0 where next >= 0x90 && next <= 0x9F: (lead, next | 0x20)
    case 0xD0 where next >= 0xA0 && next <= 0xAF: (0xD1, next &- 0x20)
    case 0xD0 where next >= 0x80 && next <= 0x8F: (0xD1, next | 0x10)
    default: (lead, next)
    }
  }

  /// The hash of a word or phrase written in a lexicon, single spaces between words.
  static func of(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { pointer in
      var hash = seed
      var start = 0
      var isFirst = true
      for index in 0...pointer.count where index == pointer.count || pointer[index] == 0x20 {
        hash = isFirst ? word(pointer, start, index) : phrase(hash, then: pointer, start, index)
        isFirst = false
        start = index + 1
      }
      return hash
    }
  }
}
