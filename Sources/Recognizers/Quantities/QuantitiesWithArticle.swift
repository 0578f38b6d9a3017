// "over a year", "nearly a mile", "half an hour", "a year and a half".
import Model

enum QuantitiesWithArticle: QuantityRule {
  static let specificity = 10
  static let rule = RuleDescription(
    id: "quantities-with-article", stage: .recognize,
    summary: "An article before a unit, where a hedge or a fraction shows that it is measured.",
    examples: [
      .init("It was in the works for over a year.", "a year >= 1 year"),
      .init("They waited half an hour.", "half an hour = 0.5 hour"),
      .init("It took a year and a half.", "a year and a half = 1.5 year"),
      .init(unchanged: "The fee is due once a year, said a minister."),
    ])

  static func reading(in sentence: QuantitySentence, at index: Int, _ number: QuantityNumber?) -> QuantityReading? {
    let tokens = sentence.sentence
    let roles = tokens.roles(index)
    if roles.contains(.fraction) { return fraction(in: sentence, at: index) }
    guard roles.contains(.article), let unit = unit(in: sentence, at: index + 1) else { return nil }
    if let half = tokens.roles(unit.end).contains(.and) ? FractionNumber.behindAnd(in: tokens, at: unit.end) : nil,
      let value = try? ExactDecimal(integer: 1).adding(half.value)
    {
      return make(index..<half.end, value, unit.unit, sentence)
    }
    guard tokens.phrase(before: index, .hedge) != nil, isEnd(unit.end, in: sentence) else { return nil }
    return make(index..<unit.end, ExactDecimal(integer: 1), unit.unit, sentence)
  }

  /// "half an hour", "quarter of a mile", "half-hour".
  private static func fraction(in sentence: QuantitySentence, at index: Int) -> QuantityReading? {
    guard let (part, whole) = FractionNumber.share(in: sentence.sentence, at: index), !part.isRounded,
      let unit = unit(in: sentence, at: whole)
    else { return nil }
    return make(index..<unit.end, part.value, unit.unit, sentence)
  }

  private static func make(
    _ tokens: Range<Int>, _ value: ExactDecimal, _ measure: Int32, _ sentence: QuantitySentence
  ) -> QuantityReading {
    make(tokens, Amount(point: value, significantDigits: 1), measure: measure, in: sentence)
  }

  private static func unit(in sentence: QuantitySentence, at index: Int) -> (unit: Int32, end: Int)? {
    guard let found = sentence.phrase(at: index, .unit), sentence.lexicon.unit(found.noun)?.takesArticle == true,
      !sentence.isTaken(index..<found.end)
    else { return nil }
    return (found.noun.unit, found.end)
  }

  /// "over a year ago", not "over a year book".
  private static func isEnd(_ index: Int, in sentence: QuantitySentence) -> Bool {
    sentence.isClosed(index) || sentence.noun(index).roles.contains(.dimension)
      || !sentence.sentence.roles(index).isDisjoint(with: [.timeOrder, .hedgeAfter])
  }
}
