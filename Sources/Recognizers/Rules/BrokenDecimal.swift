// "1.837, 32 €", "118, 99 TL": a decimal comma that a price field has set off from its decimals.
import Model

enum BrokenDecimal: AmountRule {
  static let specificity = 25
  static let rule = RuleDescription(
    id: "broken-decimal", stage: .recognize,
    summary: "A space behind the decimal comma, where the groups or the line show that it is one number.",
    examples: [
      .init("Celkem 1.837, 32 €.", "1.837, 32 € = 1837.32 EUR"),
      .init("118, 99 zł", "118, 99 zł = 118.99 PLN"),
      .init("He gave her 5, 10 €.", "10 € = 10 EUR"),
    ])

  static let beginnings: Beginnings = .number
  static let needsCurrency = true

  static func reading(in sentence: Sentence, at index: Int) -> Reading? {
    guard sentence.isNumber(index), sentence.isMark(index + 1, UInt8(ascii: ",")),
      !sentence.tokens[index + 1].isSpaced, sentence.isNumber(index + 2), sentence.tokens[index + 2].isSpaced,
      sentence.tokens[index + 2].end - sentence.tokens[index + 2].start == 2, let decimals = sentence.digits(index + 2),
      let whole = whole(index, in: sentence),
      let mark = CurrencyReader.suffix(in: sentence, at: index + 3), mark.form != .word, mark.divisorPower == 0,
      hasDotGroups(index, in: sentence) || fillsItsLine(index, mark, whole, decimals, in: sentence),
      let part = try? ExactDecimal(mantissa: Int128(decimals), scale: 2), let value = try? whole.adding(part)
    else { return nil }
    return make(index..<mark.end, Amount(point: value, significantDigits: 4), mark: mark)
  }

  /// The digits before the comma; their dots are groups.
  private static func whole(_ index: Int, in sentence: Sentence) -> ExactDecimal? {
    if let thousands = DigitNumber.thousands(of: sentence.bytes(index)) { return thousands }
    guard let number = DigitNumber.value(of: sentence.bytes(index)), number.value.scale == 0 else { return nil }
    return number.value
  }

  private static func hasDotGroups(_ index: Int, in sentence: Sentence) -> Bool {
    sentence.text[sentence.tokens[index].start..<sentence.tokens[index].end].contains(UInt8(ascii: "."))
  }

  /// A line of one price; two round numbers that rise are a list.
  private static func fillsItsLine(
    _ index: Int, _ mark: CurrencyMark, _ whole: ExactDecimal, _ decimals: Int, in sentence: Sentence
  ) -> Bool {
    guard index == 0 || sentence.isMark(index - 1, UInt8(ascii: ":")), mark.end == sentence.count else { return false }
    return decimals % 10 != 0 || whole > ExactDecimal(integer: decimals)
  }
}
