// Whether a text of an unknown language is English.

enum EnglishWords {
  /// Frequent words that few other languages have.
  private static let words: Set<UInt64> = Set(
    [
      "the", "of", "and", "to", "with", "from", "that", "this", "have", "has", "were", "are", "been", "they", "their",
      "its", "it", "which", "about", "would", "will", "there", "than", "by", "for", "he", "she", "his", "said",
    ].map { FoldedHash.of($0) })
  private static let strips = 8
  private static let wordsPerStrip = 40

  /// Whether at least one word in twelve is one of them, in strips spread over the text. English prose has one in four.
  static func prevail(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    var found = 0
    for strip in 0..<strips {
      var position = text.count / strips * strip
      let end = text.count / strips * (strip + 1)
      var read = 0
      while position < end, read < wordsPerStrip {
        let start = position
        while position < text.count, Bytes.isLetter(text[position]) || text[position] >= 0x80 { position += 1 }
        if position > start {
          read += 1
          if words.contains(FoldedHash.word(text, start, position)) { found += 1 }
        } else {
          position += 1
        }
      }
      count += read
    }
    return found * 12 >= count && found > 0
  }
}
