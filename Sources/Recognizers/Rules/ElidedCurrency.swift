// "… and another one billion", "from 31 million dollars in 2008 to 29 million": the currency stands nearby.
import Model

/// Not an `AmountRule`: it needs the amounts already read in the sentence.
enum ElidedCurrency {
  static let rule = RuleDescription(
    id: "elided-currency", stage: .recognize,
    summary: "A number with a scale, in the same construction as an amount: it takes that amount's currency.",
    examples: [
      .init(
        "They spent 2 billion rubles and plan to spend another one billion on this.",
        "2 billion rubles = 2000000000 RUB; one billion = 1000000000 RUB"),
      .init(
        "It fell from 31 million dollars in 2008 to 29 million in 2009.",
        "31 million dollars = 31000000 USD; 29 million = 29000000 USD"),
      .init("It paid $5 million for 3 million barrels.", "$5 million = 5000000 USD"),
    ])

  /// Amounts without a currency of their own between those already read, in text order.
  static func readings(in sentence: Sentence, beside known: [Reading]) -> [Reading] {
    var found: [Reading] = []
    var index = 0
    while index < sentence.count {
      if let covering = known.first(where: { $0.tokens.contains(index) }) {
        index = covering.tokens.upperBound
        continue
      }
      guard let number = NumberReader.number(in: sentence, at: index, allowingBareScale: false) else {
        index += 1
        continue
      }
      if let neighbour = nearest(to: number, in: known), isElided(number, beside: neighbour, in: sentence),
        var mark = neighbour.mark
      {
        mark.start = number.start
        mark.end = number.end
        let amount = Amount(point: number.value, significantDigits: number.significantDigits)
        found.append(
          Reading(
            tokens: number.start..<number.end, amount: amount, mark: mark, scale: number.scale, rule: rule.id,
            specificity: 10))
      }
      index = number.end
    }
    return found
  }

  private static func nearest(to number: NumberPhrase, in known: [Reading]) -> Reading? {
    known.filter { $0.mark != nil && $0.form != .indefinite }.min {
      distance($0.tokens, number) < distance($1.tokens, number)
    }
  }

  private static func distance(_ tokens: Range<Int>, _ number: NumberPhrase) -> Int {
    tokens.upperBound <= number.start ? number.start - tokens.upperBound : tokens.lowerBound - number.end
  }

  /// A scale, an opening that expects an amount, and nothing counted behind it.
  private static func isElided(_ number: NumberPhrase, beside neighbour: Reading, in sentence: Sentence) -> Bool {
    guard number.scale >= 1000, !number.hasLooseAbbreviation, distance(neighbour.tokens, number) <= 30,
      neighbour.mark?.word.divisorPower == 0
    else { return false }
    let next = sentence.roles(number.end)
    let endsClause =
      number.end >= sentence.count
      || sentence.tokens[number.end].kind == .mark
        && !sentence.isMark(number.end, UInt8(ascii: "%")) && !sentence.isHyphen(number.end)
    guard endsClause || next.contains(.follower) || sentence.isNumber(number.end) == false && next.contains(.movement)
    else { return false }
    return opens(number.start, in: sentence)
  }

  /// "another", "to", "from", "and", "or", "than", a comma, with hedges and fillers between.
  private static func opens(_ start: Int, in sentence: Sentence) -> Bool {
    var index = start
    for _ in 0..<3 {
      guard let skipped = sentence.phrase(before: index, [.hedge]) ?? sentence.phrase(before: index, [.filler]) else {
        break
      }
      if sentence.roles(index - 1).contains(.further) { return true }
      index = skipped.start
    }
    let before = sentence.roles(index - 1)
    return !before.isDisjoint(with: [.further, .to, .from, .and, .follower, .between])
      || sentence.isMark(index - 1, UInt8(ascii: ",")) || sentence.isMark(index - 1, UInt8(ascii: "("))
      || sentence.isMark(index - 1, UInt8(ascii: ":")) || sentence.isDash(index - 1)
  }
}
