// Which bytes follow each other in a sample, apart for words with bytes beyond ASCII and for words without.

struct BytePairs {
  struct Pair {
    let first: UInt8
    let second: UInt8
    let count: Int
  }

  /// In words with a byte beyond ASCII, with the bytes before and behind them.
  let telling: [Pair]
  /// In words of ASCII letters only; these tell the language alone.
  let plain: [Pair]
  let plainCount: Int
  /// Letters and bytes beyond ASCII in telling words.
  let tellingCount: Int
  /// How often each byte beyond ASCII occurs.
  let beyond: [(byte: UInt8, count: Int)]

  init(_ bytes: [UInt8]) {
    var telling = Counts()
    var plain = Counts()
    var counts = [Int](repeating: 0, count: 256)
    var words = 0
    bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        guard Self.isWordByte(bytes[position]) else {
          position += 1
          continue
        }
        let start = position
        var isTelling = false
        while position < bytes.count, Self.isWordByte(bytes[position]) {
          if bytes[position] >= 0x80 {
            isTelling = true
            counts[Int(bytes[position])] += 1
          }
          position += 1
        }
        if isTelling {
          words += position - start
          telling.add(bytes, start..<position)
        } else {
          plain.add(bytes, start..<position)
        }
      }
    }
    self.telling = telling.pairs
    self.plain = plain.pairs
    plainCount = self.plain.reduce(0) { $0 + $1.count }
    tellingCount = words
    beyond = (0x80...0xFF).filter { counts[$0] > 0 }.map { (UInt8($0), counts[$0]) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }

  private struct Counts {
    private var counts = [UInt16](repeating: 0, count: 1 << 16)
    /// The pairs that occur, in the order they first do.
    private var seen: [UInt16] = []

    /// The pairs of a word, from the byte before it to the byte behind it.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) {
      var before: UInt8 = word.lowerBound > 0 ? bytes[word.lowerBound - 1] : 0x20
      for position in word {
        add(before, bytes[position])
        before = bytes[position]
      }
      add(before, word.upperBound < bytes.count ? bytes[word.upperBound] : 0x20)
    }

    @inline(__always)
    private mutating func add(_ first: UInt8, _ second: UInt8) {
      let pair = Int(first) << 8 | Int(second)
      if counts[pair] == 0 { seen.append(UInt16(pair)) }
      if counts[pair] < .max { counts[pair] += 1 }
    }

    var pairs: [Pair] {
      seen.map { Pair(first: UInt8($0 >> 8), second: UInt8($0 & 0xFF), count: Int(counts[Int($0)])) }
    }
  }
}
