// Words that are sometimes money and sometimes not: pounds of weight, "won" the verb, dollar stores.
import Model

enum CurrencyTraps {
  /// Whether letters before or behind a number are its currency: "Fr 8.30", "COP26", "801812C1" and "1080p" are not.
  static func areLetters(_ mark: CurrencyMark, theCurrencyOf number: NumberPhrase, in sentence: Sentence) -> Bool {
    guard isOfLetters(mark, in: sentence) else { return true }
    let end = max(mark.end, number.end)
    if end < sentence.count, !sentence.tokens[end].isSpaced, sentence.isSpacedWord(end) || sentence.isNumber(end) {
      return false
    }
    if isTailOfName(min(mark.start, number.start), in: sentence) { return false }
    if isApart(mark, number, in: sentence) { return false }
    if mark.end == mark.start + 1, sentence.tokens[mark.start].end - sentence.tokens[mark.start].start == 1 {
      let isCapital = sentence.text[sentence.tokens[mark.start].start] < 0x61
      return isCapital ? mark.end == number.start : isSmallChange(number, mark, in: sentence)
    }
    let isDoubtful =
      sentence.roles(mark.start).contains(.ambiguous)
      || sentence.lexicon.currencyWords[Int(mark.word)].isCapitalsOnly
    guard isDoubtful, mark.multiplier == 1,
      !sentence.isWhole(min(mark.start, number.start)..<max(mark.end, number.end))
    else { return true }
    if sentence.isMark(end, UInt8(ascii: ":")), sentence.isNumber(end + 1) { return false }
    if sentence.isYear(number.start) { return false }
    // "COP26", "MT7 220" and "SDG 2" are names; "KES 750" and "350 WST" are not.
    let isGlued = mark.start < number.start && !sentence.tokens[number.start].isSpaced
    if isWeighty(number, in: sentence) { return !isGlued || !isSpacedOut(number, in: sentence) }
    if mark.form == .sign, mark.start < number.start, isPaid(mark.start, in: sentence) { return true }
    guard mark.form == .code, !isGlued else { return false }
    if mark.start > number.start { return !sentence.isDescribing(mark.end) }
    return number.value >= ExactDecimal(integer: 50) || isPriced(mark.start, number.end, in: sentence)
  }

  /// Whether a verb of paying or costing stands before a token, with at most hedges and articles between: "cost about
  /// 250 won".
  static func isPaid(_ start: Int, in sentence: Sentence) -> Bool {
    var index = start
    for _ in 0..<3 {
      let before = sentence.roles(index - 1)
      if before.contains(.moneyVerb) { return true }
      guard let skipped = sentence.phrase(before: index, .hedge) ?? sentence.phrase(before: index, .filler) else {
        return false
      }
      index = skipped.start
    }
    return false
  }

  /// Groups set apart by spaces.
  private static func isSpacedOut(_ number: NumberPhrase, in sentence: Sentence) -> Bool {
    number.scale == 1 && sentence.isNumber(number.start) && sentence.bytes(number.start).contains(0x20)
  }

  /// Whether digits glued behind a capital are money: with a scale word or groups, "R2.1bn" and "P1,500", or for the
  /// rand, whose roads and models are numbered so too, beside words of price: "from R850 per night".
  static func isMoney(behindLetter index: Int, in sentence: Sentence) -> Bool {
    guard index == 0 || sentence.tokens[index].isSpaced || sentence.isMark(index - 1, UInt8(ascii: "(")),
      let number = NumberReader.number(in: sentence, at: index + 1)
    else { return false }
    let next = number.end
    if next < sentence.count, !sentence.tokens[next].isSpaced, sentence.isWord(next) || sentence.isHyphen(next) {
      return false
    }
    if isPaid(index, in: sentence) { return true }
    if !sentence.tokens[index + 1].isSpaced {
      if number.scale >= 1_000_000 { return true }
      if sentence.bytes(index + 1).contains(UInt8(ascii: ",")), number.value >= ExactDecimal(integer: 1000) {
        return true
      }
    }
    let isRand = sentence.text[sentence.tokens[index].start] == UInt8(ascii: "R")
    if isRand, sentence.bytes(index + 1).contains(UInt8(ascii: ",")), number.value.scale == 0 { return true }
    guard isRand, !sentence.isDescribing(next) else {
      return false
    }
    return number.value.scale == 2 || isPriced(index, next, in: sentence)
  }

