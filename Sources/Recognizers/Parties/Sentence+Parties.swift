// What names and the words before them are, told from tokens.
import Model

extension Sentence {
  /// The longest name of a party that begins at a token, with the token after it.
  func party(at index: Int, anyCase: Bool = false) -> (sense: PartySense, end: Int)? {
    guard isWord(index), contextWords.mayBegin(.party, at: index) else { return nil }
    var best: (PartySense, Int)?
    eachPhrase(at: index) { word, end in
      guard word.sense >= 0 else { return }
      let sense = contextLexicon.senses[Int(word.sense)]
      if isWritten(sense, index..<end, anyCase) { best = (sense, end) }
    }
    return best
  }

  /// A participle or past tense by its letters.
  func endsInED(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start > 4 && text[token.end - 1] == UInt8(ascii: "d")
      && text[token.end - 2] == UInt8(ascii: "e")
  }

  private func isWritten(_ sense: PartySense, _ tokens: Range<Int>, _ anyCase: Bool) -> Bool {
    let first = self.tokens[tokens.lowerBound]
    if sense.isAcronym { return first.isAllCapitals }
    return !sense.isCapitalized || first.isCapitalized || anyCase && sense.form == .body
  }

  /// "the", "this" or "its" before a noun, adjectives between.
  func isDefinite(_ index: Int) -> Bool {
    for place in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      switch grammar(place) {
      case .article, .its: return true
      case .none: if !isWord(place) || roles(place).contains(.kind) || parts(place).contains(.frame) { return false }
      default: return false
      }
    }
    return false
  }

  /// Whether a noun goes on in the next word: "state lottery", "bank robbers".
  func isAnother(_ index: Int) -> Bool {
    guard isWord(index), tokens[index].isSpaced else { return false }
    return grammar(index) == .none && lacks(index, [.status, .stop, .movement], [.frame, .head])
  }

  /// Whether two parties stand in one list: "Finland and Estonia", "Japan, China".
  func joins(_ end: Int, _ start: Int) -> Bool {
    var index = end
    var isJoined = false
    while index < start {
      let isComma = isMark(index, UInt8(ascii: ","))
      guard isComma || grammar(index) == .and || grammar(index) == .article else { return false }
      isJoined = isJoined || grammar(index) == .and
      index += 1
    }
    return isJoined
  }

  /// The preposition before a noun phrase; "in" for "in the south of", where the noun between tells no party. At most
  /// `adjectives` words may stand between.
  func preposition(before start: Int, adjectives: Int) -> Grammar {
    var index = start - 1
    var left = adjectives
    while index >= 0 {
      let grammar = grammar(index)
      if grammar == .of {
        let outer = preposition(before: nounStart(index), adjectives: 2)
        return outer == .none || outer == .preposition || outer == .with ? .of : outer
      }
      if grammar.isPreposition { return grammar }
      if grammar == .article || grammar == .its {
        left = 0
      } else if left > 0, isPlainAdjective(index) {
        left -= 1
      } else {
        return .none
      }
      index -= 1
    }
    return .none
  }

  /// The first token of the noun that ends before a token.
  private func nounStart(_ end: Int) -> Int {
    isWord(end - 1) && grammar(end - 1) == .none && lacks(end - 1, .kind, [.head, .frame]) ? end - 1 : end
  }

  private func isPlainAdjective(_ index: Int) -> Bool {
    guard isWord(index), !tokens[index].isCapitalized else { return false }
    return grammar(index) == .none
      && lacks(index, [.kind, .status, .clauseBreak, .perUnit, .month, .timeOrder], [.frame, .head])
  }
}
