// What must hold for every text: cleaning twice is cleaning once, every span leads back to its source, regions tile.

import Model
import Testing

@testable import Normalizers

@Suite struct InvariantTests {
  static let examples = NormalizerCatalogue.rules.flatMap { $0.examples.map(\.before) }

  /// A phase keeps a bit for each of its rules; more than 32 would silence it.
  @Test func noPhaseHasMoreRulesThanItsScanCanTell() {
    for (phase, types) in Dictionary(grouping: NormalizerCatalogue.ruleTypes, by: { "\($0.phase)" }) {
      #expect(types.count <= 32, "phase \(phase) has \(types.count) rules, its scan tells 32 apart")
    }
  }

  @Test func examplesKeepTheInvariants() {
    for text in Self.examples {
      expectInvariants(text, as: .plain)
      expectInvariants(text, as: .markdown)
    }
  }

  @Test(.enabled(if: !seedFolders.allSatisfy { files(in: $0).isEmpty }, "no folder of seed documents is present"))
  func seedsKeepTheInvariants() {
    for file in seedFolders.flatMap(files) {
      expectInvariants(file.text, as: file.name.hasSuffix(".md") ? .markdown : .plain)
    }
  }

  /// Texts put together at random from the marks that rules wait for.
  @Test func mixedMarksKeepTheInvariants() {
    var random = RandomBytes(state: 7)
    let parts = [
      "*", "**", "_", "[", "]", "(", ")", "](", "http://a.b/c_d", "<http://a.b>", "<", ">", "\\", "\\$", "$5", "\n",
      "\n\n", " ", "# ", "#", "¹", "² ", "[^1]", "[^1]: ", "[2]", "word", "In", "two", ".", ",", "-", "===", "---",
      "\r",
      "\t", "\u{A0}", "\u{AD}", "\u{C}", "!", "\u{2028}", "![", "и", "“", "”",
    ]
    for _ in 0..<1_500 {
      let length = 2 + Int(random.next() % 12)
      let text = (0..<length).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
      expectInvariants(text, as: .plain)
      expectInvariants(text, as: .markdown)
    }
  }

  /// Texts of lines, each put together from a few marks, with every kind of line end between them: headings, their
  /// underlines and footnote heads show only where a line begins.
  @Test func mixedLinesKeepTheInvariants() {
    var random = RandomBytes(state: 11)
    let ends = [
      "\n", "\n", "\n\n", "\r", "\r\n", "\u{85}", "\u{C}", "\u{B}", "\u{2028}", "\u{2029}", " \n", "\u{AD}\n",
    ]
    let heads = [
      "", "====", "===", "----", "====", "¹ ", "² See ", "[^1]: ", "# ", "**", "_", "<http://x.y>", "[a](http://x.y)",
      "*", "é", "word", "\\", "中", "\u{200D}", "\u{3000}",
    ]
    let rests = [
      "", "", "", " ", "====", "word", "the report of 2009.", "**", "_", "¹", "[^2]", "<http://x.y>", " #", "-",
    ]
    func pick(_ parts: [String]) -> String { parts[Int(random.next() % UInt64(parts.count))] }
    for _ in 0..<6_000 {
      let text = (0..<(2 + random.next() % 4)).map { _ in pick(heads) + pick(rests) + pick(ends) }.joined()
      expectInvariants(text, as: .plain)
      expectInvariants(text, as: .markdown)
    }
  }

  /// Pieces of misread text, of two alphabets and of controls, in any order.
  @Test func mixedMisreadingsKeepTheInvariants() {
    var random = RandomBytes(state: 31)
    let parts = [
      "Ã", "©", "Â", "£", "â€", "œ", "\u{9D}", "\u{80}", "\u{85}", "\u{85} ", "Ã\u{A0}", " ", "a", "de ", "12", "?",
      "\u{FFFD}",
      "Ð", "¿", "Ñ\u{81}", "Р", "°", "С‚", "вЂ", "™", "├", "⌐", "–", "∏", "é", "и", "о", "o", "Latinо", "слoво",
      "soiuз",
      "\u{AD}", "\u{200B}", "ð", "Ÿ", "˜", "€", ".", "\n", "ƒ", "‚", "Ä°", "ο", "α",
    ]
    for _ in 0..<4_000 {
      let length = 2 + Int(random.next() % 14)
      expectInvariants((0..<length).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined(), as: .plain)
    }
  }

  /// Rows, rules and gaps, whole and broken.
  @Test func mixedTablesKeepTheInvariants() {
    var random = RandomBytes(state: 23)
    let parts = [
      "|", " | ", "\\|", "---", "|---|", "===", "  ", "   ", "\t", "12", "1,234", "¹", "[1]", "**", "Item", "Total",
      "\n",
      "\n", "\n\n", "+", ":", "Table 1 ", "```", "a.  B", "\u{A0}", "é", " ", "# ", "-", "[^1]: ",
    ]
    for _ in 0..<3_000 {
      let length = 4 + Int(random.next() % 30)
      let text = (0..<length).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
      expectInvariants(text, as: .plain)
      expectInvariants(text, as: .markdown)
    }
  }

  @Test(arguments: [
    "é\u{85}====\n====\n", "é\r====\n====\n", "é\u{C}====\n====\n", "é\u{2028}====\n====\n", "<http://x.y>\r====\n",
    "¹ See the report of 2009.\n====\n",
  ])
  func underlinesGoAtOnce(_ text: String) {
    expectInvariants(text, as: .plain)
    #expect(!normalized(text, as: .plain).text.bytes.contains(UInt8(ascii: "=")))
  }

  private func expectInvariants(_ text: String, as mediaType: Document.MediaType) {
    let once = normalized(text, as: mediaType)
    let clean = once.text.string(0..<once.text.count)
    let twice = normalized(clean, as: mediaType)
    #expect(
      twice.text.bytes == once.text.bytes,
      "cleaning \(text.prefix(200).debugDescription) again changes \(clean.prefix(200).debugDescription)")
    expectTiling(once)
    expectPiecesReadTheirSource(once, of: Array(text.utf8))
  }

  private func expectTiling(_ document: Document) {
    var position = 0
    for region in document.regions {
      #expect(region.span.lowerBound == position, "regions leave a gap or overlap at \(position)")
      position = region.span.upperBound
    }
    #expect(position == document.text.count, "regions end at \(position), text at \(document.text.count)")
    for link in document.footnoteLinks { #expect((0...document.text.count).contains(link.position)) }
  }

  /// Verbatim pieces hold the bytes of their source; all pieces together tile the text.
  private func expectPiecesReadTheirSource(_ document: Document, of source: [UInt8]) {
    var position = 0
    for piece in document.text.pieces {
      #expect(piece.text.lowerBound == position, "pieces leave a gap or overlap at \(position)")
      position = piece.text.upperBound
      #expect(piece.source.upperBound <= source.count, "a piece stands for bytes beyond the end of its file")
      guard piece.form == .verbatim else { continue }
      let isSame = document.text.bytes[piece.text].elementsEqual(source[piece.source])
      #expect(isSame, "a piece at \(piece.text) does not read as its source")
    }
    #expect(position == document.text.count)
  }
}

/// A small generator with the same numbers in every run (Marsaglia, Xorshift RNGs, 2003).
private struct RandomBytes {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state >> 11
  }
}
