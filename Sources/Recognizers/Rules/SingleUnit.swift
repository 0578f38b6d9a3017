// "a dollar a day", "for a fiver", "cost a grand": one unit, counted by the article.
import Model

enum SingleUnit: AmountRule {
  static let specificity = 10
  static let rule = RuleDescription(
    id: "single-unit", stage: .recognize,
    summary: "A currency word behind \"a\", where it is paid or measured; the currency as such is no amount.",
    examples: [
      .init("They live on a dollar a day.", "a dollar = 1 USD"),
      .init("He sold it for a tenner.", "a tenner = 10 GBP"),
      .init("The shares rose a cent to $1.20.", "a cent = 0.01 USD; $1.20 = 1.2 USD"),
      .init(unchanged: "The value of a dollar fell."),
      .init(unchanged: "It is a dollar store."),
      .init(unchanged: "They left without paying a cent."),
    ])

  static let needsCurrency = true

  static func reading(in sentence: Sentence, at index: Int) -> Reading? {
    guard sentence.roles(index).contains(.counted), index > 0, sentence.roles(index - 1).contains(.article),
      let mark = CurrencyReader.suffix(in: sentence, at: index), mark.form == .word, !mark.isHyphenated,
      isPaid(index - 1, mark, in: sentence),
      let value = AmountArithmetic.major(ExactDecimal(integer: 1), mark)
    else { return nil }
    // "a dollar and a half"
    if sentence.roles(mark.end).contains(.and), let part = FractionNumber.behindAnd(in: sentence, at: mark.end),
      !part.isRounded,
      let more = try? value.multiplied(by: part.value), let sum = try? value.adding(more)
    {
      return make((index - 1)..<part.end, Amount(point: sum, significantDigits: 2), mark: mark)
    }
    return make((index - 1)..<mark.end, Amount(point: value, significantDigits: 1), mark: mark)
  }

  private static func isPaid(_ article: Int, _ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    guard !isNoun(mark.end, in: sentence) else { return false }
    if article == 0, mark.end == sentence.count { return true }
    if sentence.roles(mark.end).contains(.and), FractionNumber.behindAnd(in: sentence, at: mark.end) != nil {
      return true
    }
    guard !isDenied(article, in: sentence) else { return false }
    if sentence.phrase(at: mark.end, .perAdverb) != nil || PerPhrase.unit(after: mark.end, in: sentence) != nil {
      return true
    }
    let before = sentence.roles(article - 1)
    if mark.multiplier > 1 && mark.multiplier < 1000 { return true }
    return !before.isDisjoint(with: [.moneyVerb, .to, .movement, .hedge]) || isPrice(article - 1, in: sentence)
  }

  /// What stands behind is a noun that the currency only describes, or goes on with it: "a dollar store", "a euro-zone".
  private static func isNoun(_ end: Int, in sentence: Sentence) -> Bool {
    if sentence.isHyphen(end) { return true }
    guard sentence.isWord(end) else { return false }
    return sentence.roles(end).isDisjoint(with: [.follower, .per, .perAdverb, .hedgeAfter, .to, .timeFiller, .and, .or])
  }

  /// "for a dollar", "cost a dollar", "only a dollar".
  private static func isPrice(_ index: Int, in sentence: Sentence) -> Bool {
    guard sentence.isWord(index) else { return false }
    let word = sentence.lexeme(index)
    if word.roles.contains(.kind) { return [.cost, .price, .rent].contains(word.kind) }
    return word.roles.contains(.priceWord)
  }

  /// "not a cent", "without paying a cent".
  private static func isDenied(_ article: Int, in sentence: Sentence) -> Bool {
    (max(0, article - 4)..<article).contains { sentence.roles($0).contains(.denial) }
  }
}
