// Sayings and names that are worded like amounts: "my two cents", "the million-dollar question", "50 Cent".
import Model

enum Idioms {
  /// Whether a number with a currency word behind it is part of a saying or a name.
  static func contain(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    if sentence.phrase(at: number.start, .idiom) != nil || sentence.phrase(before: mark.end, .idiom) != nil {
      return true
    }
    if isSixtyFour(number, before: mark.end, in: sentence) { return true }
    // "not one dollar"
    if number.value == ExactDecimal(integer: 1), sentence.roles(number.start - 1).contains(.denial) { return true }
    guard mark.divisorPower == 2, mark.multiplier == 1, number.scale == 1 else { return false }
    if isOpinion(number, mark, in: sentence) { return true }
    // The rapper writes himself with a capital and without a plural.
    return number.value == ExactDecimal(integer: 50) && sentence.tokens[mark.start].isCapitalized
      && !sentence.tokens[mark.start].isAllCapitals && sentence.string(mark.start) == "Cent"
  }

  /// "the $64,000 question"
  static func isSixtyFour(_ number: NumberPhrase, before end: Int, in sentence: Sentence) -> Bool {
    sentence.reads(end, "question")
      && [64, 64_000, 64_000_000].contains { number.value == ExactDecimal(integer: $0) }
  }

  /// "my two cents", "just my 2¢"
  static func isOpinion(_ number: NumberPhrase, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    mark.divisorPower == 2 && mark.multiplier == 1 && number.value == ExactDecimal(integer: 2)
      && sentence.roles(number.start - 1).contains(.possessive)
  }
}
