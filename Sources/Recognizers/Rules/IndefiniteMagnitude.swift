// "millions of dollars", "tens of thousands of euros", "multimillion-dollar"; "invests billions".
import Model

enum IndefiniteMagnitude: AmountRule {
  static let specificity = 40
  static let rule = RuleDescription(
    id: "indefinite-magnitude", stage: .recognize,
    summary: "A plural magnitude before a currency word; bounds where the words give them.",
    examples: [
      .init("They spent millions of dollars.", "millions of dollars >= 1000000 USD"),
      .init("It took tens of thousands of euros.", "tens of thousands of euros = 10000..100000 EUR"),
      .init("They got billions in aid.", "billions >= 1000000000 -"),
      .init("Germany invests billions in the economy.", "billions >= 1000000000 -"),
      .init(unchanged: "Sales (in millions of dollars) are shown below."),
      .init(unchanged: "Millions of people live there."),
    ])

  static let beginnings: Beginnings = .magnitude

  static func reading(in sentence: Sentence, at index: Int) -> Reading? {
    guard let (lower, isBounded, next) = magnitude(in: sentence, at: index),
      !Captions.begin(before: index, in: sentence)
    else { return nil }
    let end = sentence.roles(next).contains(.of) ? next + 1 : next
    guard let mark = CurrencyReader.suffix(in: sentence, at: end) else {
      return bare(in: sentence, at: index, end: next, lower: lower, isBounded: isBounded)
    }
    guard let low = AmountArithmetic.major(lower, mark) else { return nil }
    return make(index..<mark.end, amount(low, isBounded), mark: mark, form: .indefinite)
  }

  /// The magnitude that begins at a token: its lower bound, whether its words bound it above, and the token behind it.
  static func magnitude(
    in sentence: Sentence, at index: Int
  ) -> (lower: ExactDecimal, isBounded: Bool, end: Int)? {
    guard sentence.isWord(index), let first = sentence.phrase(at: index, .magnitude) else { return nil }
    var lower = ExactDecimal(integer: Int(first.lexeme.value))
    var words = 1
    var next = first.end
    // Languages with cases need no "of": сотни миллионов рублей.
    while case let word = sentence.roles(next).contains(.of) ? next + 1 : next, sentence.isWord(word),
      !sentence.roles(word).isDisjoint(with: [.magnitude, .scale]),
      let product = try? lower.multiplied(by: ExactDecimal(integer: Int(sentence.lexeme(word).value)))
    {
      lower = product
      words += 1
      next = word + 1
    }
    return (lower, words > 1 || first.lexeme.value < 1000, next)
  }

  /// Bounds of a magnitude: the next power of ten above it, or none.
  static func amount(_ lower: ExactDecimal, _ isBounded: Bool) -> Amount {
    let upper = isBounded ? try? lower.multiplied(by: ExactDecimal(integer: 10)) : nil
    return Amount(lower: lower, upper: upper, significantDigits: 0)
  }

  /// "invests billions in": money by its verb, in a currency the text does not give.
  private static func bare(
    in sentence: Sentence, at index: Int, end: Int, lower: ExactDecimal, isBounded: Bool
  ) -> Reading? {
    guard lower >= ExactDecimal(integer: 1_000_000) else { return nil }
    // "billions in aid"
    let isInMoney =
      sentence.string(end, is: "in") && !sentence.roles(end + 1).isDisjoint(with: [.moneyNoun, .moneyVerb])
    guard isInMoney || index > 0 && sentence.roles(index - 1).contains(.moneyVerb),
      !sentence.roles(end).contains(.of), sentence.roles(end).contains(.follower) || !sentence.isWord(end)
    else { return nil }
    return make(index..<end, amount(lower, isBounded), mark: nil, form: .indefinite)
  }
}
