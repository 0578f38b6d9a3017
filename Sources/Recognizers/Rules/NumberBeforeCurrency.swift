// "10 million dollars", "30 American cents", "billion-dollar", "100 ₡", "75 USD million".
import Model

enum NumberBeforeCurrency: AmountRule {
  static let specificity = 20
  static let rule = RuleDescription(
    id: "number-before-currency", stage: .recognize,
    summary: "A number in digits or words directly before a currency word, code or sign, with its adjectives.",
    examples: [
      .init("They lent 1 billion 43 million dollars.", "1 billion 43 million dollars = 1043000000 USD"),
      .init("The fee is 30 American cents a year.", "30 American cents = 0.3 USD"),
      .init("A billion-dollar loan was granted.", "billion-dollar = 1000000000 USD"),
      .init("Several million dollars were stolen.", "million dollars = 1000000..10000000 USD"),
      .init("It costs 100 ₡ here.", "100 ₡ = 100 CRC"),
      .init(unchanged: "They own 20 dollar stores."),
      .init(unchanged: "The team won 5 medals."),
    ])

  static let beginnings: Beginnings = [.number, .mark]
  static let needsCurrency = true

  static func reading(in sentence: Sentence, at index: Int) -> Reading? { sentence.amountBeforeCurrency(at: index) }

  /// Whether an amount of this rule can begin with a token of the sentence, told from it alone.
  static func mayBegin(at index: Int, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[index]
    return NumberReader.mayBegin(token)
      || token.kind == .mark && (token.mark == UInt8(ascii: "-") || token.mark == Token.Mark.minus)
  }

  /// The same without remembering it.
  static func read(in sentence: Sentence, at index: Int) -> Reading? {
    let isNegative = isMinus(sentence, index)
    let start = isNegative ? index + 1 : index
    guard
      let number = NumberReader.number(in: sentence, at: start, allowingBareScale: true),
      case let bridge = bridge(number, in: sentence), let mark = CurrencyReader.suffix(in: sentence, at: bridge.end),
      isAllowed(number, mark, in: sentence), CurrencyTraps.areAvoided(by: number, mark, in: sentence)
    else { return nil }
    var end = mark.end
    var scale = number.scale
    let grouped = AmountArithmetic.grouped(number, mark, in: sentence)
    guard var amount = AmountArithmetic.point(grouped, mark, isNegative: isNegative) else { return nil }
    // "75 USD million": the scale stands behind the code.
    if scale == 1, mark.form == .code, let value = amount.lower,
      let scaled = AmountArithmetic.scaled(value, byWordAt: end, in: sentence)
    {
      amount = Amount(point: scaled.value, significantDigits: amount.significantDigits)
      (scale, end) = (scaled.scale, scaled.end)
    }
    // "several million dollars": a magnitude, not a number.
    if number.isBareScale || sentence.roles(number.start).contains(.multiplier),
      sentence.roles(number.start - 1).contains(.vague), let lower = amount.lower,
      let upper = try? lower.multiplied(by: ExactDecimal(integer: 10))
    {
      amount = Amount(lower: lower, upper: upper, significantDigits: 0)
      return make(index..<end, amount, mark: mark, form: .indefinite)
    }
    let form = number.isRounded ? .approximate : bridge.form
    return make(index..<end, amount, mark: mark, form: form, scale: scale)
  }

  /// What may stand between the number and its currency: "fifty-odd dollars", "100+ euros", "five (5) dollars".
  private static func bridge(_ number: NumberPhrase, in sentence: Sentence) -> (end: Int, form: Qualifier) {
    let next = number.end
    if sentence.isHyphen(next), sentence.string(next + 1, is: "odd") { return (next + 2, .approximate) }
    if sentence.isHyphen(next), sentence.string(next + 1, is: "plus") { return (next + 2, .atLeast) }
    if sentence.isMark(next, UInt8(ascii: "+")), !sentence.tokens[next].isSpaced { return (next + 1, .atLeast) }
    // "5 millions of dollars"
    if sentence.roles(next).contains(.of), sentence.roles(next - 1).contains(.magnitude) { return (next + 1, .exact) }
    return (restated(number, in: sentence) ?? next, .exact)
  }

