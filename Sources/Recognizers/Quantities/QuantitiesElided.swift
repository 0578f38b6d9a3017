// "two or three weeks", "7- or 8-inch", "80 servicemen … and more than 20 on …": the unit stands nearby.
import Model

/// Not a `QuantityRule`: it needs the quantities already read.
enum QuantitiesElided: ReadingRule {
  static let specificity = 5
  static let rule = RuleDescription(
    id: "quantities-elided", stage: .recognize,
    summary: "A number in the same construction as a quantity: it takes that quantity's unit.",
    examples: [
      .init("It took two or three weeks.", "two = 2 week; three weeks = 3 week"),
      .init("It has a 7- or 8-inch screen.", "7 = 7 in; 8-inch = 8 in"),
      .init("They teach 80 pilots free and more than 20 for a fee.", "80 pilots = 80 person; 20 >= 20 person"),
      .init("More than 60 homes burnt, including 15 in the port.", "60 homes >= 60 home; 15 = 15 home"),
      .init("It has 80 pilots and 20 will leave.", "80 pilots = 80 person"),
    ])

  /// Quantities without a unit of their own beside those already read, in text order.
  static func readings(in sentence: QuantitySentence, beside known: [QuantityReading]) -> [QuantityReading] {
    var found: [QuantityReading] = []
    // From behind, as in "four-, five- and six-cylinder" each takes its unit from the next.
    var next = known.count - 1
    for index in (0..<sentence.count).reversed() {
      while next >= 0, known[next].tokens.lowerBound > index { next -= 1 }
      if next >= 0, known[next].tokens.contains(index) { continue }
      guard let number = number(in: sentence, at: index) else { continue }
      let behind = [found.last, next + 1 < known.count ? known[next + 1] : nil].compactMap { $0 }
        .min { $0.tokens.lowerBound < $1.tokens.lowerBound }
      if let behind, leads(number, to: behind, in: sentence) {
        found.append(reading(number, behind))
      } else if next >= 0, follows(number, known[next], in: sentence) {
        found.append(reading(number, known[next]))
      }
    }
    return found.reversed()
  }

  private static func number(in sentence: QuantitySentence, at index: Int) -> QuantityNumber? {
    let beginners: Roles = [.unit, .tens, .multiplier, .collective]
    guard sentence.sentence.isNumber(index) || !sentence.sentence.roles(index).isDisjoint(with: beginners),
      index == 0 || !sentence.sentence.isHyphen(index - 1) || sentence.sentence.isNumber(index),
      let number = QuantityNumber.read(in: sentence, at: index), !number.isFraction,
      !NumberTraps.isDate(number, in: sentence),
      !NumberTraps.isNumbered(number, in: sentence), !NumberTraps.isNamed(number, countsPersons: false, in: sentence)
    else { return nil }
    return number
  }

  private static func reading(_ number: QuantityNumber, _ neighbour: QuantityReading) -> QuantityReading {
    QuantityReading(
      tokens: number.start..<number.end,
      amount: Amount(point: number.value, significantDigits: number.significantDigits), form: number.form,
      unit: neighbour.unit, measure: neighbour.measure, scale: number.scale, rule: Self.self, specificity: specificity)
  }

  /// "two or three weeks", "from 24 to 30 percent", "7- or 8-inch", "ten of the 15 members".
  private static func leads(_ number: QuantityNumber, to next: QuantityReading, in sentence: QuantitySentence) -> Bool {
    let tokens = sentence.sentence
    guard !number.isOne || tokens.roles(number.end).contains(.or) else { return false }
    var gap = number.end..<next.tokens.lowerBound
    let isSuspended =
      tokens.isMark(gap.lowerBound, UInt8(ascii: "-")) && !tokens.tokens[gap.lowerBound].isSpaced && !gap.isEmpty
    if isSuspended { gap = (gap.lowerBound + 1)..<gap.upperBound }
    guard gap.count == 1 else {
      return gap.count == 2 && tokens.roles(gap.lowerBound).contains(.of)
        && tokens.roles(gap.lowerBound + 1).contains(.filler)
    }
    let roles = tokens.roles(gap.lowerBound)
    if isSuspended {
      return tokens.isMark(gap.lowerBound, UInt8(ascii: ",")) || !roles.isDisjoint(with: [.or, .and, .to])
    }
    if roles.contains(.or) { return true }
    return roles.contains(.to) && (next.measure != nil || tokens.roles(number.start - 1).contains(.from))
  }

  /// "and more than 20 on", "including 15 in", "compared with 63 last year", "up from 2.4 million in".
  private static func follows(
    _ number: QuantityNumber, _ last: QuantityReading, in sentence: QuantitySentence
  ) -> Bool {
    let tokens = sentence.sentence
    guard number.start - last.tokens.upperBound <= reach, !number.isOne, last.form != .indefinite,
      sentence.isClosed(number.end), !isMarked(number.end, in: tokens), !tokens.roles(number.end).contains(.of)
    else { return false }
    var opening = number.start
    let hedge = Hedges.before(opening, in: tokens)?.tokens
    if let hedge, hedge.upperBound == opening { opening = hedge.lowerBound }
    let before = opening - 1
    let roles = tokens.roles(before)
    if roles.contains(.and) { return hedge != nil || sentence.isWord(number.end, who) }
    if sentence.isWord(before, including) { return true }
    if sentence.isWord(before, with) { return sentence.isWord(before - 1, compared) }
    if roles.contains(.from) { return sentence.isWord(before - 1, up) || sentence.isWord(before - 1, down) }
    return roles.contains(.to) && tokens.roles(last.tokens.lowerBound - 1).contains(.from)
  }

  /// Tokens within which a number may take the unit of the quantity before it.
  private static let reach = 25

  private static func isMarked(_ index: Int, in sentence: Sentence) -> Bool {
    guard index < sentence.count, sentence.tokens[index].kind == .mark else { return false }
    return !sentence.tokens[index].isSpaced && index + 1 < sentence.count && !sentence.tokens[index + 1].isSpaced
  }

  private static let who = FoldedHash.of("who")
  private static let including = FoldedHash.of("including")
  private static let with = FoldedHash.of("with")
  private static let compared = FoldedHash.of("compared")
  private static let up = FoldedHash.of("up")
  private static let down = FoldedHash.of("down")
}
