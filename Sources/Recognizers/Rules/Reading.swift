// One way of reading some tokens as an amount, and the rules that find them.
import Model

/// Plain bytes, and few of them: readings are made and dropped at most tokens of a sentence.
struct Reading {
  private var place: TokenRange
  /// `range` or `indefinite` where the form itself says so, else `exact`.
  var form: Qualifier
  private var rank: Int8
  /// Nil where the currency is left out.
  var mark: CurrencyMark?
  var amount: Amount
  /// The scale word of the amount's last number, which a neighbour may share.
  var scale: Int64
  /// Which rule made it.
  var rule: any ReadingRule.Type

  init(
    tokens: Range<Int>, amount: Amount, form: Qualifier = .exact, mark: CurrencyMark?, scale: Int64 = 1,
    rule: any ReadingRule.Type, specificity: Int
  ) {
    place = TokenRange(tokens)
    self.form = form
    rank = Int8(specificity)
    self.mark = mark
    self.amount = amount
    self.scale = scale
    self.rule = rule
  }

  /// Tokens of the surface.
  var tokens: Range<Int> {
    get { place.range }
    set { place = TokenRange(newValue) }
  }

  var specificity: Int { Int(rank) }

  /// Of overlapping readings the longest wins, then the earlier, then the more specific.
  func beats(_ other: Reading) -> Bool {
    (tokens.count, -tokens.lowerBound, specificity) > (other.tokens.count, -other.tokens.lowerBound, other.specificity)
  }
}

/// A rule that makes readings. Readings name it by its type, so that no references are counted when they are copied.
protocol ReadingRule: Sendable {
  static var rule: RuleDescription { get }
  static var id: RuleID { get }
  /// Decides between readings of equal length; no two rules that can tie share one.
  static var specificity: Int { get }
}

extension ReadingRule {
  static var id: RuleID { rule.id }
}

/// A way of writing money: a pattern over the tokens of one sentence.
protocol AmountRule: ReadingRule {
  /// What its readings can begin with.
  static var beginnings: Beginnings { get }
  /// Whether its readings hold a word or sign of a currency, so that none begins behind the last one of a sentence.
  static var needsCurrency: Bool { get }
  /// The reading that begins at a token, or nil. Looks at the sentence only, never at the document.
  static func reading(in sentence: Sentence, at index: Int) -> Reading?
}

extension AmountRule {
  static var beginnings: Beginnings { .all }
  static var needsCurrency: Bool { false }

  static func make(
    _ tokens: Range<Int>, _ amount: Amount, mark: CurrencyMark?, form: Qualifier = .exact, scale: Int64 = 1
  ) -> Reading {
    Reading(
      tokens: tokens, amount: amount, form: form, mark: mark, scale: scale, rule: Self.self, specificity: specificity)
  }
}

enum AmountArithmetic {
  /// A stated number in the major unit of its currency; nil beyond 38 digits.
  static func major(_ value: ExactDecimal, _ mark: CurrencyMark) -> ExactDecimal? {
    if mark.divisorPower == 0, mark.multiplier == 1 { return value }
    return try? value.multiplied(by: ExactDecimal(integer: Int(mark.multiplier))).scaled(
      byPowerOfTen: -mark.divisorPower)
  }

  /// An amount times the scale word that stands behind its currency or bracket, and the token after it: "75 USD
  /// million", "$(3.2) million"; nil where none stands there.
  static func scaled(
    _ value: ExactDecimal, byWordAt index: Int, in sentence: Sentence
  ) -> (value: ExactDecimal, scale: Int64, end: Int)? {
    guard sentence.isWord(index), let scale = scale(at: index, in: sentence),
      let scaled = try? value.multiplied(by: ExactDecimal(integer: Int(scale)))
    else { return nil }
    return (scaled, scale, index + 1)
  }

  /// A scale word, or one shortened: "£(3.1)m", "75 USD mn".
  private static func scale(at index: Int, in sentence: Sentence) -> Int64? {
    let roles = sentence.roles(index)
    if roles.contains(.scale) { return sentence.lexeme(index).value }
    guard roles.contains(.scaleAbbreviation) else { return nil }
    return ScaleAbbreviation.value(of: sentence.lexeme(index), at: index, in: sentence)
  }

  /// "Rp 50.000", "200.000 đ": where a currency is written with dots between thousands and never with thousandths, the
  /// digits behind a lone dot are a group.
  static func grouped(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> NumberPhrase {
    guard number.isDigits, number.scale == 1, number.end == number.start + 1,
      sentence.lexicon.currencyWords[Int(mark.word)].groupsWithDots,
      let value = DigitNumber.thousands(of: sentence.bytes(number.start))
    else { return number }
    var grouped = number
    grouped.value = value
    return grouped
  }

  /// The first end of a range times the scale of the second, where it has none and stays below it: "2 to 3 million".
  static func sharing(_ value: ExactDecimal, scale: Int64, with other: Int64, below high: ExactDecimal) -> ExactDecimal
  {
    guard scale == 1, other > 1, let scaled = try? value.multiplied(by: ExactDecimal(integer: Int(other))),
      scaled < high
    else { return value }
    return scaled
  }

  static func point(_ number: NumberPhrase, _ mark: CurrencyMark, isNegative: Bool = false) -> Amount? {
    guard let value = major(number.value, mark) else { return nil }
    return Amount(point: isNegative ? -value : value, significantDigits: number.significantDigits)
  }
}
