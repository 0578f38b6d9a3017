// Fractions of a scale or of the currency itself: "half a million", "three-quarters of a billion", "2 1/2 million".
import Model

enum FractionNumber {
  /// Some parts of a whole, without what they are of: "half", "three-quarters", "3/4".
  struct Part {
    var value: ExactDecimal
    /// Thirds, sixths, sevenths and ninths are rounded, to twelve places.
    var isRounded: Bool
    /// The token behind it.
    var end: Int
    /// Its word counts as well as it divides, and no number says which: "third", "fifth".
    fileprivate var isOrdinal = false
    fileprivate var hasCount = false
  }

  /// Whether a fraction can begin at a token, told from it and the next one.
  static func mayBegin(at index: Int, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[index]
    return token.kind == .number
      ? sentence.isMark(index + 1, UInt8(ascii: "/"))
      : !token.roles.isDisjoint(with: [.unit, .fraction, .ordinalPart])
  }

  /// A fraction that begins at a token, with what it is of: "a quarter million", "3/4 of a billion", "half a dozen"; or of
  /// one unit of a currency: "half a dollar".
  static func number(in sentence: Sentence, at start: Int) -> NumberPhrase? {
    guard let (part, index) = share(in: sentence, at: start) else { return nil }
    let roles = sentence.roles(index)
    guard !roles.isDisjoint(with: [.scale, .collective]) else {
      let isOfUnit = index > part.end ? roles.contains(.counted) : part.hasCount && sentence.opensCurrency(at: index)
      return isOfUnit ? phrase(part, of: ExactDecimal(integer: 1), scale: 1, start..<index) : nil
    }
    let whole = sentence.lexeme(index).value
    let scale = roles.contains(.scale) ? whole : 1
    return phrase(part, of: ExactDecimal(integer: Int(whole)), scale: scale, start..<(index + 1))
  }

  /// A fraction, and the word where what it is a part of begins: "half a", "3/4 of a".
  static func share(in sentence: Sentence, at start: Int) -> (part: Part, whole: Int)? {
    guard let part = part(in: sentence, at: start) else { return nil }
    var index = part.end
    // "quarter-of-a-million-dollar"
    if sentence.isHyphen(index), sentence.roles(index + 1).contains(.of) { index += 1 }
    let hasOf = sentence.roles(index).contains(.of)
    // "a third million-dollar prize" counts prizes; only "a third of a million" is a part of one.
    guard hasOf || !part.isOrdinal else { return nil }
    if hasOf { index += 1 }
    // "half a million", "half-a-million-pound"
    if sentence.isHyphen(index), sentence.roles(index + 1).contains(.article) { index += 1 }
    if sentence.roles(index).contains(.article) { index += 1 }
    if sentence.isHyphen(index) { index += 1 }
    return sentence.isWord(index) ? (part, index) : nil
  }

  private static func phrase(
    _ part: Part, of whole: ExactDecimal, scale: Int64, _ tokens: Range<Int>
  ) -> NumberPhrase? {
    guard let product = try? part.value.multiplied(by: whole),
      let value = part.isRounded ? try? product.rounded(decimals: NumberPhrase.decimalsOfRounded) : product
    else { return nil }
    return NumberPhrase(
      start: tokens.lowerBound, end: tokens.upperBound, value: value, significantDigits: 1, scale: scale,
      head: part.value, isRounded: part.isRounded)
  }

  /// "and a half", "and three quarters" at a token.
  static func behindAnd(in sentence: Sentence, at index: Int) -> Part? {
    var start = sentence.isHyphen(index + 1) ? index + 2 : index + 1
    let isArticle = sentence.roles(start).contains(.article)
    if isArticle { start += sentence.isHyphen(start + 1) ? 2 : 1 }
    guard let part = part(in: sentence, at: start) else { return nil }
    let isWhole = sentence.opensCurrency(at: part.end) || sentence.roles(part.end).contains(.scale)
    return !part.isOrdinal || isArticle && isWhole ? part : nil
  }

