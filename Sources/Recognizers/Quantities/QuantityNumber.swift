// A number that may state a quantity: what it is worth, and what shows that it is a name, a date or a score.
import Model

/// Read by `NumberReader`; a minus, "minus" and "sub-" before it belong to it.
struct QuantityNumber {
  /// Tokens, with a minus.
  var start: Int
  var end: Int
  var value: ExactDecimal
  var significantDigits: Int
  var scale: Int64
  var isDigits: Bool
  /// `lessThan` for "sub-300", else `exact`.
  var form: Qualifier = .exact
  /// A fraction with a slash: "1/4".
  var isFraction = false
  /// The same without its last letters, which are a scale or a unit: "37m", "5 t".
  var shortened: (value: ExactDecimal, end: Int)?

  var isOne: Bool { value == ExactDecimal(integer: 1) }
}

extension QuantityNumber {
  /// The number that begins at a token, or nil where there is none, it is money, or part of a name, time or score.
  /// `behindDash` reads the second end of a range, which stands behind its dash.
  static func read(in sentence: QuantitySentence, at index: Int, behindDash: Bool = false) -> QuantityNumber? {
    let tokens = sentence.sentence
    let isNegative = !behindDash && isMinus(at: index, in: tokens)
    var first = index
    if isNegative { first += tokens.isHyphen(index + 1) ? 2 : 1 }
    guard first < tokens.count else { return nil }
    guard var number = fraction(in: tokens, at: first) ?? number(in: tokens, at: first) else { return nil }
    guard isNegative || behindDash || NumberTraps.isFree(before: first, in: sentence, &number),
      NumberTraps.isFree(behind: number, in: sentence), !sentence.isTaken(index..<number.end)
    else { return nil }
    if isNegative {
      number.start = index
      number.value = -number.value
      number.shortened = number.shortened.map { (-$0.value, $0.end) }
    }
    return number
  }

  private static func number(in sentence: Sentence, at index: Int) -> QuantityNumber? {
    // "a couple of days" is as vague as "a few", and so is "a few hundred farms".
    guard !sentence.roles(index).contains(.collective) || sentence.lexeme(index).value > 2,
      !sentence.roles(index - 1).contains(.vague), let phrase = NumberReader.number(in: sentence, at: index),
      !phrase.isRounded
    else { return nil }
    var number = QuantityNumber(
      start: index, end: phrase.end, value: phrase.value, significantDigits: phrase.significantDigits,
      scale: phrase.scale, isDigits: phrase.isDigits)
    if phrase.scale > 1, phrase.isDigits, let head = phrase.head, phrase.end == index + 2,
      sentence.roles(index + 1).contains(.scaleAbbreviation)
    {
      number.shortened = (head, index + 1)
    }
    return number
  }

  /// A minus that belongs to the number behind it, not a dash between two words: "-5 yards", "minus-260 degrees".
  private static func isMinus(at index: Int, in sentence: Sentence) -> Bool {
    if sentence.isWord(index) {
      guard sentence.tokens[index].hash == minus else { return false }
      return sentence.isNumber(index + 1) || sentence.isHyphen(index + 1) && sentence.isNumber(index + 2)
    }
    // A dash longer than a hyphen sets apart: "—5-year-old", read from a list of names.
    return (sentence.isMark(index, UInt8(ascii: "-")) || sentence.isMark(index, Token.Mark.minus))
      && sentence.isNumber(index + 1) && !sentence.tokens[index + 1].isSpaced
      && (index == 0 || sentence.tokens[index].isSpaced || sentence.isMark(index - 1, UInt8(ascii: "(")))
  }

  static let minus = FoldedHash.of("minus")

  /// "1/4": a proper fraction that has an exact decimal.
  private static func fraction(in sentence: Sentence, at index: Int) -> QuantityNumber? {
    guard sentence.isNumber(index), let part = FractionNumber.part(in: sentence, at: index), !part.isRounded else {
      return nil
    }
    return QuantityNumber(
      start: index, end: part.end, value: part.value, significantDigits: 1, scale: 1, isDigits: true, isFraction: true)
  }
}
