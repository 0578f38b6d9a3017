// "hundreds of soldiers", "tens of thousands of people", "dozens of miles".
import Model

enum QuantitiesOfMagnitude: QuantityRule {
  static let specificity = 25
  static let rule = RuleDescription(
    id: "quantities-of-magnitude", stage: .recognize,
    summary: "A plural magnitude before what it counts; bounds where the words give them.",
    examples: [
      .init("Tens of thousands of people fled.", "Tens of thousands of people = 10000..100000 person"),
      .init("It lies hundreds of miles away.", "hundreds of miles = 100..1000 mi"),
      .init(unchanged: "Millions were lost, and hundreds of the best."),
    ])

  static func reading(in sentence: QuantitySentence, at index: Int, _ number: QuantityNumber?) -> QuantityReading? {
    let tokens = sentence.sentence
    guard let (lower, isBounded, end) = IndefiniteMagnitude.magnitude(in: tokens, at: index),
      tokens.roles(end).contains(.of), !sentence.isTaken(index..<end)
    else { return nil }
    let amount = IndefiniteMagnitude.amount(lower, isBounded)
    if let found = sentence.phrase(at: end + 1, .unit) {
      return make(index..<found.end, amount, measure: found.noun.unit, in: sentence, form: .indefinite)
    }
    guard sentence.countsThings, let phrase = NounPhrase.plural(in: sentence, at: end + 1),
      !sentence.isTaken(index..<phrase.end)
    else { return nil }
    return make(
      index..<phrase.end, amount, unit: phrase.unit(in: sentence), form: .indefinite)
  }
}