  /// "1/2" behind a whole number, "24 1/2" or "24-1/2": a proper fraction in lowest terms of halves, quarters, eighths
  /// and so on.
  static func behindDigits(in sentence: Sentence, at index: Int) -> Part? {
    let start = sentence.isHyphen(index) ? index + 1 : index
    guard sentence.isNumber(start), start > index || sentence.tokens[start].isSpaced,
      let (numerator, denominator) = slashed(in: sentence, at: start), numerator % 2 == 1,
      [2, 4, 8, 16, 32, 64].contains(denominator)
    else { return nil }
    return quotient(numerator, denominator, end: start + 3)
  }

  /// A character such as "½" or "⅓".
  static func vulgar(in sentence: Sentence, at index: Int) -> Part? {
    guard sentence.isMark(index, Token.Mark.vulgarFraction) else { return nil }
    let (numerator, denominator) =
      switch Characters.scalar(sentence.text, sentence.tokens[index].start) {
      case 0xBC: (1, 4)
      case 0xBD: (1, 2)
      case 0xBE: (3, 4)
      case 0x2150: (1, 7)
      case 0x2151: (1, 9)
      case 0x2152: (1, 10)
      case 0x2153: (1, 3)
      case 0x2154: (2, 3)
      case 0x2155: (1, 5)
      case 0x2156: (2, 5)
      case 0x2157: (3, 5)
      case 0x2158: (4, 5)
      case 0x2159: (1, 6)
      case 0x215A: (5, 6)
      case 0x215B: (1, 8)
      case 0x215C: (3, 8)
      case 0x215D: (5, 8)
      case 0x215E: (7, 8)
      default: (0, 1)
      }
    return quotient(numerator, denominator, end: index + 1)
  }

  static func part(in sentence: Sentence, at start: Int) -> Part? {
    if let (numerator, denominator) = slashed(in: sentence, at: start) {
      return quotient(numerator, denominator, end: start + 3)
    }
    var index = start
    var count = 1
    if sentence.roles(index).contains(.unit), sentence.isWord(index) {
      count = Int(sentence.lexeme(index).value)
      index += sentence.isDash(index + 1) ? 2 : 1
    }
    let roles = sentence.roles(index)
    guard sentence.isWord(index), !roles.isDisjoint(with: [.fraction, .ordinalPart]),
      var part = quotient(count, Int(sentence.lexeme(index).value), end: index + 1)
    else { return nil }
    part.hasCount = index > start
    part.isOrdinal = !roles.contains(.fraction) && !part.hasCount
    return part
  }

  /// Numerator and denominator of digits around a slash that belongs to no date or longer list.
  private static func slashed(in sentence: Sentence, at index: Int) -> (Int, Int)? {
    guard sentence.isMark(index + 1, UInt8(ascii: "/")), !sentence.tokens[index + 1].isSpaced,
      sentence.isNumber(index + 2), !sentence.tokens[index + 2].isSpaced,
      let numerator = sentence.digits(index), let denominator = sentence.digits(index + 2), numerator < denominator,
      Self.denominators.contains(denominator), !sentence.isMark(index + 3, UInt8(ascii: "/")),
      !sentence.isMark(index - 1, UInt8(ascii: "/"))
    else { return nil }
    return (numerator, denominator)
  }

  /// Those of fractions in use: "32/43" is two numbers.
  private static let denominators: Set = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 64, 100]

  private static func quotient(_ numerator: Int, _ denominator: Int, end: Int) -> Part? {
    guard numerator > 0, denominator > 1,
      let value = try? ExactDecimal(integer: numerator).multiplied(
        by: ExactDecimal(integer: 1), dividedBy: ExactDecimal(integer: denominator), decimals: 12)
    else { return nil }
    let product = try? value.multiplied(by: ExactDecimal(integer: denominator))
    return Part(value: value, isRounded: product != ExactDecimal(integer: numerator), end: end, hasCount: true)
  }
}
