// The words of a header, a label or a caption, which may stand on several lines.
import Model

/// Tokens of the parts in reading order; where one part ends, what it says ends. It holds until its sentence reads
/// something else.
struct TableText {
  let sentence: Sentence
  /// Bytes of each part.
  let parts: [Range<Int>]
  /// The token each part but the first begins with.
  private let breaks: [Int]

  /// Of what is longer than a sentence, only the beginning is looked at.
  init(_ parts: [Range<Int>], in sentence: Sentence) {
    var room = SentenceBoundary.longestSentence
    self.parts = parts.compactMap { part in
      guard room > 0 else { return nil }
      defer { room -= part.count }
      guard part.count > room else { return part }
      var end = part.lowerBound + room
      while end > part.lowerBound, sentence.text[end] & 0xC0 == 0x80 { end -= 1 }
      return part.lowerBound..<end
    }
    self.sentence = sentence
    breaks = sentence.read(parts: self.parts).filter { $0 > 0 }
  }

  var count: Int { sentence.count }

  /// Whether a part begins with a token, or the whole ends before it.
  func isBreak(_ index: Int) -> Bool { index <= 0 || index >= count || breaks.contains(index) }

  /// Bytes from one token to before another; only those of the last part where they stand in several.
  func span(_ tokens: Range<Int>) -> Range<Int> {
    let start = breaks.last { $0 > tokens.lowerBound && $0 < tokens.upperBound } ?? tokens.lowerBound
    return sentence.span(start..<tokens.upperBound)
  }

  /// A mark that encloses or separates: brackets, commas, dashes, colons.
  func isSeparator(_ index: Int) -> Bool {
    guard index >= 0, index < count, sentence.tokens[index].kind == .mark else { return false }
    switch sentence.tokens[index].mark {
    case UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "'"), UInt8(ascii: "#"): return false
    default: return true
    }
  }

  func isOpening(_ index: Int) -> Bool {
    sentence.isMark(index, UInt8(ascii: "(")) || sentence.isMark(index, UInt8(ascii: "["))
  }

  func isClosing(_ index: Int) -> Bool {
    sentence.isMark(index, UInt8(ascii: ")")) || sentence.isMark(index, UInt8(ascii: "]"))
  }

  /// Names of currencies and nothing else: "US dollar (USD)", "EUR", "1 GBP".
  var namesCurrencies: Bool {
    var index = 0
    var isNamed = false
    while index < count {
      let token = sentence.tokens[index]
      if let mark = UnitPhrase.currency(at: index, in: self, hasScale: true) {
        isNamed = true
        index = mark.end
      } else if token.kind == .mark || token.kind == .number || sentence.roles(index).contains(.adjective) {
        index += 1
      } else {
        return false
      }
    }
    return isNamed
  }

  /// The word at a token, in lower case.
  func word(_ index: Int) -> String? { sentence.isWord(index) ? sentence.string(index).lowercased() : nil }
}
