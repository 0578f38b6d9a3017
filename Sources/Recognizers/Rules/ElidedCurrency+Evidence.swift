// What shows that a number whose currency is left out is an amount.
import Model

extension ElidedCurrency {
  /// "a deficit of 1.6 billion ($2.5 billion)": brackets restate in another currency, so this one is not told.
  static func restated(_ number: NumberPhrase, by known: [Reading], in sentence: Sentence) -> Reading? {
    guard number.scale >= 1_000_000, sentence.isMark(number.end, UInt8(ascii: "(")), opens(number.start, in: sentence),
      known.contains(where: { $0.tokens.lowerBound - number.end <= 2 && $0.tokens.lowerBound > number.end })
    else { return nil }
    let amount = Amount(point: number.value, significantDigits: number.significantDigits)
    return Reading(
      tokens: number.start..<number.end, amount: amount, mark: nil, scale: number.scale, rule: Self.self,
      specificity: specificity)
  }

  /// "3 million users, up from 2 million": what was counted last is counted on, not money.
  static func isCountedOn(
    _ number: NumberPhrase, beside neighbour: Reading, _ bare: [NumberPhrase], in sentence: Sentence
  ) -> Bool {
    guard let before = bare.last(where: { $0.end <= number.start && $0.scale >= 1000 }) else { return false }
    let isNearer = neighbour.tokens.lowerBound > before.start || neighbour.tokens.upperBound <= before.start
    return isNearer && !isBetween(before.end, number.start, neighbour) && isCounted(before, in: sentence)
      && !sentence.roles(number.start - 1).contains(.further)
  }

  private static func isBetween(_ start: Int, _ end: Int, _ reading: Reading) -> Bool {
    reading.tokens.lowerBound >= start && reading.tokens.upperBound <= end
  }

  /// A scale, an opening that expects an amount, and nothing counted behind it.
  static func isElided(_ number: NumberPhrase, beside neighbour: Reading, in sentence: Sentence) -> Bool {
    guard number.scale >= 1000, !number.hasLooseAbbreviation, distance(neighbour.tokens, number) <= 30,
      neighbour.mark?.divisorPower == 0, !isCounted(number, in: sentence)
    else { return false }
    return opens(number.start, in: sentence) || leadsToAmount(number.end, neighbour, in: sentence)
  }

  /// Whether a noun is counted behind the number, or a percentage.
  static func isCounted(_ number: NumberPhrase, in sentence: Sentence) -> Bool {
    guard number.end < sentence.count else { return false }
    if sentence.tokens[number.end].kind == .mark {
      return sentence.isMark(number.end, UInt8(ascii: "%")) || sentence.isHyphen(number.end)
    }
    return sentence.roles(number.end).isDisjoint(with: [.follower, .movement, .of])
      || sentence.roles(number.end).contains(.of) && !sentence.roles(number.end + 1).contains(.filler)
  }

  /// "280 million of the 1.5 billion shekels".
  private static func leadsToAmount(_ end: Int, _ neighbour: Reading, in sentence: Sentence) -> Bool {
    sentence.roles(end).contains(.of) && (0...3).contains(neighbour.tokens.lowerBound - end)
  }

  /// "another", "to", "from", "and", "or", "than", a comma, with hedges and fillers between.
  private static func opens(_ start: Int, in sentence: Sentence) -> Bool {
    var index = start
    for _ in 0..<3 {
      guard let skipped = sentence.phrase(before: index, .hedge) ?? sentence.phrase(before: index, .filler) else {
        break
      }
      if sentence.roles(index - 1).contains(.further) { return true }
      index = skipped.start
    }
    let before = sentence.roles(index - 1)
    return !before.isDisjoint(with: [.further, .to, .from, .and, .follower, .between, .moneyVerb])
      || sentence.isMark(index - 1, UInt8(ascii: ",")) || sentence.isMark(index - 1, UInt8(ascii: "("))
      || sentence.isMark(index - 1, UInt8(ascii: ":")) || sentence.isDash(index - 1)
  }

  /// "800 tugriks per ton; … 500 per ton": the same per-phrase behind both.
  static func sharesUnit(_ number: NumberPhrase, with neighbour: Reading, in sentence: Sentence) -> Bool {
    guard let unit = PerPhrase.unit(after: number.end, in: sentence), unit != "each" else { return false }
    return unit == PerPhrase.unit(after: neighbour.tokens.upperBound, in: sentence)
      && (sentence.tokens[number.start].isSpaced || number.start == 0)
  }

  /// "fell from US$31,000 in February to 12,500 in August".
  static func isMovedTo(_ number: NumberPhrase, from neighbour: Reading, in sentence: Sentence) -> Bool {
    guard neighbour.tokens.upperBound <= number.start, distance(neighbour.tokens, number) <= 6,
      number.value >= ExactDecimal(integer: 100), !isCounted(number, in: sentence)
    else { return false }
    return sentence.roles(number.start - 1).contains(.to)
      && sentence.roles(neighbour.tokens.lowerBound - 1).contains(.from)
  }

  /// "The highest bid is $84.75, while the lowest is 74.07": what is compared with the amount, to as many places.
  static func isRival(_ number: NumberPhrase, of neighbour: Reading, in sentence: Sentence) -> Bool {
    guard number.isDigits, number.scale == 1, neighbour.scale == 1, neighbour.tokens.upperBound < number.start,
      number.value.scale > 0, number.value.scale == neighbour.statedDecimals, !isCounted(number, in: sentence)
    else { return false }
    return sentence.roles(number.start - 1).contains(.copula) && sentence.roles(number.start - 2).contains(.rival)
  }
}

extension Reading {
  /// Decimal places of the number as stated, before cents became parts of the unit.
  fileprivate var statedDecimals: Int { (amount.lower?.scale ?? 0) - (mark?.divisorPower ?? 0) }
}
