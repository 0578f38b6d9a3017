// Tables that no one would print: spans still hold what they say, and nothing crashes or takes for ever.
import Model
import TestSupport
import Testing

@testable import Recognizers

@Suite struct HostileTableTests {
  @Test func spansHoldTheirSurfacesInRandomTables() {
    var generator = SeededGenerator(seed: 0x7AB1E)
    let parts = [
      "|", "|", "|", "\n", "\n", "---", "  ", "\t", " ", "US$ m", "(EUR)", "2009", "2008/09", "12", "1,234", "(5)",
      "-7",
      "—", "n/a", "Total", "of which", "per", "%", "$", "€5", "1.234,5", "a/", "¹", "млн", "руб.", "亿元", "合计", "\\|",
      "+",
      "=", "Item", "and", "Table 1", ":", "million", "'000", "é", "🙂", "in", "of",
    ]
    for round in 0..<1_500 {
      let count = Int.random(in: 2..<60, using: &generator)
      let text =
        "| a | US$ m |\n"
        + (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }
        .joined(separator: round % 2 == 0 ? " " : "")
      let bytes = Array(text.utf8)
      var last = 0
      for mention in Reader.mentions(text, in: .table) {
        #expect(String(decoding: bytes[mention.span], as: UTF8.self) == mention.surface, "\(text)")
        #expect(mention.span.lowerBound >= last, "mentions overlap in: \(text)")
        #expect(mention.sentenceSpan.lowerBound <= mention.span.lowerBound, "\(text)")
        #expect(mention.sentenceSpan.upperBound >= mention.span.upperBound, "\(text)")
        if let unit = mention.cell?.unit { #expect(unit.upperBound <= bytes.count && !unit.isEmpty, "\(text)") }
        last = mention.span.upperBound
      }
    }
  }

  static let head = "Budget (EUR)\n\n"

  @Test(arguments: [
    String(repeating: "|", count: 200_000), String(repeating: "|\n", count: 50_000),
    String(repeating: "| ", count: 1_000) + "\n|---|\n" + String(repeating: "5|", count: 1_000),
    head + String(repeating: "-----   ----\n", count: 20_000), head + String(repeating: "   5\n", count: 40_000),
    head + "Item  2001\n" + String(repeating: "and of\n", count: 40_000) + "B  5\nC  6",
    head + String(repeating: "x\t", count: 40_000) + "\n" + String(repeating: "5\t", count: 40_000),
    head + "a   " + String(repeating: "9", count: 60_000) + "\nb   5\nc   6",
    head + (0..<120).map { "Row " + String(repeating: "  5", count: $0) }.joined(separator: "\n"),
    "| $5 " + String(repeating: "word ", count: 20_000) + "| " + String(repeating: "é$9", count: 3_000)
      + "|\n|--|--|\n",
    String(repeating: "Table 1 (EUR)\n\nItem   2001\nA   5\nB   6\n\n", count: 1_000),
  ])
  func monotonousTablesEndSoon(_ text: String) {
    _ = Reader.mentions(text, in: .table)
  }

  @Test func fiveThousandColumnsAreRead() {
    let columns = 5_000
    let years = (0..<columns).map { String(1950 + $0 % 100) }
    let bars =
      "Budget (EUR)\n|Item|" + years.joined(separator: "|") + "|\n" + String(repeating: "|-", count: columns + 1)
      + "|\n|Row|" + (0..<columns).map { String($0) }.joined(separator: "|") + "|\n"
    #expect(Reader.mentions(bars, in: .table).count == columns)
    let rows = (0..<4).map { row in "Row  " + (0..<columns).map { "\($0 + row + 3_000).5" }.joined(separator: "  ") }
    let aligned = "Budget (EUR)\n\nItem  " + years.joined(separator: "  ") + "\n" + rows.joined(separator: "\n")
    #expect(Reader.mentions(aligned, in: .table).count == columns * 4)
  }
}
