// The content words near an amount, compared to tell whether two amounts are of one thing.

package struct AboutWords: Sendable, Hashable {
  private struct Word: Sendable, Hashable {
    /// FNV-1a, so that unequal words are told apart without looking at them.
    let hash: UInt64
    let text: String

    init(_ utf8: some Sequence<UInt8>, text: String) {
      hash = utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
      self.text = text
    }

    func precedes(_ other: Word) -> Bool { hash == other.hash ? text < other.text : hash < other.hash }
  }

  /// Each once, in the order of `precedes`.
  private let words: [Word]

  /// The words of a mention's `about`, lower case, without punctuation.
  package init(_ about: String) {
    var about = about
    let words = about.withUTF8 { Self.asciiWords($0) } ?? Self.words(about)
    self.words = words.sorted { $0.precedes($1) }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  package var isEmpty: Bool { words.isEmpty }
  package var count: Int { words.count }

  /// Whether both say the same, or share at least two words and `percent` of the shorter one's.
  package func overlaps(_ other: AboutWords, percent: Int) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    let shared = sharedCount(with: other)
    let shorter = min(count, other.count)
    return shared == max(count, other.count) || (shared >= 2 && shared * 100 >= shorter * percent)
  }

  /// Whether both say the same, or share at least three words and `percent` of the longer one's.
  package func resembles(_ other: AboutWords, percent: Int) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    let shared = sharedCount(with: other)
    let longer = max(count, other.count)
    return shared == longer || (shared >= 3 && shared * 100 >= longer * percent)
  }

  private func sharedCount(with other: AboutWords) -> Int {
    var shared = 0
    var (left, right) = (0, 0)
    while left < words.count, right < other.words.count {
      let (one, two) = (words[left].hash, other.words[right].hash)
      if one == two, words[left].text == other.words[right].text {
        shared += 1
        left += 1
        right += 1
      } else if one == two ? words[left].text < other.words[right].text : one < two {
        left += 1
      } else {
        right += 1
      }
    }
    return shared
  }

  private static func words(_ about: String) -> [Word] {
    about.lowercased().split { !($0.isLetter || $0.isNumber) }.map { Word($0.utf8, text: String($0)) }
  }

  /// The same for text of ASCII alone, many times as fast; nil for other text.
  private static func asciiWords(_ about: UnsafeBufferPointer<UInt8>) -> [Word]? {
    var words: [Word] = []
    var word: [UInt8] = []
    for byte in about {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: word.append(byte)
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x80...: return nil
      default: end(&word, of: &words)
      }
    }
    end(&word, of: &words)
    return words
  }

  private static func end(_ word: inout [UInt8], of words: inout [Word]) {
    if word.isEmpty { return }
    words.append(Word(word, text: String(decoding: word, as: UTF8.self)))
    word.removeAll(keepingCapacity: true)
  }
}
