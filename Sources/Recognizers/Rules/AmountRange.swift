// "$3.5–4m", "between 2 and 3 billion rubles", "$10 to $15 billion", "€20bn–€25bn".
import Model

enum AmountRange: AmountRule {
  static let specificity = 60
  static let rule = RuleDescription(
    id: "amount-range", stage: .recognize,
    summary: "Two amounts with a dash, to, or between … and: one range. A movement (rose from … to …) is two amounts.",
    examples: [
      .init("It will cost $3.5–4 million.", "$3.5–4 million = 3500000..4000000 USD"),
      .init("Between 2 and 3 billion rubles were spent.", "2 and 3 billion rubles = 2000000000..3000000000 RUB"),
      .init("We expect $10 to $15 billion.", "$10 to $15 billion = 10000000000..15000000000 USD"),
      .init("Prices rose from $5 to $7.", "$5 = 5 USD; $7 = 7 USD"),
    ])

  static let beginnings: Beginnings = [.number, .currency, .mark]
  static let needsCurrency = true

  static func reading(in sentence: Sentence, at index: Int) -> Reading? {
    guard mayGoOn(from: index, in: sentence), let first = end(in: sentence, at: index),
      let connector = connector(sentence, first.tokens.upperBound, index),
      let second = end(in: sentence, at: hedgeEnd(connector, in: sentence)), let mark = second.mark ?? first.mark
    else { return nil }
    // "from $31 billion in 2008 to $38 billion"
    if first.mark == nil, second.scale > 1, sentence.isYear(index), sentence.roles(index - 1).contains(.yearIn) {
      return nil
    }
    if isShift(first, second, before: index, in: sentence) || isLabel(first, of: second, in: sentence) { return nil }
    if let one = first.mark, let other = second.mark, !one.agrees(with: other, sentence.lexicon) { return nil }
    let isSecondHyphenated = sentence.isHyphen(second.tokens.upperBound)
    guard first.mark != nil || !isSecondHyphenated || second.mark != nil else { return nil }
    guard let low = value(first, sharing: second, mark), let high = value(second, sharing: nil, mark), low < high
    else { return nil }
    var joined = first.mark ?? mark
    if let other = second.mark, first.mark != nil {
      joined.repeated = other.word
      if joined.adjective < 0 { joined.adjective = other.adjective }
    }
    let digits = max(first.digits, second.digits)
    let amount = Amount(lower: low, upper: high, significantDigits: digits)
    return make(index..<second.tokens.upperBound, amount, mark: joined, form: .range, scale: second.scale)
  }

  /// Whether what joins two ends may stand behind the first, be it an amount or a number.
  private static func mayGoOn(from index: Int, in sentence: Sentence) -> Bool {
    if let end = sentence.amountEnd(at: index), mayJoin(end, in: sentence) { return true }
    guard let number = NumberReader.number(in: sentence, at: index) else { return false }
    return mayJoin(number.end, in: sentence)
  }

  private static func mayJoin(_ index: Int, in sentence: Sentence) -> Bool {
    sentence.isDash(index) || !sentence.roles(index).isDisjoint(with: [.to, .and])
  }

  /// One end of a range: an amount, or a number that takes its currency and scale from the other end.
  private struct End {
    var tokens: Range<Int>
    var value: ExactDecimal
    var digits: Int
    var scale: Int64
    var mark: CurrencyMark?
  }

  private static func end(in sentence: Sentence, at index: Int) -> End? {
    if let reading = sentence.amount(at: index),
      let value = reading.amount.lower, let mark = reading.mark
    {
      return End(
        tokens: reading.tokens, value: value, digits: reading.amount.significantDigits, scale: reading.scale, mark: mark
      )
    }
    guard let number = NumberReader.number(in: sentence, at: index),
      index == 0 || sentence.tokens[index].isSpaced || !sentence.isSpacedWord(index - 1)
    else { return nil }
    return End(
      tokens: index..<number.end, value: number.value, digits: number.significantDigits, scale: number.scale, mark: nil)
  }

  /// The token where the second end begins, if what stands at `index` joins two ends.
  static func connector(_ sentence: Sentence, _ index: Int, _ start: Int) -> Int? {
    if sentence.isDash(index), sentence.roles(index + 1).contains(.to) {
      // "$2.5-to-$3 billion", "a 5- to 10-dollar fee"
      return sentence.isDash(index + 2) ? index + 3 : index + 2
    }
    if sentence.isDash(index) {
      return sentence.isDash(index + 1) ? index + 2 : index + 1
    }
    let roles = sentence.roles(index)
    if roles.contains(.to) { return isMovement(sentence, before: start) ? nil : index + 1 }
    // "between about $5 and $6"
    let opening = sentence.phrase(before: start, .hedge)?.start ?? start
    let isBetween = opening > 0 && sentence.roles(opening - 1).contains(.between)
    return isBetween && roles.contains(.and) ? index + 1 : nil
  }

  /// The token behind an "about" before the second end.
  private static func hedgeEnd(_ index: Int, in sentence: Sentence) -> Int {
    guard let hedge = sentence.phrase(at: index, .hedge), hedge.lexeme.qualifier == .approximate else { return index }
    return hedge.end
  }

  /// Whether a verb of movement stands before the first end: "rose from $5 to $7" states two amounts.
  private static func isMovement(_ sentence: Sentence, before start: Int) -> Bool {
    var index = start - 1
    while index >= max(0, start - 7) {
      if sentence.roles(index).contains(.movement) { return true }
      if sentence.isMark(index, UInt8(ascii: ",")) || sentence.isMark(index, UInt8(ascii: ";")) { return false }
      index -= 1
    }
    return false
  }

  /// "Room 5 – $90", "ages 5 to £8": a bare number before an amount that begins with its sign belongs to the word before.
  private static func isLabel(_ first: End, of second: End, in sentence: Sentence) -> Bool {
    let before = first.tokens.lowerBound - 1
    guard first.mark == nil, let mark = second.mark, mark.start == second.tokens.lowerBound, before >= 0,
      sentence.isWord(before)
    else { return false }
    let openings: Roles = [
      .from, .between, .hedge, .filler, .priceWord, .moneyVerb, .of, .to, .movement, .copula, .and, .or, .article,
    ]
    return sentence.roles(before).isDisjoint(with: openings)
  }

  /// "gained 5 cents to $3.20": by how much and up to what, told by the verb and by how far apart the two are.
  private static func isShift(_ first: End, _ second: End, before start: Int, in sentence: Sentence) -> Bool {
    guard let other = second.mark, let mark = first.mark, sentence.roles(first.tokens.upperBound).contains(.to),
      (max(0, start - 4)..<start).contains(where: { sentence.roles($0).contains(.shift) })
    else { return false }
    guard mark.divisorPower == other.divisorPower else { return true }
    return (try? first.value.multiplied(by: ExactDecimal(integer: 5))).map { $0 < second.value } ?? false
  }

  /// An end in the major unit; the first end takes the second's scale where it has none and stays below it.
  private static func value(_ end: End, sharing other: End?, _ mark: CurrencyMark) -> ExactDecimal? {
    let value = end.mark == nil ? AmountArithmetic.major(end.value, mark) : end.value
    guard let value, let other, end.scale == 1, other.scale > 1 else { return value }
    let high = other.mark == nil ? AmountArithmetic.major(other.value, mark) : other.value
    return high.map { AmountArithmetic.sharing(value, scale: end.scale, with: other.scale, below: $0) }
  }
}