  /// Whether words of price stand around: "for QAR 20", "a fine of R500", "R95 a night".
  private static func isPriced(_ start: Int, _ end: Int, in sentence: Sentence) -> Bool {
    if PerPhrase.unit(after: end, in: sentence) != nil { return true }
    let before = sentence.roles(start - 1)
    if !before.isDisjoint(with: [.moneyVerb, .moneyNoun, .hedge, .priceWord, .from, .to]) { return true }
    if before.contains(.kind) { return [.cost, .price, .rent].contains(sentence.lexeme(start - 1).kind) }
    return before.contains(.of) && !sentence.roles(start - 2).isDisjoint(with: [.moneyNoun, .moneyVerb, .kind])
  }

  private static func isOfLetters(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[mark.start]
    return mark.form != .word && sentence.text[token.start..<token.end].allSatisfy { Bytes.isLetter($0) || $0 == 0x2E }
  }

  private static func isTailOfName(_ start: Int, in sentence: Sentence) -> Bool {
    guard start > 0, !sentence.tokens[start].isSpaced else { return false }
    return sentence.isDash(start - 1) && sentence.isWord(start - 2) || sentence.isNumber(start - 1)
  }

  /// A line break between a number and the letters behind it: two cells of a list, not one amount.
  private static func isApart(_ mark: CurrencyMark, _ number: NumberPhrase, in sentence: Sentence) -> Bool {
    guard mark.start >= number.end, mark.start > 0 else { return false }
    return sentence.text[sentence.tokens[mark.start - 1].end..<sentence.tokens[mark.start].start].contains(0x0A)
  }

  private static let videoLines = [144, 240, 360, 480, 576, 720].map { ExactDecimal(integer: $0) }

  /// "50p", "99c": fewer than a thousand, no line count of a video, no label ("Figure 2c", a line that begins "4.3c
  /// Results") and no temperature.
  private static func isSmallChange(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard number.value < ExactDecimal(integer: 1000), !videoLines.contains(number.value) else { return false }
    if number.start == 0, sentence.isDescribing(mark.end), sentence.tokens[mark.end].isCapitalized { return false }
    return !(max(0, number.start - 3)..<number.start).contains { sentence.roles($0).contains(.label) }
  }

  /// Whether a number with a currency word behind it is money, as far as the sentence tells.
  static func areAvoided(by number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard areLetters(mark, theCurrencyOf: number, in: sentence) else { return false }
    guard mark.form == .word else {
      return isCodeInPlace(mark, in: sentence) && !Idioms.isOpinion(number, mark, in: sentence)
    }
    // "20 grand", not "20 grand pianos".
    if mark.multiplier == 1000, mark.isHyphenated || sentence.isDescribing(mark.end) { return false }
    // "weighing one drachma", not "lost 20 dollars"
    let before = sentence.roles(number.start - 1)
    if before.contains(.weight), before.isDisjoint(with: [.shift, .movement]), number.scale < 1000 { return false }
    if isWeight(number, mark, in: sentence) { return false }
    if isPriceYear(number, mark, in: sentence) || isNamed(number, mark, in: sentence) { return false }
    if isAttributive(number, mark, in: sentence) || Idioms.contain(number, mark, in: sentence) { return false }
    if sentence.roles(mark.start).contains(.nameToo), number.scale == 1, mark.adjective < 0 {
      return !sentence.tokens[mark.start].isCapitalized && !sentence.isDescribing(mark.end)
    }
    return !isAmbiguous(mark, in: sentence) || isWeighty(number, in: sentence) || mark.adjective >= 0
      || isPaid(number.start, in: sentence)
  }

  /// "in 2008 dollars", "constant 2015 US dollars", "(2015 dollars)", "the 2016 euro crisis": a year, no count.
  private static func isPriceYear(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard number.scale == 1, sentence.isYear(number.start) else { return false }
    let before = number.start - 1
    if sentence.isMark(before, UInt8(ascii: "(")), sentence.isMark(mark.end, UInt8(ascii: ")")) { return true }
    let roles = sentence.roles(before)
    if roles.contains(.to) || !roles.isDisjoint(with: [.and, .or, .article]) || sentence.string(before, is: "the") {
      return sentence.isDescribing(mark.end)
    }
    return !roles.isDisjoint(with: [.priceYear, .month])
  }

