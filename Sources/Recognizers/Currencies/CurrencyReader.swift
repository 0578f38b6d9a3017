// Finds the currency before or after a number.
import Model

enum CurrencyReader {
  /// The currency that begins at a token and belongs to the number that ends there: "dollars", "American cents",
  /// "-dollar", "€", "USD".
  static func suffix(in sentence: Sentence, at index: Int) -> CurrencyMark? {
    var start = index
    var isHyphenated = false
    if sentence.isHyphen(index) {
      start += 1
      isHyphenated = true
    }
    guard start < sentence.count else { return nil }
    if let mark = sign(in: sentence, at: start) {
      guard !isHyphenated, belongsToNumberBefore(mark, in: sentence) else { return nil }
      return withWordBehind(withTrailingAdjective(mark, sentence), sentence)
    }
    if let mark = word(in: sentence, at: start), !isAdjective(mark, in: sentence) {
      guard mark.form == .word || belongsToNumberBefore(mark, in: sentence) else { return nil }
      return withTrailingAdjective(mark, sentence).hyphenated(isHyphenated)
    }
    guard let adjective = sentence.phrase(at: start, .adjective),
      let mark = word(in: sentence, at: adjective.end) ?? sign(in: sentence, at: adjective.end)
    else { return nil }
    var joined = mark
    joined.start = start
    joined.adjective = adjective.lexeme.adjective
    return joined.hyphenated(isHyphenated)
  }

  /// "guinea francs": a coin's name that is a country's too, before another currency's.
  private static func isAdjective(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    mark.form == .word && sentence.roles(mark.start).contains(.adjective)
      && sentence.roles(mark.end).contains(.currency) && sentence.isWord(mark.end)
  }

  /// The currency that begins at a token and stands before a number: "$", "US $", "EUR", "usd$", "ringgit".
  static func prefix(in sentence: Sentence, at index: Int) -> CurrencyMark? {
    guard index < sentence.count else { return nil }
    if let mark = sign(in: sentence, at: index) { return withGluedAdjective(mark, sentence) }
    guard sentence.isWord(index) else { return nil }
    if let mark = letterSign(in: sentence, at: index) { return mark }
    if let mark = prefixedSign(in: sentence, at: index) { return mark }
    guard let found = sentence.phrase(at: index, .currency) else { return nil }
    var mark = CurrencyMark(start: index, end: found.end, word: found.lexeme.currencyWord, in: sentence.lexicon)
    let isCode = mark.form == .code && isWellCased(mark, in: sentence)
    guard isCode || found.lexeme.roles.contains(.prefixed) || standsForSign(mark, in: sentence) else { return nil }
    // "usd$ 15": the sign repeats the code.
    if isCode, let repeated = sign(in: sentence, at: mark.end), !sentence.tokens[mark.end].isSpaced {
      mark.end = repeated.end
    }
    return mark
  }

  /// A sign or code between two numbers belongs to the one it touches, else to the one before it only where the other
  /// has a currency of its own behind it: "in 2019 $500", "10 $ 30 $".
  private static func belongsToNumberBefore(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard sentence.tokens[mark.start].isSpaced, sentence.isNumber(mark.end), !endsItsLine(mark, in: sentence) else {
      return isPlainSign(mark, in: sentence)
    }
    guard sentence.tokens[mark.end].isSpaced else { return false }
    let next = mark.end + 1
    return next < sentence.count
      && (sentence.tokens[next].kind == .sign || sentence.isWord(next) && sentence.roles(next).contains(.currency))
  }

  /// A line break behind a sign that has its number before it, or behind a code: the next line's number is not its own.
  static func endsItsLine(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard mark.end < sentence.count, sentence.tokens[mark.end].isSpaced, sentence.isNumber(mark.start - 1) else {
      return false
    }
    return sentence.hasBreak(before: mark.end) && !sentence.hasBreak(before: mark.start)
  }

  /// "250 CFA francs": a sign and the word it shortens.
  private static func withWordBehind(_ mark: CurrencyMark, _ sentence: Sentence) -> CurrencyMark {
    guard sentence.tokens[mark.start].isSpaced, let behind = word(in: sentence, at: mark.end),
      behind.form == .word, behind.agrees(with: mark, sentence.lexicon)
    else { return mark }
    var joined = mark
    joined.end = behind.end
    joined.repeated = behind.word
    joined.form = .word
    return joined
  }

  /// Signs of two capitals ("FG", "KD") are too often something else to stand apart behind a small number, unless
  /// nothing follows that they could belong to.
  private static func isPlainSign(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[mark.start]
    guard mark.form == .sign, token.isSpaced, token.end - token.start <= 2 else { return true }
    let letters = sentence.bytes(mark.start)
    guard letters.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else { return true }
    if sentence.isWord(mark.start - 1) || sentence.isWhole(0..<mark.end) && mark.end <= 4 { return true }
    if sentence.roles(mark.start).contains(.ambiguous) { return CurrencyTraps.isPaid(mark.start - 1, in: sentence) }
    return !sentence.isDescribing(mark.end)
  }

  /// "dollar 22.5 million": a word in the place of the sign, before digits with a scale, and itself counted by nothing.
  private static func standsForSign(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard mark.form == .word, mark.divisorPower == 0, !sentence.roles(mark.start).contains(.ambiguous),
      sentence.isNumber(mark.end), !sentence.isYear(mark.end),
      !sentence.isNumber(mark.start - 1), sentence.roles(mark.start - 1).isDisjoint(with: .spelled)
    else { return false }
    return !sentence.roles(mark.end + 1).isDisjoint(with: [.scale, .scaleAbbreviation])
  }