  /// "five thousand (5,000) dollars", as contracts have it: the token behind the brackets.
  private static func restated(_ number: NumberPhrase, in sentence: Sentence) -> Int? {
    guard !number.isDigits, sentence.isMark(number.end, UInt8(ascii: "(")),
      let digits = NumberReader.number(in: sentence, at: number.end + 1), digits.value == number.value,
      sentence.isMark(digits.end, UInt8(ascii: ")"))
    else { return nil }
    return digits.end + 1
  }

  private static func isAllowed(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    if number.isBareScale, !mark.isHyphenated,
      sentence.tokens[mark.start].kind == .sign || Captions.begin(before: number.start, in: sentence)
    {
      return false
    }
    if isSecondOfTwo(number, in: sentence) { return false }
    if number.isBareScale, number.start > 0, sentence.roles(number.start - 1).contains(.magnitude) { return false }
    if goesOn(from: number.start, in: sentence) || !mark.isHyphenated && isTail(number, in: sentence) { return false }
    return !isPartOfLongerNumber(number.start, sentence)
  }

  /// "nineteen ninety dollars": the words before do not make one number with these.
  private static func isTail(_ number: NumberPhrase, in sentence: Sentence) -> Bool {
    guard !number.isDigits else { return false }
    let before = number.start - 1
    // "five ninety-nine dollars"
    if sentence.isHyphen(before) {
      return sentence.roles(before - 1).contains(.tens) && sentence.roles(number.start).contains(.unit)
    }
    return sentence.tokens[number.start].isSpaced && sentence.isSpacedWord(before)
      && !sentence.roles(before).isDisjoint(with: [.unit, .tens])
  }

  /// "a million or two dollars": the rest of a number that is not exact enough to read.
  private static func isSecondOfTwo(_ number: NumberPhrase, in sentence: Sentence) -> Bool {
    number.scale == 1 && sentence.roles(number.start).contains(.unit) && sentence.roles(number.start - 1).contains(.or)
      && !sentence.roles(number.start - 2).isDisjoint(with: [.scale, .multiplier])
  }

  /// A multiplier or scale right behind another number is the rest of that number.
  private static func goesOn(from start: Int, in sentence: Sentence) -> Bool {
    guard !sentence.roles(start).isDisjoint(with: [.multiplier, .scale]), sentence.isWord(start) else { return false }
    return sentence.isNumber(start - 1) || !sentence.roles(start - 1).isDisjoint(with: .spelled)
  }

  /// A number that is glued to letters, or the second half of one that the text has broken ("1 . 8500", "245 23").
  private static func isPartOfLongerNumber(_ start: Int, _ sentence: Sentence) -> Bool {
    guard start > 0, sentence.isNumber(start) || !sentence.tokens[start].isSpaced else { return false }
    let before = start - 1
    if sentence.tokens[start].isSpaced {
      let isBroken = sentence.isMark(before, UInt8(ascii: ".")) && sentence.tokens[before].isSpaced
      return isBroken && sentence.isNumber(start - 2) || sentence.isNumber(before) && !sentence.isYear(before)
    }
    return sentence.isSpacedWord(before) || sentence.isMark(before, UInt8(ascii: "."))
      || sentence.isMark(before, UInt8(ascii: "^"))
      || sentence.isMark(before, UInt8(ascii: "/"))
  }

  private static func isMinus(_ sentence: Sentence, _ index: Int) -> Bool {
    guard sentence.isMark(index, UInt8(ascii: "-")) || sentence.isMark(index, Token.Mark.minus),
      index + 1 < sentence.count, !sentence.tokens[index + 1].isSpaced, sentence.isNumber(index + 1)
    else { return false }
    return sentence.tokens[index].isSpaced || index == 0
  }
}
