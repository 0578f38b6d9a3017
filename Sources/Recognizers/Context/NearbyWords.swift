// What an amount is, what became of it, and what it is for: told from the words around it.
import Model

enum NearbyWords {
  /// The kind named nearest to the amount, within ten words of its sentence.
  static func kind(of tokens: Range<Int>, in sentence: Sentence) -> Mention.Kind? {
    nearest(to: tokens, .kind, within: 10, in: sentence)?.kind
  }

  /// What has become of the money, by the nearest verb.
  static func status(of tokens: Range<Int>, in sentence: Sentence) -> Mention.FlowStatus {
    nearest(to: tokens, .status, within: 12, in: sentence)?.status ?? .unknown
  }

  /// Up to six content words behind the amount, else before it, in lower case.
  static func about(_ tokens: Range<Int>, in sentence: Sentence) -> String {
    let behind = contentWords(in: sentence, indices: tokens.upperBound..<sentence.count)
    if behind.count >= 2 { return behind.joined(separator: " ") }
    let before = contentWords(in: sentence, indices: (0..<tokens.lowerBound).reversed())
    return (before.reversed() + behind).joined(separator: " ")
  }

  private static func contentWords(in sentence: Sentence, indices: some Sequence<Int>) -> [String] {
    var words: [String] = []
    for index in indices {
      if words.count == 6 { break }
      if sentence.isMark(index, UInt8(ascii: ";")) || sentence.tokens[index].kind == .sign { break }
      guard sentence.isWord(index), sentence.roles(index).isDisjoint(with: [.stop, .currency, .scale, .magnitude])
      else {
        continue
      }
      words.append(sentence.string(index).lowercased())
    }
    return words
  }

  private static func nearest(
    to tokens: Range<Int>, _ role: Roles, within limit: Int, in sentence: Sentence
  ) -> Lexeme? {
    for distance in 0..<limit {
      if let found = sentence.phrase(at: tokens.upperBound + distance, role) { return found.lexeme }
      if let found = sentence.phrase(at: tokens.lowerBound - 1 - distance, role) { return found.lexeme }
    }
    return nil
  }
}
