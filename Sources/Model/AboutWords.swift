// The content words near an amount, compared to tell whether two amounts are of one thing.

package struct AboutWords: Sendable, Hashable {
  private struct Word: Sendable, Hashable {
    /// FNV-1a, so that unequal words are told apart without looking at them.
    let hash: UInt64
    let text: String

    init(_ text: String) {
      var text = text
      hash = text.withUTF8 { utf8 in
        utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
      }
      self.text = text
    }

    func precedes(_ other: Word) -> Bool { hash == other.hash ? text < other.text : hash < other.hash }
  }

  /// Each once, in the order of `precedes`.
  private let words: [Word]

  /// The words of a mention's `about`, lower case, without punctuation.
  package init(_ about: String) {
    var about = about
    words = about.withUTF8 { Self.asciiWords($0) } ?? Self.words(about)
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
    about.lowercased().split { !($0.isLetter || $0.isNumber) }.reduce(into: []) { insert(Word(String($1)), into: &$0) }
  }

  /// The same for text of ASCII alone, many times as fast; nil for other text.
  private static func asciiWords(_ about: UnsafeBufferPointer<UInt8>) -> [Word]? {
    var words: [Word] = []
    words.reserveCapacity(8)
    var start = 0
    for place in about.indices {
      if about[place] >= 0x80 { return nil }
      if isWord(about[place]) { continue }
      add(about[start..<place], to: &words)
      start = place + 1
    }
    add(about[start...], to: &words)
    return words
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func add(_ part: Slice<UnsafeBufferPointer<UInt8>>, to words: inout [Word]) {
    if part.isEmpty { return }
    let word = String(unsafeUninitializedCapacity: part.count) { buffer in
      var count = 0
      for byte in part {
        // Digits have the bit already.
        buffer[count] = byte | 0x20
        count += 1
      }
      return count
    }
    insert(Word(word), into: &words)
  }

  private static func insert(_ word: Word, into words: inout [Word]) {
    var place = words.count
    while place > 0, word.precedes(words[place - 1]) { place -= 1 }
    if place > 0, words[place - 1] == word { return }
    words.insert(word, at: place)
  }
}