  private static func sign(in sentence: Sentence, at index: Int) -> CurrencyMark? {
    guard index < sentence.count, sentence.tokens[index].kind == .sign else { return nil }
    return CurrencyMark(start: index, end: index + 1, word: sentence.lexeme(index).currencyWord, in: sentence.lexicon)
  }

  /// A currency word or code that may follow a number.
  private static func word(in sentence: Sentence, at index: Int) -> CurrencyMark? {
    guard sentence.isWord(index), let found = sentence.phrase(at: index, .currency) else { return nil }
    let mark = CurrencyMark(start: index, end: found.end, word: found.lexeme.currencyWord, in: sentence.lexicon)
    let token = sentence.tokens[index]
    if token.end - token.start == 1, token.isSpaced || !sentence.isNumber(index - 1) { return nil }
    guard isWellCased(mark, in: sentence) else { return nil }
    return withDot(mark, sentence)
  }

  /// "320 млн руб. пойдут": the dot of an abbreviation inside a sentence belongs to it.
  private static func withDot(_ mark: CurrencyMark, _ sentence: Sentence) -> CurrencyMark {
    let dot = mark.end
    guard sentence.roles(dot - 1).contains(.abbreviation), sentence.isMark(dot, UInt8(ascii: ".")),
      !sentence.tokens[dot].isSpaced, sentence.isWord(dot + 1), !sentence.tokens[dot + 1].isCapitalized
    else { return mark }
    var dotted = mark
    dotted.end = dot + 1
    return dotted
  }

  /// Codes that are also English words count only in capitals; other codes in capitals or small letters, "Usd" only
  /// for the few that are written so.
  private static func isWellCased(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[mark.start]
    if token.isAllCapitals { return true }
    let word = sentence.lexicon.currencyWords[Int(mark.word)]
    guard word.form == .code else { return true }
    if word.isCapitalsOnly { return false }
    return !token.isCapitalized || word.candidates.contains { ["USD", "EUR", "GBP", "CHF"].contains($0) }
  }

  /// "R850 per night", "P1.5 billion": a capital glued to a number that is plainly money.
  private static func letterSign(in sentence: Sentence, at index: Int) -> CurrencyMark? {
    guard sentence.isLetterSign(index), CurrencyTraps.isMoney(behindLetter: index, in: sentence) else { return nil }
    let word = sentence.lexicon.letterSign(sentence.text[sentence.tokens[index].start])
    return CurrencyMark(start: index, end: index + 1, word: word, in: sentence.lexicon)
  }

  /// "US $ 150", "hk $ 10", "c $ 16": letters set off from the sign they belong to.
  private static func prefixedSign(in sentence: Sentence, at index: Int) -> CurrencyMark? {
    let next = index + 1
    guard next < sentence.count, sentence.tokens[next].kind == .sign else { return nil }
    let letters = sentence.text[sentence.tokens[index].start..<sentence.tokens[index].end]
    let sign = sentence.text[sentence.tokens[next].start..<sentence.tokens[next].end]
    let isArticle = sentence.roles(index).contains(.article)
    let isPossessive = index > 0 && !sentence.tokens[index].isSpaced && sentence.tokens[index - 1].kind == .mark
    if letters.count <= 3, !isArticle, !isPossessive {
      let joined = letters.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 } + Array(sign)
      if let known = sentence.lexicon.signs.sign(spelled: joined) {
        let word = sentence.lexicon.lexemes[Int(known.lexeme)].currencyWord
        return CurrencyMark(start: index, end: next + 1, word: word, in: sentence.lexicon)
      }
    }
    guard let adjective = sentence.phrase(at: index, .adjective), adjective.end == next,
      var mark = Self.sign(in: sentence, at: next)
    else { return nil }
    mark.adjective = adjective.lexeme.adjective
    // "Japan ¥5bn" names who pays; initials ("US $5") name the currency.
    guard mark.isFixedByAdjective(sentence.lexicon), sentence.tokens[index].isAllCapitals else { return nil }
    mark.start = index
    return mark
  }

  /// "$US113 trillion": letters behind the sign, before the number.
  private static func withGluedAdjective(_ mark: CurrencyMark, _ sentence: Sentence) -> CurrencyMark {
    let next = mark.end
    guard sentence.isWord(next), !sentence.tokens[next].isSpaced, sentence.tokens[next].isAllCapitals,
      sentence.roles(next).contains(.adjective)
    else { return mark }
    var joined = mark
    joined.adjective = sentence.lexeme(next).adjective
    joined.end = next + 1
    return joined.isFixedByAdjective(sentence.lexicon) ? joined : mark
  }

  /// "75 $ U.S.", "долларов США": initials that follow; "$5 million Canadian", where the adjective describes nothing
  /// else.
  static func withTrailingAdjective(_ mark: CurrencyMark, _ sentence: Sentence) -> CurrencyMark {
    guard mark.adjective < 0, sentence.isWord(mark.end),
      sentence.tokens[mark.end].end - sentence.tokens[mark.end].start > 1,
      let adjective = sentence.phrase(at: mark.end, .adjective),
      sentence.tokens[mark.end].isAllCapitals
        || sentence.tokens[mark.end].isCapitalized && !sentence.isDescribing(adjective.end)
    else { return mark }
    var joined = mark
    joined.adjective = adjective.lexeme.adjective
    guard joined.isFixedByAdjective(sentence.lexicon) else { return mark }
    joined.end = adjective.end
    return joined
  }
}

extension CurrencyMark {
  fileprivate func hyphenated(_ isHyphenated: Bool) -> CurrencyMark {
    var mark = self
    mark.isHyphenated = isHyphenated
    return mark
  }
}
