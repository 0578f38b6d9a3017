// "was ($99.99)", "Net income: ($5.2) million", "(1,234) USD", "negative $5 million": amounts below zero in accounts.
import Model

enum NegativeAmount: AmountRule {
  static let specificity = 70
  static let rule = RuleDescription(
    id: "negative-amount", stage: .recognize,
    summary: "An amount that brackets or a word make negative; brackets around an aside do not.",
    examples: [
      .init("The net result was ($99.99).", "($99.99) = -99.99 USD"),
      .init("Cash flow: (€5.2) million.", "(€5.2) million = -5200000 EUR"),
      .init("The branch booked (1,234.50) USD.", "(1,234.50) USD = -1234.5 USD"),
      .init("It has negative €3 million of equity.", "negative €3 million = -3000000 EUR"),
      .init("The mattress ($499) was sold.", "$499 = 499 USD"),
      .init("He shall pay two (2) dollars.", "two (2) dollars = 2 USD"),
    ])

  static let beginnings: Beginnings = [.mark, .negative]
  static let needsCurrency = true

  static func reading(in sentence: Sentence, at index: Int) -> Reading? {
    if sentence.roles(index).contains(.negative) { return worded(in: sentence, at: index) }
    guard sentence.isMark(index, UInt8(ascii: "(")) else { return nil }
    if let amount = sentence.amount(at: index + 1) { return bracketed(amount, from: index, in: sentence) }
    return numberOnly(in: sentence, at: index)
  }

  /// "negative $5 million"; "minus" only where nothing stands before it to subtract from.
  private static func worded(in sentence: Sentence, at index: Int) -> Reading? {
    let isSure = sentence.lexeme(index).value > 0
    guard isSure || isComplement(index, in: sentence), let amount = sentence.amount(at: index + 1),
      let value = amount.amount.lower, amount.amount.isPoint, value > .zero
    else { return nil }
    return negative(value, of: amount, index..<amount.tokens.upperBound)
  }

  /// "($99.99)" and "($5.2) million", where the sentence leaves the place of the amount to the brackets.
  private static func bracketed(_ amount: Reading, from index: Int, in sentence: Sentence) -> Reading? {
    let close = amount.tokens.upperBound
    guard amount.tokens.lowerBound == index + 1, sentence.isMark(close, UInt8(ascii: ")")), amount.amount.isPoint,
      var value = amount.amount.lower, value > .zero, isComplement(index, in: sentence)
    else { return nil }
    var end = close + 1
    if amount.scale == 1, let scaled = AmountArithmetic.scaled(value, byWordAt: end, in: sentence) {
      (value, end) = (scaled.value, scaled.end)
    }
    return negative(value, of: amount, index..<end)
  }

  /// "(1,234.50) USD": brackets around the digits alone, of a number that labels and restates nothing.
  private static func numberOnly(in sentence: Sentence, at index: Int) -> Reading? {
    guard let number = NumberReader.number(in: sentence, at: index + 1), number.isDigits,
      sentence.isMark(number.end, UInt8(ascii: ")")),
      let mark = CurrencyReader.suffix(in: sentence, at: number.end + 1), mark.form != .word, !mark.isHyphenated,
      !sentence.isNumber(mark.end), sentence.roles(index - 1).isDisjoint(with: .spelled),
      !sentence.isNumber(index - 1),
      number.value >= ExactDecimal(integer: 1000) || number.value.scale > 0 || isComplement(index, in: sentence),
      let amount = AmountArithmetic.point(number, mark, isNegative: true)
    else { return nil }
    return make(index..<mark.end, amount, mark: mark, scale: number.scale)
  }

  /// Whether what begins at a token is the sentence's own word, not an aside to the one before: behind "was", "of", a
  /// colon, or where a line begins and ends with it.
  private static func isComplement(_ index: Int, in sentence: Sentence) -> Bool {
    if index == 0 { return sentence.isWholeLine }
    let before = sentence.roles(index - 1)
    if !before.isDisjoint(with: [.copula, .of, .from, .to]) { return true }
    return [":", "=", "|"].contains { sentence.isMark(index - 1, UInt8(ascii: $0)) }
  }

  private static func negative(_ value: ExactDecimal, of amount: Reading, _ tokens: Range<Int>) -> Reading {
    make(
      tokens, Amount(point: -value, significantDigits: amount.amount.significantDigits), mark: amount.mark,
      scale: amount.scale)
  }
}
