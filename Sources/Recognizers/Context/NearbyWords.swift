// What an amount is, what became of it, and what it is for: told from the words around it.
import CScan
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
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * most) { words in
      // Those behind the amount stand in the second half, those before it just before them.
      var end = most
      for index in tokens.upperBound..<sentence.count where end < 2 * most {
        if endsAbout(index, in: sentence) { break }
        guard isContent(index, in: sentence) else { continue }
        words[end] = index
        end += 1
      }
      var start = most
      if end < most + 2 {
        for index in (0..<tokens.lowerBound).reversed() where start > 0 {
          if endsAbout(index, in: sentence) { break }
          guard isContent(index, in: sentence) else { continue }
          start -= 1
          words[start] = index
        }
      }
      return sentence.lowercased(words[start..<end])
    }
  }

  private static var most: Int { 6 }

  private static func endsAbout(_ index: Int, in sentence: Sentence) -> Bool {
    sentence.isMark(index, UInt8(ascii: ";")) || sentence.tokens[index].kind == .sign
  }

  private static func isContent(_ index: Int, in sentence: Sentence) -> Bool {
    sentence.isWord(index)
      && sentence.roles(index).isDisjoint(
        with: [.stop, .currency, .unit, .tens, .multiplier, .scale, .scaleAbbreviation, .magnitude])
  }

  private static func nearest(
    to tokens: Range<Int>, _ role: Roles, within limit: Int, in sentence: Sentence
  ) -> Lexeme? {
    guard sentence.phraseRoles.contains(role) else { return nil }
    for distance in 0..<limit {
      if let found = sentence.phrase(at: tokens.upperBound + distance, role) { return found.lexeme }
      if let found = sentence.phrase(at: tokens.lowerBound - 1 - distance, role) { return found.lexeme }
    }
    return nil
  }
}

extension Sentence {
  /// Words in lower case with a space between.
  fileprivate func lowercased(_ words: Slice<UnsafeMutableBufferPointer<Int>>) -> String {
    var count = 0
    for place in words.startIndex..<words.endIndex {
      count += tokens[words[place]].end - tokens[words[place]].start + 1
    }
    guard count > 0 else { return "" }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { buffer in
      guard let start = text.baseAddress, let out = buffer.baseAddress else { return "" }
      var end = 0
      for place in words.startIndex..<words.endIndex {
        if end > 0 {
          out[end] = 0x20
          end += 1
        }
        let token = tokens[words[place]]
        (out + end).update(from: start + token.start, count: token.end - token.start)
        end += token.end - token.start
      }
      guard assay_lower(out, end) < 0x80 else { return words.map { string($0).lowercased() }.joined(separator: " ") }
      return String(decoding: UnsafeBufferPointer(start: out, count: end), as: UTF8.self)
    }
  }
}
