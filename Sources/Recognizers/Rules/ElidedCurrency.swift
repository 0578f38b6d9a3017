// "… and another one billion", "from 31 million dollars in 2008 to 29 million": the currency stands nearby.
import Model

/// Not an `AmountRule`: it needs the amounts already read.
enum ElidedCurrency: ReadingRule {
  static let specificity = 10
  static let rule = RuleDescription(
    id: "elided-currency", stage: .recognize,
    summary: "A number in the same construction as an amount: it takes that amount's currency.",
    examples: [
      .init(
        "They spent 2 billion rubles and plan to spend another one billion on this.",
        "2 billion rubles = 2000000000 RUB; one billion = 1000000000 RUB"),
      .init(
        "It fell from 31 million dollars in 2008 to 29 million in 2009.",
        "31 million dollars = 31000000 USD; 29 million = 29000000 USD"),
      .init("They ask 800 tugriks per ton; we offer 500 per ton.", "800 tugriks = 800 MNT; 500 = 500 MNT"),
      .init("The lunch is eight or nine euros.", "eight = 8 EUR; nine euros = 9 EUR"),
      .init("It paid $5 million for 3 million barrels.", "$5 million = 5000000 USD"),
    ])

  /// Adds to the amounts already read those without a currency of their own between them, in text order.
  static func complete(_ known: inout [Reading], in sentence: Sentence) {
    let bare = numbers(in: sentence, outside: known)
    // A single amount without a number beside it has nothing to share.
    guard !bare.isEmpty || known.count > 1 else { return }
    var readings = AmountList.joined(known, bare, in: sentence)
    for number in bare where !readings.contains(where: { $0.tokens.contains(number.start) }) {
      if let foreign = restated(number, by: known, in: sentence) {
        readings.append(foreign)
      } else if let neighbour = nearest(to: number, in: known),
        isElided(number, beside: neighbour, in: sentence) || sharesUnit(number, with: neighbour, in: sentence)
          || isMovedTo(number, from: neighbour, in: sentence) || isRival(number, of: neighbour, in: sentence),
        let found = reading(number, neighbour)
      {
        readings.append(found)
      }
    }
    if readings.count > known.count { readings.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    known = readings
  }

  /// "a deficit of 1.6 billion ($2.5 billion)": brackets restate in another currency, so this one is not told.
  private static func restated(_ number: NumberPhrase, by known: [Reading], in sentence: Sentence) -> Reading? {
    guard number.scale >= 1_000_000, sentence.isMark(number.end, UInt8(ascii: "(")), opens(number.start, in: sentence),
      known.contains(where: { $0.tokens.lowerBound - number.end <= 2 && $0.tokens.lowerBound > number.end })
    else { return nil }
    let amount = Amount(point: number.value, significantDigits: number.significantDigits)
    return Reading(
      tokens: number.start..<number.end, amount: amount, mark: nil, scale: number.scale, rule: Self.self,
      specificity: specificity)
  }

  /// "Another 6 million" in a sentence without a currency, after one with an amount.
  static func readings(in sentence: Sentence, after last: Reading) -> [Reading] {
    numbers(in: sentence, outside: []).compactMap { number in
      guard isCounted(number, in: sentence) == false, number.scale >= 1000, !number.hasLooseAbbreviation,
        sentence.roles(number.start - 1).contains(.further)
      else { return nil }
      return reading(number, last)
    }
  }

  /// A number in a neighbour's currency.
  static func reading(_ number: NumberPhrase, _ neighbour: Reading) -> Reading? {
    guard var mark = neighbour.mark else { return nil }
    mark.tokens = number.start..<number.end
    guard let amount = AmountArithmetic.point(number, mark) else { return nil }
    return Reading(
      tokens: number.start..<number.end, amount: amount, mark: mark, scale: number.scale, rule: Self.self,
      specificity: specificity)
  }

  private static func numbers(in sentence: Sentence, outside known: [Reading]) -> [NumberPhrase] {
    var found: [NumberPhrase] = []
    var index = 0
    var next = 0
    while index < sentence.count {
      while next < known.count, known[next].tokens.upperBound <= index { next += 1 }
      if next < known.count, known[next].tokens.contains(index) {
        index = known[next].tokens.upperBound
      } else if let number = NumberReader.number(in: sentence, at: index) {
        found.append(number)
        index = number.end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func nearest(to number: NumberPhrase, in known: [Reading]) -> Reading? {
    var best: Reading?
    for reading in known where reading.mark != nil && reading.form != .indefinite {
      if let found = best, distance(found.tokens, number) <= distance(reading.tokens, number) { continue }
      best = reading
    }
    return best
  }

  private static func distance(_ tokens: Range<Int>, _ number: NumberPhrase) -> Int {
    tokens.upperBound <= number.start ? number.start - tokens.upperBound : tokens.lowerBound - number.end
  }

  /// A scale, an opening that expects an amount, and nothing counted behind it.
  private static func isElided(_ number: NumberPhrase, beside neighbour: Reading, in sentence: Sentence) -> Bool {
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
  private static func sharesUnit(_ number: NumberPhrase, with neighbour: Reading, in sentence: Sentence) -> Bool {
    guard let unit = PerPhrase.unit(after: number.end, in: sentence), unit != "each" else { return false }
    return unit == PerPhrase.unit(after: neighbour.tokens.upperBound, in: sentence)
      && (sentence.tokens[number.start].isSpaced || number.start == 0)
  }

  /// "fell from US$31,000 in February to 12,500 in August".
  private static func isMovedTo(_ number: NumberPhrase, from neighbour: Reading, in sentence: Sentence) -> Bool {
    guard neighbour.tokens.upperBound <= number.start, distance(neighbour.tokens, number) <= 6,
      number.value >= ExactDecimal(integer: 100), !isCounted(number, in: sentence)
    else { return false }
    return sentence.roles(number.start - 1).contains(.to)
      && sentence.roles(neighbour.tokens.lowerBound - 1).contains(.from)
  }

  /// "The highest bid is $84.75, while the lowest is 74.07": what is compared with the amount, to as many places.
  private static func isRival(_ number: NumberPhrase, of neighbour: Reading, in sentence: Sentence) -> Bool {
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
