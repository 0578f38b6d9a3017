// Texts made to be slow or to break: none may take more than time in proportion to its length.

import Model
import Testing

@testable import Normalizers

@Suite struct HostileTextTests {
  /// Far above what a debug build needs, far below what a quadratic rule would take.
  static let limit = Duration.seconds(20)

  @Test(arguments: [
    ("one line", "word and word, "), ("superscripts", "¹²³"), ("superscripts with spaces", "¹ ² "),
    ("opening brackets", "["), ("opened links", "[]("), ("closed brackets", "a](b"), ("link destinations", "[a](("),
    ("stars", "*a "), ("closing stars", "a* "), ("nested emphasis", "*a **b ***c "), ("pairs", "*1 1* "),
    ("backslashes", "\\"), ("angle brackets", "<http://"), ("carriage returns", "\r"), ("blank lines", "\n"),
    ("spaced lines", " \n"), ("footnotes", "¹ a\n\n"), ("cut sentences", "¹ A\n\nb and\n\n"), ("headings", "# a\n"),
    ("underlines", "a\n===\n\n"), ("short lines", "Log in\n"), ("labels", "Date: x\n"), ("colons", ":"),
    ("list items", "1. a\n"), ("table rows", "| a | b |\n"), ("no-break spaces", "\u{A0}"), ("notes", "Notes\n1. a\n"),
    ("footnote marks", "a[1]"), ("open footnotes", "[^"), ("dates", "3 May 2009\n"),
  ])
  func takesTimeInProportion(name: String, unit: String) {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    let clock = ContinuousClock()
    for mediaType in [Document.MediaType.plain, .markdown] {
      let time = clock.measure { _ = normalized(text, as: mediaType) }
      #expect(time < Self.limit, "\(name): \(text.utf8.count) bytes took \(time)")
    }
  }

  @Test func longLineStaysWhole() {
    let text = String(repeating: "The bridge cost $35 million. ", count: 36_000)
    let document = normalized(text)
    #expect(document.text.count == text.utf8.count - 1)
    #expect(document.regions.map(\.role) == [.body])
  }

  @Test func onlySuperscriptsStay() {
    let text = String(repeating: "⁴", count: 1_000)
    #expect(normalized(text).text.bytes == Array(text.utf8))
  }

  @Test func manyBlankLinesBecomeOne() {
    let document = normalized("one" + String(repeating: "\n", count: 100_000) + "two")
    #expect(document.text.string(0..<document.text.count) == "one\n\ntwo")
  }

  @Test func emptyTextHasNoRegions() {
    #expect(normalized("").regions.isEmpty)
    #expect(normalized("\n\n\n").regions.map(\.role) == [.body])
  }

  @Test func brokenBytesDoNotCrash() {
    for length in 1...3 {
      for lead in [UInt8(0xC2), 0xE2, 0xE3, 0xEF, 0xD0, 0xF0] {
        let bytes = [UInt8](repeating: 0x61, count: 3) + [UInt8](repeating: lead, count: length)
        var document = document("")
        document.text = Text(verbatim: bytes)
        #expect(Normalizer(rules: RuleChoices()).normalize(document).text.count <= bytes.count)
      }
    }
  }
}