  /// "5 Dong Road": a currency word that a name begins with.
  private static func isNamed(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    let word = sentence.tokens[mark.end - 1]
    guard number.scale == 1, mark.end == mark.start + 1, word.isCapitalized, !word.isAllCapitals,
      sentence.isDescribing(mark.end), sentence.tokens[mark.end].isCapitalized,
      !["USD", "EUR", "GBP"].contains(mark.candidates(sentence.lexicon).first)
    else { return false }
    return sentence.roles(mark.end).isDisjoint(with: [.kind, .moneyNoun])
  }

  /// "110.11 ¥/$", "0.85 GBP/USD": so many of one currency to one of another.
  private static func isRate(_ slash: Int, in sentence: Sentence) -> Bool {
    guard sentence.isMark(slash, UInt8(ascii: "/")), !sentence.tokens[slash].isSpaced, slash + 1 < sentence.count,
      !sentence.tokens[slash + 1].isSpaced, !sentence.isNumber(slash + 2)
    else { return false }
    return sentence.tokens[slash + 1].kind == .sign || sentence.roles(slash + 1).contains(.currency)
  }

  /// "1 PM to 5 CET": a code must be of the text's own making, not the tail of a hyphenated name.
  private static func isCodeInPlace(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard mark.form != .code || !sentence.isHyphen(mark.end) else { return false }
    return !isRate(mark.end, in: sentence)
  }

  /// Pounds beside words of weight, "pounds of" something, or "a 10-pound bag".
  private static func isWeight(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard mark.isShared(sentence.lexicon), mark.divisorPower == 0, mark.adjective < 0, mark.multiplier == 1,
      sentence.lexicon.currencyWords[Int(mark.word)].candidates.contains("GBP")
    else { return false }
    if sentence.roles(number.start - 1).contains(.weight), number.scale < 1000 { return true }
    let isOfMoney = isMoney(from: mark.end, in: sentence)
    if mark.isHyphenated, number.scale < 1000 { return !isOfMoney }
    if sentence.roles(mark.end).contains(.of) { return !isOfMoney }
    if sentence.reads(mark.start, "pound"), number.value != ExactDecimal(integer: 1),
      number.scale < 1000,
      sentence.isWord(mark.end), !sentence.roles(mark.end).contains(.follower)
    {
      return !isOfMoney
    }
    return number.scale < 1_000_000 && isWeighed(number.start, mark.end, in: sentence)
  }

  /// Whether what pounds are of, or are, is money: "of public money", "fine".
  private static func isMoney(from end: Int, in sentence: Sentence) -> Bool {
    let start = sentence.roles(end).contains(.of) ? end + 1 : end
    for index in start..<start + 6 {
      let roles = sentence.roles(index)
      if !roles.isDisjoint(with: [.moneyNoun, .moneyVerb]) { return true }
      guard sentence.isWord(index) || sentence.isHyphen(index), !roles.contains(.to),
        roles.isDisjoint(with: .follower) || roles.contains(.filler)
      else { return false }
    }
    return false
  }

  /// A word of weight nearby, with no word of money nearer before the number.
  private static func isWeighed(_ start: Int, _ end: Int, in sentence: Sentence) -> Bool {
    for index in stride(from: start - 1, through: max(0, start - 8), by: -1) {
      let roles = sentence.roles(index)
      if roles.contains(.weight) { return true }
      if roles.contains(.moneyVerb) { return false }
    }
    return (end..<max(end, min(sentence.count, end + 6))).contains { sentence.roles($0).contains(.weight) }
  }

  /// "20 dollar stores": a singular word for a plural number, followed by a noun.
  private static func isAttributive(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard !mark.isHyphenated, number.scale == 1, mark.end == mark.start + 1, sentence.isWord(mark.end) else {
      return false
    }
    let next = sentence.roles(mark.end)
    return sentence.reads(mark.start, "dollar") && !next.contains(.follower) && !next.contains(.per)
      && sentence.bytes(mark.end).last == UInt8(ascii: "s")
  }

  private static func isAmbiguous(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    (mark.start..<mark.end).contains { sentence.roles($0).contains(.ambiguous) }
  }

  /// A number that is itself the kind money comes in: thousands, grouped, or with a scale.
  private static func isWeighty(_ number: NumberPhrase, in sentence: Sentence) -> Bool {
    number.scale > 1 || number.value >= ExactDecimal(integer: 1000) || number.value.scale > 0
  }
}
