// "£3 10s. 6d.", "12s 6d", "three pounds ten shillings": pounds before 1971, of 20 shillings of 12 pence.
import Model

enum OldMoney: AmountRule {
  static let specificity = 65
  static let rule = RuleDescription(
    id: "old-money", stage: .recognize,
    summary:
      "Pounds, shillings and pence as one amount; pence that are no finite decimal of a pound make it approximate.",
    examples: [
      .init("The cow fetched £3 10s. 6d. at the fair.", "£3 10s. 6d. = 3.525 GBP"),
      .init("A seat cost 12s 6d in the stalls.", "12s 6d = 0.625 GBP"),
      .init("He left her five pounds ten shillings.", "five pounds ten shillings = 5.5 GBP"),
      .init("It took 10s and she won.", ""),
    ])

  static func reading(in sentence: Sentence, at index: Int) -> Reading? {
    guard !sentence.phraseRoles.isDisjoint(with: [.oldCoin, .penceWord]) else { return nil }
    if let pounds = sentence.amount(at: index), let mark = pounds.mark, let value = pounds.amount.lower,
      pounds.scale <= 100, value.scale == 0, mark.divisorPower == 0, mark.allows("GBP", sentence.lexicon)
    {
      let parts = parts(in: sentence, at: pounds.tokens.upperBound)
      return parts.flatMap { amount(pounds: value, $0, mark, index, in: sentence) }
    }
    guard let parts = parts(in: sentence, at: index), parts.hasShillings, parts.hasPence,
      let mark = mark(parts, in: sentence)
    else { return nil }
    return amount(pounds: .zero, parts, mark, index, in: sentence)
  }

  /// What stands behind the pounds, in quarters of a penny.
  private struct Parts {
    var farthings = 0
    var hasShillings = false
    var hasPence = false
    var end: Int
  }

  private static func amount(
    pounds: ExactDecimal, _ parts: Parts, _ mark: CurrencyMark, _ index: Int, in sentence: Sentence
  ) -> Reading? {
    let farthings = ExactDecimal(integer: parts.farthings)
    let pound = ExactDecimal(integer: 960)
    guard let part = try? farthings.multiplied(by: ExactDecimal(integer: 1), dividedBy: pound, decimals: 6),
      let value = try? pounds.adding(part)
    else { return nil }
    let isExact = parts.farthings % 3 == 0
    let amount = Amount(point: value, significantDigits: isExact ? 3 : 2)
    return make(index..<parts.end, amount, mark: mark, form: isExact ? .exact : .approximate)
  }

  private static func parts(in sentence: Sentence, at start: Int) -> Parts? {
    var parts = Parts(end: start)
    if let shillings = count(ofCoin: 48, in: sentence, at: skip(start, in: sentence)), shillings.value < 100 {
      parts.farthings = shillings.value * 48
      parts.hasShillings = true
      parts.end = shillings.end
    }
    if let pence = pence(in: sentence, at: skip(parts.end, in: sentence)), parts.hasShillings || pence.isOld {
      parts.farthings += pence.farthings
      parts.hasPence = true
      parts.end = pence.end
    }
    return parts.hasShillings || parts.hasPence ? parts : nil
  }

  /// Commas and "and" between the parts.
  private static func skip(_ index: Int, in sentence: Sentence) -> Int {
    let next = sentence.isMark(index, UInt8(ascii: ",")) ? index + 1 : index
    return sentence.roles(next).contains(.and) ? next + 1 : next
  }

  /// A number with a coin's letter ("10s.") or word ("ten shillings").
  private static func count(ofCoin farthings: Int64, in sentence: Sentence, at start: Int) -> (value: Int, end: Int)? {
    guard let number = NumberReader.number(in: sentence, at: start), number.scale == 1, number.value.scale == 0,
      number.value < ExactDecimal(integer: 1000), sentence.roles(number.end).contains(.oldCoin),
      sentence.lexeme(number.end).value == farthings
    else { return nil }
    let value = Int(number.value.mantissa)
    let token = sentence.tokens[number.end]
    guard token.end - token.start == 1 else { return (value, number.end + 1) }
    guard number.isDigits, !token.isSpaced, sentence.text[token.start] >= 0x61 else { return nil }
    return (value, withDot(number.end + 1, in: sentence))
  }

  /// The dot of "10s." belongs to it where another part or a small letter follows.
  private static func withDot(_ end: Int, in sentence: Sentence) -> Int {
    guard sentence.isMark(end, UInt8(ascii: ".")), !sentence.tokens[end].isSpaced, end + 1 < sentence.count,
      sentence.isNumber(end + 1) || sentence.isWord(end + 1) && !sentence.tokens[end + 1].isCapitalized
    else { return end }
    return end + 1
  }

  /// Pence: "6d" and "sixpence" are old ones; "6 pence" only behind shillings.
  private static func pence(in sentence: Sentence, at start: Int) -> (farthings: Int, isOld: Bool, end: Int)? {
    if sentence.roles(start).contains(.penceWord) { return (Int(sentence.lexeme(start).value) * 4, true, start + 1) }
    guard let pence = count(ofCoin: 4, in: sentence, at: start), pence.value < 240 else { return nil }
    let word = sentence.tokens[pence.end - 1]
    return (pence.value * 4, word.end - word.start == 1, pence.end)
  }

  /// The pound, where only its parts are named.
  private static func mark(_ parts: Parts, in sentence: Sentence) -> CurrencyMark? {
    let word = sentence.lexicon.lexemes[Int(sentence.lexicon.lexeme(FoldedHash.pence))].currencyWord
    guard word >= 0 else { return nil }
    var mark = CurrencyMark(start: parts.end - 1, end: parts.end, word: word, in: sentence.lexicon)
    mark.divisorPower = 0
    return mark
  }
}

extension FoldedHash {
  fileprivate static let pence = of("pence")
}
