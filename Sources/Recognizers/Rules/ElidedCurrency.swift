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
        !isCountedOn(number, beside: neighbour, bare, in: sentence),
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
      guard NumberReader.mayBegin(sentence.tokens[index]) else {
        index += 1
        continue
      }
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

  static func distance(_ tokens: Range<Int>, _ number: NumberPhrase) -> Int {
    tokens.upperBound <= number.start ? number.start - tokens.upperBound : tokens.lowerBound - number.end
  }
}
