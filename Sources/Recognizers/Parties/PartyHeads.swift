// The nouns that stand for the state named before or behind them: "Kenyan army", "the government of Bhutan".
import Model

enum PartyHeads {
  /// "'s" or the apostrophe of a plural.
  static func isPossessive(_ index: Int, in sentence: Sentence) -> Bool {
    guard sentence.isMark(index, UInt8(ascii: "'")) || sentence.isMark(index, Token.Mark.closeQuote),
      !sentence.tokens[index].isSpaced
    else { return false }
    if index + 1 < sentence.count, !sentence.tokens[index + 1].isSpaced {
      return isGenitiveLetter(index + 1, in: sentence)
    }
    return index > 0 && sentence.text[sentence.tokens[index - 1].end - 1] == UInt8(ascii: "s")
  }

  static func genitiveEnd(_ index: Int, in sentence: Sentence) -> Int {
    guard isPossessive(index, in: sentence) else { return index }
    return isGenitiveLetter(index + 1, in: sentence) ? index + 2 : index + 1
  }

  private static func isGenitiveLetter(_ index: Int, in sentence: Sentence) -> Bool {
    guard sentence.isWord(index), !sentence.tokens[index].isSpaced else { return false }
    let token = sentence.tokens[index]
    return token.end - token.start == 1 && sentence.text[token.start] | 0x20 == UInt8(ascii: "s")
  }

  /// The noun that stands for the state before it, at most `gap` words further, with the body it names.
  static func head(
    after start: Int, within gap: Int, outside amounts: [Range<Int>], in sentence: Sentence
  ) -> (end: Int, agency: Int16)? {
    var index = start
    var best: (end: Int, agency: Int16)?
    while index < sentence.count, index - start <= gap || best != nil {
      guard sentence.isWord(index) || sentence.isHyphen(index), !amounts.contains(where: { $0.contains(index) }) else {
        break
      }
      if let (sense, end) = sentence.party(at: index, anyCase: true) {
        guard sense.form == .body else { break }
        best = (end, sense.agency)
        index = end
      } else if let head = sentence.phrase(at: index, .head) {
        best = (head.end, best?.agency ?? -1)
        index = head.end
      } else if best == nil, isAdjective(index, in: sentence) {
        index += 1
      } else {
        break
      }
    }
    guard let best, !goesOn(best.end, in: sentence) else { return nil }
    return (nameEnd(behind: best.end, in: sentence), best.agency)
  }

  /// Whether a further noun follows, so that the one before only describes it: "military budget", "army-run hotel".
  static func goesOn(_ end: Int, in sentence: Sentence) -> Bool {
    if sentence.isHyphen(end) { return true }
    guard sentence.isWord(end), !sentence.tokens[end].isCapitalized else { return false }
    guard sentence.grammar(end) == .none, !PredicateScan.isAdverb(end, in: sentence) else { return false }
    if sentence.isMoneyNoun(end) { return true }
    let others: Roles = [.status, .stop, .follower, .movement, .clauseBreak, .month, .timeOrder, .perAdverb]
    return sentence.lacks(end, others, .frame) && !endsAsVerb(end, in: sentence)
  }

  /// "said", "worked", "wants": more likely a verb than a noun behind a subject.
  private static func endsAsVerb(_ index: Int, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[index]
    let length = token.end - token.start
    guard length > 2 else { return true }
    let last = sentence.text[token.end - 1]
    let before = sentence.text[token.end - 2]
    return last == UInt8(ascii: "d") && before == UInt8(ascii: "e")
      || last == UInt8(ascii: "s") && before != UInt8(ascii: "r")
  }

  /// Past the name behind a title: "Russian Defense Minister Sergey Ivanov".
  static func nameEnd(behind end: Int, in sentence: Sentence) -> Int {
    guard sentence.parts(end - 1).contains(.title) else { return end }
    var end = end
    while sentence.isWord(end), sentence.tokens[end].isCapitalized, sentence.tokens[end].isSpaced { end += 1 }
    return end
  }

  /// Whether a token may be an adjective between a name and its noun.
  private static func isAdjective(_ index: Int, in sentence: Sentence) -> Bool {
    if sentence.isHyphen(index) { return true }
    return sentence.grammar(index) == .none && !sentence.isNumber(index)
      && sentence.lacks(index, [.kind, .status], [.frame, .thing, .reference])
  }

  /// Whether a word behind a demonym is a noun it describes.
  static func isNoun(_ index: Int, in sentence: Sentence) -> Bool {
    guard sentence.isWord(index) else { return false }
    guard sentence.grammar(index) == .none else { return false }
    return !sentence.parts(index).contains(.frame) || sentence.isMoneyNoun(index)
  }

  /// "the municipality of" and a name.
  private static func municipality(_ phrase: PartyPhrase, in sentence: Sentence) -> PartyPhrase? {
    let start = phrase.tokens.lowerBound - 2
    guard start >= 0, sentence.grammar(start + 1) == .of, sentence.parts(start).contains(.organisation) else {
      return nil
    }
    var whole = phrase
    whole.tokens = start..<phrase.tokens.upperBound
    whole.naming = .run(whole.tokens)
    return whole
  }

  /// "American, Cypriot and other": a singular without "the" names no nation.
  static func isBareAdjective(_ tokens: Range<Int>, in sentence: Sentence) -> Bool {
    let last = sentence.tokens[tokens.upperBound - 1]
    return sentence.text[last.end - 1] != UInt8(ascii: "s") && sentence.grammar(tokens.lowerBound - 1) != .article
  }

  /// Whether a thing stands behind a demonym, adjectives between.
  static func isThing(_ start: Int, in sentence: Sentence) -> Bool {
    (start..<(start + 3)).contains { sentence.parts($0).contains(.thing) }
  }

  /// Whether a noun behind a demonym, adjectives between, means people.
  static func isPersons(_ start: Int, in sentence: Sentence) -> Bool {
    var index = start
    while index < start + 3, isAdjective(index, in: sentence) {
      if sentence.parts(index).contains(.person) { return true }
      index += 1
    }
    return sentence.parts(index).contains(.person)
  }

  /// A party with the noun and "of" before it; nil where none stands there.
  static func whole(before phrase: PartyPhrase, last: PartyPhrase?, in sentence: Sentence) -> PartyPhrase? {
    if case .run = phrase.naming { return municipality(phrase, in: sentence) }
    guard case .known = phrase.naming, !phrase.isPossessive || phrase.isPlace else { return nil }
    var link = phrase.tokens.lowerBound - 1
    while link > 0, sentence.grammar(link) == .article { link -= 1 }
    guard link > 0, sentence.grammar(link) == .of || sentence.grammar(link) == .in && phrase.isPlace else { return nil }
    if let last, last.tokens.upperBound == link, case .body = last.naming {
      var whole = phrase
      whole.tokens = last.tokens.lowerBound..<phrase.tokens.upperBound
      whole.agency = last.agency
      whole.isPlace = false
      whole.isModifier = false
      return whole
    }
    guard let head = sentence.phrase(before: link, .head), sentence.isDefinite(head.start) || head.start == 0,
      sentence.grammar(link) == .of || sentence.context(head.start).reference == .state
    else { return nil }
    var whole = phrase
    whole.tokens = head.start..<phrase.tokens.upperBound
    whole.isPlace = false
    whole.isModifier = false
    return whole
  }
}
