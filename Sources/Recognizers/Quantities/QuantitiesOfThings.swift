// "30,000 troops", "three leading Afghan opium routes", "600 identified minefields", "two of the country's budgets".
import Model

enum QuantitiesOfThings: QuantityRule {
  static let specificity = 20
  static let rule = RuleDescription(
    id: "quantities-of-things", stage: .recognize,
    summary: "A number before the English noun phrase of what it counts: persons, or the singular of its head noun.",
    examples: [
      .init("They sent 300 Tajik border guards.", "300 Tajik border guards = 300 person"),
      .init("It cleared 600 identified minefields.", "600 identified minefields = 600 minefield"),
      .init("The base has three infantry regiments.", "three infantry regiments = 3 regiment"),
      .init("It cost two of the country's budgets.", "two of the country's budgets = 2 budget"),
      .init(unchanged: "The two countries met on 12 May."), .init(unchanged: "It is one of the routes."),
      .init(unchanged: "The G-8 ministers read pages 5 and 7."),
    ])

  static func reading(in sentence: QuantitySentence, at index: Int, _ number: QuantityNumber?) -> QuantityReading? {
    number.flatMap { reading($0, in: sentence) }
  }

  /// The reading of a number with the noun phrase behind it.
  static func reading(_ number: QuantityNumber, in sentence: QuantitySentence) -> QuantityReading? {
    let tokens = sentence.sentence
    guard sentence.countsThings, !number.isFraction, number.isDigits || !number.value.isZero,
      !number.value.isNegative, number.end < tokens.count,
      tokens.isWord(number.end),
      // "three quarters now rent"
      tokens.roles(number.end).isDisjoint(with: [.fraction, .ordinalPart]),
      tokens.tokens[number.end].isSpaced, !NumberTraps.isNumbered(number, in: sentence)
    else { return nil }
    guard let phrase = phrase(number, in: sentence), !sentence.isTaken(number.start..<phrase.end),
      !NumberTraps.isNamed(number, countsPersons: phrase.isPerson, in: sentence),
      !NumberTraps.isDate(number, in: sentence) || isCounted(phrase, not: number, in: sentence)
    else { return nil }
    return make(
      number.start..<phrase.end, Amount(point: number.value, significantDigits: number.significantDigits),
      unit: phrase.unit(in: sentence), measure: phrase.measure(in: sentence), form: number.form,
      scale: number.scale)
  }

  private static func phrase(_ number: QuantityNumber, in sentence: QuantitySentence) -> NounPhrase? {
    if number.isOne { return single(number, in: sentence) }
    if sentence.sentence.roles(number.end).contains(.of) {
      guard isDeterminer(number.end + 1, in: sentence) else { return nil }
      return NounPhrase.plural(in: sentence, at: number.end + 2, isOwned: true)
    }
    guard sentence.measured(number) == nil, UnitReader.unit(in: sentence, behind: number.end) == nil,
      let phrase = NounPhrase.plural(in: sentence, at: number.end), !isKnown(phrase, number, in: sentence)
    else { return nil }
    return phrase
  }

  /// "at least one soldier", "1 soldier"; "one official said" is no count.
  private static func single(_ number: QuantityNumber, in sentence: QuantitySentence) -> NounPhrase? {
    guard number.isDigits || sentence.sentence.phrase(before: number.start, .hedge) != nil else { return nil }
    return NounPhrase.singularPerson(in: sentence, at: number.end)
  }

  private static let determiners: Set<UInt64> = Set(
    ["the", "its", "their", "his", "her", "our", "my", "your", "these", "those"].map { FoldedHash.of($0) })
  private static let pointers: Set<UInt64> = Set(["the", "these", "those", "both"].map { FoldedHash.of($0) })

  private static func isDeterminer(_ index: Int, in sentence: QuantitySentence) -> Bool {
    sentence.sentence.isWord(index) && determiners.contains(sentence.sentence.tokens[index].hash)
  }

  /// "the two countries": a small number that only points to what was named before.
  private static func isKnown(_ phrase: NounPhrase, _ number: QuantityNumber, in sentence: QuantitySentence) -> Bool {
    let before = number.start - 1
    guard phrase.words == 1, number.value <= ExactDecimal(integer: 10), sentence.sentence.isWord(before) else {
      return false
    }
    return pointers.contains(sentence.sentence.tokens[before].hash)
      && !sentence.sentence.roles(phrase.end).contains(.of)
  }

  /// "2000 people" are counted where no preposition of time stands before.
  private static func isCounted(_ phrase: NounPhrase, not number: QuantityNumber, in sentence: QuantitySentence) -> Bool
  {
    let tokens = sentence.sentence
    let before = number.start - 1
    return phrase.isPerson && phrase.words == 1 && tokens.isYear(number.start) && tokens.isWord(before)
      && tokens.roles(before).isDisjoint(with: [.stop, .follower, .yearIn, .yearStart, .yearEnd, .between, .month])
  }
}
