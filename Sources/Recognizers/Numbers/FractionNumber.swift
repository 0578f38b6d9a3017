// Halves and quarters of a scale: "half a million", "three quarters of a billion", "two and a half million".
import Model

enum FractionNumber {
  /// A fraction of a scale that begins at a token.
  static func number(in sentence: Sentence, at start: Int) -> NumberPhrase? {
    var index = start
    var count: Int64 = 1
    if sentence.roles(index).contains(.unit), sentence.isWord(index) {
      count = sentence.lexeme(index).value
      index += sentence.isHyphen(index + 1) ? 2 : 1
    }
    guard sentence.roles(index).contains(.fraction), count == 1 || index > start else { return nil }
    let hundredths = sentence.lexeme(index).value * count
    index += 1
    if sentence.roles(index).contains(.of) { index += 1 }
    if sentence.roles(index).contains(.article) { index += 1 }
    if sentence.isHyphen(index) { index += 1 }
    guard sentence.isWord(index), sentence.roles(index).contains(.scale) else { return nil }
    let scale = sentence.lexeme(index).value
    guard let head = try? ExactDecimal(mantissa: Int128(hundredths), scale: 2),
      let value = try? head.multiplied(by: ExactDecimal(integer: Int(scale)))
    else { return nil }
    return NumberPhrase(
      start: start, end: index + 1, value: value, significantDigits: 1, scale: scale, head: head)
  }

  /// "and a half" at a token: its value and the token after it.
  static func andHalf(in sentence: Sentence, at index: Int) -> (value: ExactDecimal, end: Int)? {
    var next = index + 1
    if sentence.roles(next).contains(.article) { next += 1 }
    guard next < sentence.count, sentence.roles(next).contains(.fraction), sentence.isWord(next),
      let value = try? ExactDecimal(mantissa: Int128(sentence.lexeme(next).value), scale: 2)
    else { return nil }
    return (value, next + 1)
  }
}
