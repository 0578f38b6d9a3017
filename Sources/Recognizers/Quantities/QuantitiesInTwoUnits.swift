// "5 years and 3 months", "6 ft 2 in", "two hours and a half".
import Model

enum QuantitiesInTwoUnits: QuantityRule {
  static let specificity = 60
  static let rule = RuleDescription(
    id: "quantities-in-two-units", stage: .recognize,
    summary: "A quantity in a unit followed by one in its part: one quantity, in the smaller unit.",
    examples: [
      .init("He served 5 years and 3 months.", "5 years and 3 months = 63 month"),
      .init("The wall is 6 feet 2 inches high.", "6 feet 2 inches = 74 in"),
      .init("They talked for two hours and a half.", "two hours and a half = 2.5 hour"),
      .init(unchanged: "She counted six, and a half was lost."),
    ])

  static func reading(in sentence: QuantitySentence, at index: Int, _ number: QuantityNumber?) -> QuantityReading? {
    guard let number, let large = sentence.measured(number),
      let measure = large.measure, let value = large.amount.lower, !value.isNegative
    else { return nil }
    let tokens = sentence.sentence
    let end = large.tokens.upperBound
    let isJoined = tokens.roles(end).contains(.and)
    if isJoined, let half = FractionNumber.behindAnd(in: tokens, at: end), sentence.isClosed(half.end),
      let sum = try? value.adding(half.value)
    {
      return make(index..<half.end, point(sum, number), measure: measure, in: sentence)
    }
    guard let part = sentence.lexicon.units[Int(measure)].part,
      let second = QuantityNumber.read(in: sentence, at: isJoined ? end + 1 : end),
      let small = sentence.measured(second), small.measure == part.unit,
      let rest = small.amount.lower, !rest.isNegative, rest < ExactDecimal(integer: part.count),
      let whole = try? value.multiplied(by: ExactDecimal(integer: part.count)), let sum = try? whole.adding(rest)
    else { return nil }
    return make(index..<small.tokens.upperBound, point(sum, number), measure: part.unit, in: sentence)
  }

  private static func point(_ value: ExactDecimal, _ number: QuantityNumber) -> Amount {
    Amount(point: value, significantDigits: number.significantDigits + 1)
  }
}
