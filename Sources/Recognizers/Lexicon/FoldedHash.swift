// Hashes of words without regard to case, over UTF-8 bytes.
import CScan

/// Over case-folded bytes, eight at a time. Folds ASCII, Latin-1, Cyrillic and Greek capitals, which is all the lexicons
/// use.
enum FoldedHash {
  /// The hash of the bytes from `start` to before `end`.
  @inline(__always)
  static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let letters = letters(bytes, start)
    return letters.length == end - start ? letters.hash : extended(bytes, start, end)
  }

  /// The ASCII letters that begin at a position inside the text: how many, whether there are small ones, and their hash.
  @inline(__always)
  static func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> AssayWord {
    assay_word(bytes.baseAddress.unsafelyUnwrapped + start, bytes.count - start)
  }

  /// The hash of a phrase, from that of its words but the last and that of the last one.
  @inline(__always)
  static func phrase(_ hash: UInt64, then word: UInt64) -> UInt64 {
    // Turned, so that the order of words counts.
    assay_hash_more(hash << 23 | hash >> 41, word)
  }

  private static func extended(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = ByteHash()
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        hash.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else {
        let (first, second) = foldedPair(byte, index + 1 < end ? bytes[index + 1] : 0)
        hash.add(first)
        if index + 1 < end { hash.add(second) }
        index += 2
        while index < end, bytes[index] & 0xC0 == 0x80 {
          hash.add(bytes[index])
          index += 1
        }
      }
    }
    return hash.value
  }

  /// Takes bytes one by one to the hash that `assay_word` makes of eight at a time.
  private struct ByteHash {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    private var chunk: UInt64 = 0
    private var shift: UInt64 = 0

    mutating func add(_ byte: UInt8) {
      chunk |= UInt64(byte) << shift
      shift += 8
      guard shift == 64 else { return }
      hash = assay_hash_more(hash, chunk)
      (chunk, shift) = (0, 0)
    }

    var value: UInt64 { shift == 0 ? hash : assay_hash_more(hash, chunk) }
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
    let bytes = Array(text.utf8) + [0]
    return bytes.withUnsafeBufferPointer { pointer in
      var hash: UInt64?
      var start = 0
      for index in pointer.indices where index + 1 == pointer.count || pointer[index] == 0x20 {
        let word = word(pointer, start, index)
        hash = hash.map { phrase($0, then: word) } ?? word
        start = index + 1
      }
      return hash ?? 0
    }
  }
}
