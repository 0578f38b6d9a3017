// What a letter or short word behind digits multiplies them by, if it does: "$5m", "€3 bn", "$50K", "10G dollars".
import Model

enum ScaleAbbreviation {
  /// The factor, or nil where the letters are something else: "a $5 T-shirt", "a $50 bill".
  static func value(of lexeme: Lexeme, at index: Int, in sentence: Sentence) -> Int64? {
    let token = sentence.tokens[index]
    let isAttached = !token.isSpaced || sentence.isHyphen(index - 1)
    if token.end - token.start == 1 {
      guard isAttached || standsAlone(index, in: sentence) else { return nil }
      return sentence.text[token.start] | 0x20 == UInt8(ascii: "g")
        ? grand(lexeme, at: index, in: sentence) : lexeme.value
    }
    // "a $50 bill" is a banknote: words of their own are scales only when glued, before a currency, or behind decimals.
    let isWord = lexeme.roles.contains(.ambiguous) && lexeme.currencyWord < 0
    if isWord, sentence.isNumber(index - 1), sentence.bytes(index - 1).contains(UInt8(ascii: ".")) {
      return lexeme.value
    }
    return !isWord || isAttached || sentence.opensCurrency(at: index + 1) ? lexeme.value : nil
  }

  /// A single letter set off from its digits is a scale where nothing follows that it could begin, and no capital that
  /// it could be the initial of: "$5 m", "$20 K", but "$5 T-shirt", "$5 M&M's", "$20 B Street".
  private static func standsAlone(_ index: Int, in sentence: Sentence) -> Bool {
    let next = index + 1
    let token = sentence.tokens[next]
    switch token.kind {
    case .outside: return true
    case .mark:
      return token.isSpaced || [",", ".", ";", ":", ")", "?", "!", "]"].contains { sentence.isMark(next, $0) }
        || token.mark == Token.Mark.closeQuote
    case .number: return false
    case .sign: return token.isSpaced
    case .word:
      if !sentence.roles(next).isDisjoint(with: [.follower, .currency, .adjective, .per, .to, .and, .or]) {
        return true
      }
      let letter = sentence.text[sentence.tokens[index].start]
      return token.isSpaced && !token.isCapitalized && (letter == UInt8(ascii: "m") || letter == UInt8(ascii: "b"))
    }
  }

  /// "$50G" is slang for fifty thousand; "10G dollars" counts by giga.
  private static func grand(_ lexeme: Lexeme, at index: Int, in sentence: Sentence) -> Int64? {
    guard !sentence.tokens[index].isSpaced, sentence.tokens[index].isAllCapitals else { return nil }
    if index > 1, sentence.tokens[index - 2].kind == .sign { return 1000 }
    return sentence.opensCurrency(at: index + 1) ? lexeme.value : nil
  }
}

extension Sentence {
  fileprivate func isMark(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    isMark(index, UInt8(ascii: character))
  }
}
