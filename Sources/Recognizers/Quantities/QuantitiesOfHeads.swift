// "a 19,000-strong contingent", "a 12-member committee", "a six-lane road".
import Model

enum QuantitiesOfHeads: QuantityRule {
  static let specificity = 40
  static let rule = RuleDescription(
    id: "quantities-of-heads", stage: .recognize,
    summary: "A number joined by a hyphen to -strong, a person or a thing: what it counts.",
    examples: [
      .init("A 19,000-strong contingent stayed.", "19,000-strong contingent = 19000 person"),
      .init("The 12-member committee met.", "12-member = 12 person"),
      .init("They built a six-lane road.", "six-lane = 6 lane"),
      .init(unchanged: "It was a one-man show with a third-party app."),
    ])

  static func reading(in sentence: QuantitySentence, at index: Int, _ number: QuantityNumber?) -> QuantityReading? {
    number.flatMap { reading($0, in: sentence) }
  }

  /// The reading of a number with the word its hyphen joins it to.
  static func reading(_ number: QuantityNumber, in sentence: QuantitySentence) -> QuantityReading? {
    guard sentence.countsThings, sentence.sentence.isHyphen(number.end), !number.isOne else { return nil }
    let word = number.end + 1
    guard sentence.sentence.isWord(word) else { return nil }
    let noun = sentence.noun(word)
    let amount = Amount(point: number.value, significantDigits: number.significantDigits)
    if sentence.sentence.tokens[word].hash == strong {
      return make(number.start..<groupEnd(word + 1, in: sentence), amount, unit: "person")
    }
    guard !sentence.sentence.isHyphen(word + 1) else { return nil }
    if noun.roles.contains(.person), !sentence.hasSuffix(word, "s") {
      return make(number.start..<(word + 1), amount, unit: "person")
    }
    guard noun.roles.contains(.inCompound), noun.singular >= 0 else { return nil }
    let unit = sentence.lexicon.singulars[Int(noun.singular)]
    return make(number.start..<(word + 1), amount, unit: unit)
  }

  private static let strong = FoldedHash.of("strong")

  /// The token behind the group that "-strong" measures, with one word before it at most.
  private static func groupEnd(_ index: Int, in sentence: QuantitySentence) -> Int {
    for word in index...(index + 1) where sentence.isNextWord(word) {
      if sentence.noun(word).roles.contains(.group) { return word + 1 }
      if sentence.endsPhrase(word) { break }
    }
    return index
  }
}
