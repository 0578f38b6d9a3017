// "12-13 years", "between 3 and 5 km", "5 to 7 per cent", "750 to 800 houses", "0-to-60-mph".
import Model

enum QuantitiesInRanges: QuantityRule {
  static let specificity = 50
  static let rule = RuleDescription(
    id: "quantities-in-ranges", stage: .recognize,
    summary: "Two numbers of one unit with a dash, to, or between … and: one range.",
    examples: [
      .init("It took 12-13 years.", "12-13 years = 12..13 year"),
      .init("It lies between 3 and 5 km away.", "3 and 5 km = 3..5 km"),
      .init("They need 750 to 800 new houses.", "750 to 800 new houses = 750..800 house"),
      .init("Prices rose from 5 percent to 7 percent.", "5 percent = 5 percent; 7 percent = 7 percent"),
    ])

  static func reading(in sentence: QuantitySentence, at index: Int, _ number: QuantityNumber?) -> QuantityReading? {
    guard let first = number else { return nil }
    let opening = sentence.measured(first)
    let end = opening?.tokens.upperBound ?? first.end
    guard !isMinus(end, sentence.sentence), let start = connector(in: sentence.sentence, at: end, from: index),
      let second = QuantityNumber.read(in: sentence, at: start, behindDash: true),
      let closing = sentence.single(second), opening == nil || opening?.measure == closing.measure,
      let high = closing.amount.upper
    else { return nil }
    let value = opening?.amount.lower ?? first.value
    let low = AmountArithmetic.sharing(value, scale: first.scale, with: second.scale, below: high)
    guard low < high, !isYears(index, start, in: sentence) else { return nil }
    let digits = max(first.significantDigits, second.significantDigits)
    return make(
      index..<closing.tokens.upperBound, Amount(lower: low, upper: high, significantDigits: digits),
      unit: closing.unit, measure: closing.measure, form: .range, scale: second.scale)
  }

  /// The token where the second end begins: that of `AmountRange`, and the one behind "-to-".
  private static func connector(in sentence: Sentence, at index: Int, from start: Int) -> Int? {
    if sentence.isHyphen(index), sentence.roles(index + 1).contains(.to), sentence.isHyphen(index + 2) {
      return index + 3
    }
    return AmountRange.connector(sentence, index, start)
  }

  /// "-12.99 -5.44%": the second is below zero, not the end of a range.
  private static func isMinus(_ index: Int, _ sentence: Sentence) -> Bool {
    sentence.isDash(index) && sentence.tokens[index].isSpaced && index + 1 < sentence.count
      && !sentence.tokens[index + 1].isSpaced
  }

  private static func isYears(_ first: Int, _ second: Int, in sentence: QuantitySentence) -> Bool {
    sentence.sentence.isYear(first) && sentence.sentence.isYear(second)
  }
}
