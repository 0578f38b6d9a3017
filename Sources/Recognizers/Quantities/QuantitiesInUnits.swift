// "45 kilometers", "2.2 tons", "15%", "1,200-km-long", "five-year", "-5 °C".
import Model

enum QuantitiesInUnits: QuantityRule {
  static let specificity = 30
  static let rule = RuleDescription(
    id: "quantities-in-units", stage: .recognize,
    summary: "A number before a unit of measure: distance, mass, time, percentage and the like.",
    examples: [
      .init("The road is 45 kilometres long.", "45 kilometres = 45 km"),
      .init("It shipped 2.2 tons of rice and 15% more oil.", "2.2 tons = 2.2 t; 15% = 15 percent"),
      .init("A 1,200-km-long wall stood for nine months.", "1,200-km-long = 1200 km; nine months = 9 month"),
      .init("The five-year plan covers 37m (121ft) of quay.", "five-year = 5 year; 37m = 37 m; 121ft = 121 ft"),
      .init("It was minus 12 degrees Celsius.", "minus 12 degrees Celsius = -12 °C"),
      .init(unchanged: "He flew in a MiG-29 on May 12 at 9 a.m."),
    ])

  static func reading(in sentence: QuantitySentence, at index: Int, _ number: QuantityNumber?) -> QuantityReading? {
    number.flatMap { sentence.measured($0) }
  }

  /// The reading of a number with the unit behind it.
  static func reading(_ number: QuantityNumber, in sentence: QuantitySentence) -> QuantityReading? {
    if let shortened = number.shortened, let mark = UnitReader.unit(in: sentence, behind: shortened.end),
      isUnit(mark, notScaleOf: number, in: sentence)
    {
      return make(number, shortened.value, mark, in: sentence)
    }
    guard let mark = UnitReader.unit(in: sentence, behind: number.end), isMeant(mark, by: number, in: sentence) else {
      return nil
    }
    return make(number, number.value, mark, in: sentence)
  }

  private static func make(
    _ number: QuantityNumber, _ value: ExactDecimal, _ mark: UnitMark, in sentence: QuantitySentence
  ) -> QuantityReading {
    make(
      number.start..<mark.end, Amount(point: value, significantDigits: number.significantDigits), measure: mark.unit,
      in: sentence, form: number.form, scale: number.scale)
  }

  /// "37m long" and "5 t" are units, "12.3m tonnes" and "35m of its devices" scales.
  private static func isUnit(_ mark: UnitMark, notScaleOf number: QuantityNumber, in sentence: QuantitySentence) -> Bool
  {
    if mark.end > number.end { return true }
    let tokens = sentence.sentence
    if tokens.isHyphen(mark.end) || sentence.noun(mark.end).roles.contains(.dimension) { return true }
    if tokens.isMark(mark.end, UInt8(ascii: "(")), let other = QuantityNumber.read(in: sentence, at: mark.end + 1),
      let equal = UnitReader.unit(in: sentence, behind: other.end),
      sentence.lexicon.units[Int(equal.unit)].dimension == sentence.lexicon.units[Int(mark.unit)].dimension
    {
      return true
    }
    guard UnitReader.unit(in: sentence, behind: number.end) == nil,
      NounPhrase.plural(in: sentence, at: number.end) == nil
    else { return false }
    // "5 m wall", "20 mm": a scale is seldom set off, and never of two small letters alone.
    let letters = tokens.tokens[number.end - 1]
    return letters.isSpaced && !tokens.roles(number.end).contains(.of) || letters.end - letters.start > 1
  }

  /// Whether the unit is meant: not in dates, idioms ("one day") or words that are mostly something else.
  private static func isMeant(_ mark: UnitMark, by number: QuantityNumber, in sentence: QuantitySentence) -> Bool {
    let unit = sentence.lexicon.units[Int(mark.unit)]
    if unit.dimension == .share { return true }
    let tokens = sentence.sentence
    if NumberTraps.isNumbered(number, in: sentence) { return false }
    // "zero-day"
    if mark.isHyphenated, number.value.isZero, !number.isDigits { return false }
    let isWord = !mark.isSymbol && !mark.isHyphenated
    if isWord, tokens.isYear(number.start), unit.dimension == .time || NumberTraps.isDate(number, in: sentence) {
      return false
    }
    if isWord, isDoubtful(unit, mark, number, in: sentence) { return false }
    // "three times higher" compares.
    if unit.name == "time", isComparison(mark.end, in: sentence) { return false }
    return true
  }

  /// "one day", "at one point"; "two second homes".
  private static func isDoubtful(
    _ unit: MeasureUnit, _ mark: UnitMark, _ number: QuantityNumber, in sentence: QuantitySentence
  ) -> Bool {
    if number.isOne, !number.isDigits, ["day", "night", "point", "second", "minute", "bit"].contains(unit.name) {
      return sentence.sentence.phrase(before: number.start, .hedge) == nil
    }
    return unit.name == "second" && !sentence.hasSuffix(mark.end - 1, "s") && !number.isOne && number.value.scale == 0
  }

  private static func isComparison(_ index: Int, in sentence: QuantitySentence) -> Bool {
    let tokens = sentence.sentence
    guard tokens.isWord(index) else { return false }
    let follower = tokens.tokens[index].hash
    return comparisons.contains(follower) || sentence.hasSuffix(index, "er")
  }

  private static let comparisons: Set<UInt64> = Set(
    ["as", "more", "less", "the", "that", "what", "its", "their", "his", "fewer"].map { FoldedHash.of($0) })
}
