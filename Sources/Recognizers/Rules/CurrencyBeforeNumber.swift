// "$10 million", "US$5m", "Rs. 500 crore", "EUR 20", "-$5", "$5 million dollars".
import Model

enum CurrencyBeforeNumber: AmountRule {
  static let specificity = 30
  static let rule = RuleDescription(
    id: "currency-before-number", stage: .recognize,
    summary: "A currency sign, code or sign-like word directly before a number in digits or words.",
    examples: [
      .init("It cost $10 million.", "$10 million = 10000000 USD"),
      .init("They paid EUR 20bn for it.", "EUR 20bn = 20000000000 EUR"),
      .init("A loan of Rs. 500 crore was signed.", "Rs. 500 crore = 5000000000 INR"),
      .init("The balance is -$5.25 today.", "-$5.25 = -5.25 USD"),
      .init("A loss of $(3.2) million was booked.", "$(3.2) million = -3200000 USD"),
      .init(unchanged: "The variable $name is set."),
    ])

  static let beginnings: Beginnings = [.currency, .mark]
  static let needsCurrency = true

  static func reading(in sentence: Sentence, at index: Int) -> Reading? { sentence.amountBehindCurrency(at: index) }

  /// Whether an amount of this rule can begin with a token of the sentence, told from it and the next one.
  static func mayBegin(at index: Int, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[index]
    switch token.kind {
    case .sign: return true
    case .mark: return token.mark == UInt8(ascii: "-") || token.mark == Token.Mark.minus
    case .word:
      return token.phraseRoles.contains(.currency) || sentence.tokens[index + 1].kind == .sign
        || sentence.isLetterSign(index)
    case .number, .outside: return false
    }
  }

  /// The same without remembering it.
  static func read(in sentence: Sentence, at index: Int) -> Reading? {
    let minus = isMinus(sentence, index)
    guard var mark = CurrencyReader.prefix(in: sentence, at: minus ? index + 1 : index) else { return nil }
    let innerMinus = !minus && isMinus(sentence, mark.end)
    if let bracketed = bracketed(from: index, mark, in: sentence) { return bracketed }
    let start = mark.end + (innerMinus ? 1 : 0)
    guard let number = NumberReader.number(in: sentence, at: start), isNear(number, mark, in: sentence),
      CurrencyTraps.areLetters(mark, theCurrencyOf: number, in: sentence),
      !DigitSlips.goOn(at: number.end, in: sentence), !CurrencyReader.endsItsLine(mark, in: sentence),
      !isRate(index, in: sentence), !isPercentage(number, mark, in: sentence), !isBroken(number, in: sentence),
      !Idioms.isSixtyFour(number, before: number.end, in: sentence)
    else {
      return nil
    }
    var end = number.end
    if let repeated = CurrencyReader.suffix(in: sentence, at: end),
      repeated.agrees(with: mark, sentence.lexicon),
      repeated.divisorPower == 0, isRepetition(repeated, sentence)
    {
      end = repeated.end
      mark.repeated = repeated.word
      if mark.adjective < 0 { mark.adjective = repeated.adjective }
    } else if case let trailed = trailing(mark, after: end, sentence), trailed.end > mark.end {
      end = trailed.end
      mark.adjective = trailed.adjective
    }
    let grouped = AmountArithmetic.grouped(number, mark, in: sentence)
    guard let amount = AmountArithmetic.point(grouped, mark, isNegative: minus || innerMinus) else { return nil }
    return make(index..<end, amount, mark: mark, scale: number.scale)
  }

  /// "$(3.2) million": brackets behind the sign make it negative, as in accounts.
  private static func bracketed(from index: Int, _ mark: CurrencyMark, in sentence: Sentence) -> Reading? {
    let open = mark.end
    guard sentence.isMark(open, UInt8(ascii: "(")), !sentence.tokens[open].isSpaced,
      let number = NumberReader.number(in: sentence, at: open + 1), number.isDigits,
      sentence.isMark(number.end, UInt8(ascii: ")")), var value = AmountArithmetic.major(number.value, mark)
    else { return nil }
    var end = number.end + 1
    if number.scale == 1, let scaled = AmountArithmetic.scaled(value, byWordAt: end, in: sentence) {
      (value, end) = (scaled.value, scaled.end)
    }
    return make(index..<end, Amount(point: -value, significantDigits: number.significantDigits), mark: mark)
  }

  /// "USD/RUB 31.5": a rate, not roubles.
  private static func isRate(_ index: Int, in sentence: Sentence) -> Bool {
    sentence.isMark(index - 1, UInt8(ascii: "/")) && !sentence.tokens[index].isSpaced
      && index > 1 && (sentence.tokens[index - 2].kind == .sign || sentence.roles(index - 2).contains(.currency))
      && !sentence.isNumber(index - 3)
  }

  /// "USD 5.25%": the rate of a currency, not so much of it.
  private static func isPercentage(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    sentence.isMark(number.end, UInt8(ascii: "%"))
      || mark.form == .code
        && (sentence.reads(number.end, "percent")
          || sentence.reads(number.end, "per")
            && sentence.reads(number.end + 1, "cent"))
  }

  /// "$5 . 5 million": a decimal that the text has broken is not guessed at.
  private static func isBroken(_ number: NumberPhrase, in sentence: Sentence) -> Bool {
    number.scale == 1 && sentence.isMark(number.end, UInt8(ascii: ".")) && sentence.tokens[number.end].isSpaced
      && sentence.isNumber(number.end + 1)
  }

  /// A sign may be set off from its number; spelled-out numbers follow only codes and words.
  private static func isNear(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard !number.isDigits else { return true }
    return mark.form != .code || number.scale > 1
  }

  /// A minus sign belongs to the amount when it touches it and nothing touches it from the left.
  private static func isMinus(_ sentence: Sentence, _ index: Int) -> Bool {
    guard sentence.isMark(index, UInt8(ascii: "-")) || sentence.isMark(index, Token.Mark.minus),
      index + 1 < sentence.count, !sentence.tokens[index + 1].isSpaced
    else { return false }
    return sentence.tokens[index].isSpaced || index == 0 || sentence.isMark(index - 1, UInt8(ascii: "("))
      || sentence.tokens[index - 1].kind == .sign
  }

  /// "$5 million dollars", "$20 USD": the same said twice. "€5 USD 20" is not: a number follows the second.
  private static func isRepetition(_ repeated: CurrencyMark, _ sentence: Sentence) -> Bool {
    repeated.form != .sign && !sentence.isNumber(repeated.end)
  }

  /// "$75 U.S.": initials behind the number.
  private static func trailing(_ mark: CurrencyMark, after end: Int, _ sentence: Sentence) -> CurrencyMark {
    guard mark.isShared(sentence.lexicon), mark.adjective < 0 else { return mark }
    var moved = mark
    moved.end = end
    let found = CurrencyReader.withTrailingAdjective(moved, sentence)
    return found.end > end ? found : mark
  }
}
