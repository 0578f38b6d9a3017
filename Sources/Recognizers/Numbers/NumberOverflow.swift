// Numbers of more digits than an amount can hold.
import Model

/// What cannot be held exactly is not read, and is said.
enum NumberOverflow {
  static let rule = RuleDescription(
    id: "number-overflow", stage: .recognize,
    summary: "Warning: a number of more than 38 digits stands beside money and is not read.",
    examples: [
      .init("It cost $\(String(repeating: "9", count: 39)).", ""),
      .init("It cost €0.\(String(repeating: "1", count: 45)).", ""),
      .init(unchanged: "It lasted 3 years."),
    ])

  /// A finding for each such number of a sentence that has something of money in it.
  static func findings(in sentence: Sentence) -> [Finding] {
    guard sentence.longestNumber > 38 else { return [] }
    return sentence.tokens.indices.compactMap { index in
      let token = sentence.tokens[index]
      guard token.kind == .number, token.end - token.start > 38,
        DigitNumber.value(of: sentence.text[token.start..<token.end]) == nil
      else { return nil }
      let digits = sentence.text[token.start..<token.end].count(where: Bytes.isDigit)
      return Finding(
        rule: rule.id, severity: .warning, span: token.start..<token.end,
        message: "number of \(digits) digits is not read; an amount holds 38", quote: sentence.string(index),
        value: "\(digits) digits", expected: "at most 38 digits")
    }
  }
}
