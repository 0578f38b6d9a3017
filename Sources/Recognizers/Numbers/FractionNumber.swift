// Fractions of a scale or of the currency itself: "half a million", "three-quarters of a billion", "2 1/2 million".
import Model

enum FractionNumber {
  /// A fraction that begins at a token, with the scale it is of: "a quarter million", "3/4 of a billion"; or of one unit
  /// of a currency: "half a dollar".
  static func number(in sentence: Sentence, at start: Int) -> NumberPhrase? {
    guard let (part, isOrdinal, end) = part(in: sentence, at: start) else { return nil }
    var index = end
    let hasOf = sentence.roles(index).contains(.of)
    // "a third million-dollar prize" counts prizes; only "a third of a million" is a part of one.
    guard hasOf || !isOrdinal else { return nil }
    if hasOf { index += 1 }
    // "half a million", "half-a-million-pound"
    if sentence.isHyphen(index), sentence.roles(index + 1).contains(.article) { index += 1 }
    if sentence.roles(index).contains(.article) { index += 1 }
    if sentence.isHyphen(index) { index += 1 }
    guard sentence.isWord(index) else { return nil }
    guard sentence.roles(index).contains(.scale) else {
      guard index > end, isUnit(index, of: part, in: sentence) else { return nil }
      return NumberPhrase(start: start, end: index, value: part, significantDigits: 1)
    }
    let scale = sentence.lexeme(index).value
    guard let value = try? part.multiplied(by: ExactDecimal(integer: Int(scale))) else { return nil }
    return NumberPhrase(start: start, end: index + 1, value: value, significantDigits: 1, scale: scale, head: part)
  }

  /// "and a half", "and three quarters" at a token: its value and the token after it.
  static func behindAnd(in sentence: Sentence, at index: Int) -> (value: ExactDecimal, end: Int)? {
    var start = sentence.isHyphen(index + 1) ? index + 2 : index + 1
    if sentence.roles(start).contains(.article) { start += sentence.isHyphen(start + 1) ? 2 : 1 }
    guard let (value, isOrdinal, end) = part(in: sentence, at: start), !isOrdinal || end > start + 1 else { return nil }
    return (value, end)
  }

  /// "1/2" behind a whole number, "24 1/2" or "24-1/2": a proper fraction in lowest terms of halves, quarters, eighths and so on.
  static func behindDigits(in sentence: Sentence, at index: Int) -> (value: ExactDecimal, end: Int)? {
    let start = sentence.isHyphen(index) ? index + 1 : index
    guard sentence.isNumber(start), start > index || sentence.tokens[start].isSpaced,
      let (numerator, denominator) = slashed(in: sentence, at: start), numerator % 2 == 1, numerator < denominator,
      let value = quotient(numerator, denominator)
    else { return nil }
    return (value, start + 3)
  }

  /// Whether a fraction that cannot be held exactly ("a third of") ends before a token: what follows is not the number.
  static func endsInexactly(before index: Int, in sentence: Sentence) -> Bool {
    var last = index - 1
    if sentence.roles(last).contains(.article) { last -= 1 }
    if sentence.roles(last).contains(.of) { last -= 1 }
    let isPart = sentence.isWord(last) && !sentence.roles(last).isDisjoint(with: [.fraction, .ordinalPart])
    return isPart && last < index - 1 || sentence.isMark(last, Token.Mark.vulgarFraction)
      || sentence.isMark(last - 1, UInt8(ascii: "/")) && sentence.isNumber(last)
  }

  /// The parts a fraction states, without what they are of: "half", "three-quarters", "3/4".
  private static func part(
    in sentence: Sentence, at start: Int
  ) -> (value: ExactDecimal, isOrdinal: Bool, end: Int)? {
    if let (numerator, denominator) = slashed(in: sentence, at: start), numerator < denominator {
      return quotient(numerator, denominator).map { ($0, false, start + 3) }
    }
    var index = start
    var count: Int64 = 1
    if sentence.roles(index).contains(.unit), sentence.isWord(index) {
      count = sentence.lexeme(index).value
      index += sentence.isHyphen(index + 1) ? 2 : 1
    }
    let roles = sentence.roles(index)
    let isOrdinal = !roles.contains(.fraction)
    guard sentence.isWord(index), !isOrdinal || roles.contains(.ordinalPart) else { return nil }
    let share = Int128(sentence.lexeme(index).value * count)
    guard share > 0, let value = try? ExactDecimal(mantissa: share, scale: 4) else { return nil }
    return (value, isOrdinal, index + 1)
  }

  /// Numerator and denominator of digits around a slash that belongs to no date or longer list.
  private static func slashed(in sentence: Sentence, at index: Int) -> (Int, Int)? {
    guard sentence.isMark(index + 1, UInt8(ascii: "/")), !sentence.tokens[index + 1].isSpaced,
      sentence.isNumber(index + 2), !sentence.tokens[index + 2].isSpaced,
      let numerator = sentence.digits(index), let denominator = sentence.digits(index + 2), numerator > 0,
      !sentence.isMark(index + 3, UInt8(ascii: "/")), !sentence.isMark(index - 1, UInt8(ascii: "/"))
    else { return nil }
    return (numerator, denominator)
  }

  /// Exact for denominators that are powers of two, five or ten up to a hundred; nil for others.
  private static func quotient(_ numerator: Int, _ denominator: Int) -> ExactDecimal? {
    guard [2, 4, 5, 8, 10, 16, 32, 64, 100].contains(denominator) else { return nil }
    return try? ExactDecimal(mantissa: Int128(numerator * (1_000_000 / denominator)), scale: 6)
  }

  /// "half a dollar", "three-quarters of a cent": a currency word that is no weight.
  private static func isUnit(_ index: Int, of part: ExactDecimal, in sentence: Sentence) -> Bool {
    sentence.roles(index).contains(.counted) && sentence.lexeme(index).currencyWord >= 0
  }
}
