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
      .init(unchanged: "She counted five shells and ten stones."),
    ])

  static func reading(in sentence: Sentence, at index: Int) -> Reading? {
    guard
      let major = sentence.amount(at: index),
      let mark = major.mark, mark.divisorPower == 0, let whole = major.amount.lower
    else { return nil }
    var next = major.tokens.upperBound
    if sentence.roles(next).contains(.and) { next += 1 }
    if let spoken = spoken(major, whole, mark, at: next, in: sentence) { return spoken }
    guard let number = NumberReader.number(in: sentence, at: next),
      let minor = CurrencyReader.suffix(in: sentence, at: number.end), minor.divisorPower > 0,
      minor.agrees(with: mark, sentence.lexicon), let part = AmountArithmetic.major(number.value, minor),
      part < ExactDecimal(integer: 1),
      let sum = try? whole.adding(part)
    else { return nil }
    var joined = mark
    joined.repeated = minor.word
    let digits = major.amount.significantDigits + number.significantDigits
    return make(index..<minor.end, Amount(point: sum, significantDigits: digits), mark: joined)
  }

  /// "thirteen dollars forty five": the subunit left out, at the end of a clause.
  private static func spoken(
    _ major: Reading, _ whole: ExactDecimal, _ mark: CurrencyMark, at next: Int, in sentence: Sentence
  ) -> Reading? {
    guard mark.form == .word, whole.scale == 0, major.scale == 1,
      let number = NumberReader.number(in: sentence, at: next), number.scale == 1,
      number.value >= ExactDecimal(integer: 10), number.value < ExactDecimal(integer: 100), number.value.scale == 0,
      number.end >= sentence.count || sentence.isMark(number.end, UInt8(ascii: "."))
        || sentence.isMark(number.end, UInt8(ascii: ",")),
      let part = try? number.value.scaled(byPowerOfTen: -2), let sum = try? whole.adding(part)
    else { return nil }
    let digits = major.amount.significantDigits + number.significantDigits
    return make(major.tokens.lowerBound..<number.end, Amount(point: sum, significantDigits: digits), mark: mark)
  }
}
