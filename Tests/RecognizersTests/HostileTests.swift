// Whatever the text, spans hold what they say and nothing crashes or takes for ever.
import Model
import TestSupport
import Testing

@testable import Recognizers

@Suite struct HostileTests {
  @Test func spansHoldTheirSurfacesInRandomText() {
    var generator = SeededGenerator(seed: 0x5EED)
    let parts = [
      "$", "€", "5", "10", "1,000", ".", ",", " ", " ", "-", "–", "million", "billion", "dollars", "and", "half", "a",
      "of", "to", "between", "US", "’s", "руб.", "млн", "三", "亿", "元", "\n", "\n\n", "(", ")", "é", "🙂", "1/2", "½",
      "%",
      "from", "about", "cents", "EUR", "in", "2007", "²", "pounds", "won", "k", "m", "+",
    ]
    for round in 0..<1_500 {
      let count = Int.random(in: 1..<24, using: &generator)
      let text = (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }
        .joined(separator: round % 2 == 0 ? " " : "")
      let bytes = Array(text.utf8)
      var last = 0
      for mention in Reader.mentions(text) {
        #expect(String(decoding: bytes[mention.span], as: UTF8.self) == mention.surface, "\(text)")
        #expect(mention.span.lowerBound >= last, "mentions overlap in: \(text)")
        #expect(mention.sentenceSpan.lowerBound <= mention.span.lowerBound, "\(text)")
        #expect(mention.sentenceSpan.upperBound >= mention.span.upperBound, "\(text)")
        if let lower = mention.amount.lower, let upper = mention.amount.upper { #expect(lower <= upper, "\(text)") }
        last = mention.span.upperBound
      }
    }
  }

  @Test(arguments: [
    String(repeating: "$", count: 40_000), String(repeating: "million ", count: 10_000),
    String(repeating: "1,", count: 100_000), String(repeating: "five and ", count: 50_000),
    String(repeating: "$1-", count: 8_000), "$" + String(repeating: "9", count: 100_000),
    String(repeating: "a.", count: 100_000), String(repeating: "元", count: 20_000),
  ])
  func monotonousTextEndsSoon(_ text: String) {
    _ = Reader.mentions(text)
  }

  @Test func textCutInsideACharacterIsRead() {
    for length in 1..<12 {
      let bytes = Array("It cost 5 € or 三亿元".utf8.prefix(8 + length))
      let document = Document(
        origin: .init(sourceID: "test", path: "test.txt"), mediaType: .plain, encoding: "utf-8",
        text: Text(verbatim: bytes))
      _ = Recognizer(rules: RuleChoices()).mentions(in: document)
    }
  }
}
