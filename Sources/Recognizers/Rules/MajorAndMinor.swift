// "five dollars and ten cents", "3 GBP 1 pence": one amount in two units.
import Model

enum MajorAndMinor: AmountRule {
  static let specificity = 50
  static let rule = RuleDescription(
    id: "major-and-minor", stage: .recognize,
    summary: "An amount in the major unit followed by one in its subunit: one amount.",
    examples: [
      .init("It sold for five dollars and ten cents.", "five dollars and ten cents = 5.1 USD"),
      .init("The fare is 3 GBP 20 pence.", "3 GBP 20 pence = 3.2 GBP"),
      .init("It only cost thirteen dollars forty five.", "thirteen dollars forty five = 13.45 USD"),
      .init("They want 15 USD 50 more.", "15 USD 50 = 15.5 USD"),
      .init("He asked two dollars and a half.", "two dollars and a half = 2.5 USD"),
      .init(unchanged: "She counted five shells and ten stones."),
    ])

  static let beginnings: Beginnings = [.number, .currency, .mark]
  static let needsCurrency = true

  static func reading(in sentence: Sentence, at index: Int) -> Reading? {
    if let read = aroundCode(in: sentence, at: index) { return read }
    guard let end = sentence.amountEnd(at: index), mayGoOn(at: end, in: sentence),
      let major = sentence.amount(at: index),
      let mark = major.mark, mark.divisorPower == 0, let whole = major.amount.lower, whole.scale == 0
    else { return nil }
    var next = major.tokens.upperBound
    let isComma = mark.form == .word && sentence.isMark(next, UInt8(ascii: ","))
    if isComma { next += 1 }
    if sentence.roles(next).contains(.and) { next += 1 }
    if let spoken = spoken(major, whole, mark, at: next, in: sentence) { return spoken }
    if let parted = withFraction(major, whole, mark, in: sentence) { return parted }
    guard let number = NumberReader.number(in: sentence, at: next),
      let minor = CurrencyReader.suffix(in: sentence, at: number.end), minor.divisorPower > 0,
      minor.agrees(with: mark, sentence.lexicon), let part = AmountArithmetic.major(number.value, minor),
      part < ExactDecimal(integer: 1), !isComma || !isListed(minor.end, in: sentence),
      let sum = try? whole.adding(part)
    else { return nil }
    var joined = mark
    joined.repeated = minor.word
    let digits = major.amount.significantDigits + number.significantDigits
    return make(index..<minor.end, Amount(point: sum, significantDigits: digits), mark: joined)
  }

  /// Whether a second unit or a fraction may stand behind the first.
  private static func mayGoOn(at index: Int, in sentence: Sentence) -> Bool {
    sentence.roles(index).contains(.and) || sentence.isMark(index, UInt8(ascii: ","))
      || NumberReader.mayBegin(sentence.tokens[index])
  }

  /// "thirteen dollars forty five": the subunit left out, at the end of a clause.
  private static func spoken(
    _ major: Reading, _ whole: ExactDecimal, _ mark: CurrencyMark, at next: Int, in sentence: Sentence
  ) -> Reading? {
    // "$20 43" as a text of its own; in a sentence the second number would be another thing's.
    guard mark.form == .word || mark.form == .sign && next == major.tokens.upperBound,
      whole.scale == 0, major.scale <= 100, let number = hundredths(in: sentence, at: next),
      mark.form == .word || !sentence.tokens[next].isSpaced || sentence.isWhole(major.tokens.lowerBound..<number.end),
      !sentence.tokens[next].isSpaced || endsClause(number.end, in: sentence),
      let part = try? number.value.scaled(byPowerOfTen: -2), let sum = try? whole.adding(part)
    else { return nil }
    let digits = major.amount.significantDigits + number.significantDigits
    return make(major.tokens.lowerBound..<number.end, Amount(point: sum, significantDigits: digits), mark: mark)
  }

  /// "15 USD 50", "15 USD 50 more": the code in the place of the decimal point.
  private static func aroundCode(in sentence: Sentence, at index: Int) -> Reading? {
    guard let whole = sentence.digits(index), !sentence.isYear(index), index + 2 < sentence.count,
      NumberReader.mayBegin(sentence.tokens[index + 2]), sentence.tokens[index + 1].isSpaced,
      sentence.tokens[index + 2].isSpaced,
      let mark = CurrencyReader.prefix(in: sentence, at: index + 1),
      mark.form == .code || sentence.isWhole(index..<index + 3), mark.end == index + 2,
      let number = hundredths(in: sentence, at: index + 2), number.isDigits,
      endsClause(number.end, in: sentence) || sentence.roles(number.end).contains(.timeFiller),
      let part = try? number.value.scaled(byPowerOfTen: -2), let sum = try? part.adding(ExactDecimal(integer: whole))
    else { return nil }
    return make(index..<number.end, Amount(point: sum, significantDigits: 4), mark: mark)
  }

  /// "two dollars and a half", of the dollar.
  private static func withFraction(
    _ major: Reading, _ whole: ExactDecimal, _ mark: CurrencyMark, in sentence: Sentence
  ) -> Reading? {
    let and = major.tokens.upperBound
    guard mark.form == .word, major.scale <= 100, sentence.roles(and).contains(.and),
      let part = FractionNumber.behindAnd(in: sentence, at: and), !part.isRounded,
      !sentence.roles(part.end).contains(.of),
      endsClause(part.end, in: sentence) || sentence.roles(part.end).contains(.follower),
      let sum = try? whole.adding(part.value)
    else { return nil }
    let digits = major.amount.significantDigits + 1
    return make(major.tokens.lowerBound..<part.end, Amount(point: sum, significantDigits: digits), mark: mark)
  }

  /// Whether a list goes on behind an amount.
  private static func isListed(_ end: Int, in sentence: Sentence) -> Bool {
    sentence.isMark(end, UInt8(ascii: ",")) || !sentence.roles(end).isDisjoint(with: [.and, .or])
  }

  /// A whole number from 10 to 99.
  private static func hundredths(in sentence: Sentence, at index: Int) -> NumberPhrase? {
    guard let number = NumberReader.number(in: sentence, at: index), number.scale == 1, number.value.scale == 0,
      number.value >= ExactDecimal(integer: 10), number.value < ExactDecimal(integer: 100)
    else { return nil }
    return number
  }

  private static func endsClause(_ index: Int, in sentence: Sentence) -> Bool {
    index >= sentence.count || sentence.isMark(index, UInt8(ascii: ".")) || sentence.isMark(index, UInt8(ascii: ","))
  }
}
