// Amounts in which a letter stands for a digit, as scanned text has them: "$1O million", "$l0".
import Model

/// What may be a slip of the scanner is not guessed at: it is not read, and is said.
enum DigitSlips {
  static let rule = RuleDescription(
    id: "digit-slips", stage: .recognize,
    summary: "Warning: letters that look like digits stand in an amount, which is not read.",
    examples: [
      .init("It cost $1O million.", ""),
      .init("It cost £l00 in all.", ""),
      .init(unchanged: "He said so 10 times."),
    ])

  /// A finding for each currency sign whose number has such letters.
  static func findings(in sentence: Sentence) -> [Finding] {
    guard sentence.longestNumber > 0, sentence.lastCurrency >= 0 else { return [] }
    return (0...sentence.lastCurrency).compactMap { index in
      guard sentence.tokens[index].kind == .sign, let end = end(of: index + 1, in: sentence) else { return nil }
      let span = sentence.span(index..<end)
      let quote = String(decoding: UnsafeBufferPointer(rebasing: sentence.text[span]), as: UTF8.self)
      return Finding(
        rule: rule.id, severity: .warning, span: span,
        message: "amount has letters in the place of digits and is not read", quote: quote, value: quote,
        expected: "digits")
    }
  }

  /// Whether letters like digits go on from the number that ends at a token: the "O" of "1O", the "OOO" of "5,OOO".
  static func goOn(at index: Int, in sentence: Sentence) -> Bool {
    let next = sentence.isMark(index, UInt8(ascii: ",")) ? index + 1 : index
    return next < sentence.count && !sentence.tokens[index].isSpaced && !sentence.tokens[next].isSpaced
      && isLikeDigits(next, in: sentence)
  }

  /// The end of digits and letters like digits that begin at a token, if there are both.
  private static func end(of start: Int, in sentence: Sentence) -> Int? {
    var index = start
    var hasLetters = false
    var hasDigits = false
    while index < sentence.count, index == start || !sentence.tokens[index].isSpaced {
      if sentence.isNumber(index) {
        hasDigits = true
      } else if isLikeDigits(index, in: sentence) {
        hasLetters = true
      } else if !sentence.isMark(index, UInt8(ascii: ",")) {
        break
      }
      index += 1
    }
    while index > start, sentence.isMark(index - 1, UInt8(ascii: ",")) { index -= 1 }
    return hasLetters && hasDigits ? index : nil
  }

  /// A word of O, o, l and I only.
  private static func isLikeDigits(_ index: Int, in sentence: Sentence) -> Bool {
    guard sentence.isWord(index) else { return false }
    let token = sentence.tokens[index]
    return sentence.text[token.start..<token.end].allSatisfy { byte in
      byte == UInt8(ascii: "O") || byte == UInt8(ascii: "o") || byte == UInt8(ascii: "l") || byte == UInt8(ascii: "I")
    }
  }
}
