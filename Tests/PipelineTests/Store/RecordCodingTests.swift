// Records come back as they were; what is no record is refused.
import Model
import TestSupport
import Testing

@testable import Pipeline

extension SeededGenerator {
  mutating func text() -> String {
    let words = ["", "a", "мост", "橋", "1,5", "\"x\"", "\n", "👩‍👧", String(repeating: "long ", count: 40)]
    return (0..<Int.random(in: 0...3, using: &self)).map { _ in words.randomElement(using: &self) ?? "" }.joined()
  }

  mutating func optional<Value>(_ value: (inout SeededGenerator) -> Value) -> Value? {
    Bool.random(using: &self) ? value(&self) : nil
  }

  mutating func range() -> Range<Int> {
    let start = Int.random(in: 0...1 << 40, using: &self)
    return start..<(start + Int.random(in: 0...5000, using: &self))
  }

  mutating func any<Word: CaseIterable>(_: Word.Type, else fallback: Word) -> Word {
    Word.allCases.randomElement(using: &self) ?? fallback
  }
}

@Suite struct RecordCodingTests {
  @Test func recordsComeBackAsTheyWere() throws {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<300 {
      let record = Self.record(&generator)
      let bytes = record.encoded()
      #expect(try DocumentRecord(decoding: bytes[...]) == record, "round \(round)")
    }
  }

  @Test func brokenRecordsAreRefusedOrReadButNeverCrash() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let bytes = Self.record(&generator).encoded()
      let cut = Int.random(in: 0..<bytes.count, using: &generator)
      #expect(throws: CorruptRecord.self) { try DocumentRecord(decoding: bytes[..<cut]) }
      var flipped = bytes
      flipped[cut] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      _ = try? DocumentRecord(decoding: flipped[...])
      let noise = (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = try? DocumentRecord(decoding: noise[...])
    }
  }

  private static func record(_ generator: inout SeededGenerator) -> DocumentRecord {
    var origin = Document.Origin(sourceID: "s", path: generator.text())
    origin.publisher = generator.optional { $0.text() }
    origin.url = generator.optional { $0.text() }
    origin.date = PartialDate(edtf: "2010-07")
    var description = DocumentRecord.Description(mediaType: .markdown, encoding: "utf-8", authors: ["A. B.", ""])
    description.title = generator.optional { $0.text() }
    description.dateBasis = generator.optional { $0.any(Document.DateBasis.self, else: .url) }
    let id = Identity.document(sourceID: "s", path: origin.path)
    let count = Int.random(in: 0...4, using: &generator)
    return DocumentRecord(
      documentID: id, origin: origin, status: .read, contentHash: ContentHash(of: [1]),
      textHash: generator.optional { _ in ContentHash(of: [2]) }, textCount: count, description: description,
      mentions: (0..<count).map { _ in mention(&generator, documentID: id) },
      quantities: (0..<count).map { _ in quantity(&generator, documentID: id) },
      findings: (0..<count).map { _ in finding(&generator) })
  }

  private static func mention(_ generator: inout SeededGenerator, documentID: String) -> IdentifiedMention {
    let lower = generator.optional { ExactDecimal(integer: Int.random(in: -1 << 60...1 << 60, using: &$0)) }
    let upper = ExactDecimal("99999999999999999999999999999999999.125")
    let mention = Mention(
      span: generator.range(), surface: generator.text(), sentence: generator.text(), sentenceSpan: generator.range(),
      region: generator.any(Region.Role.self, else: .body),
      amount: Amount(lower: lower, upper: upper, significantDigits: Int.random(in: 0...9, using: &generator)),
      qualifier: generator.any(Qualifier.self, else: .exact), currency: generator.optional { _ in "TJS" },
      currencyEvidence: .word, currencyBasis: generator.optional { $0.any(Mention.CurrencyBasis.self, else: .source) },
      currencyCandidates: ["USD", "AUD"], per: generator.optional { $0.text() },
      yearStart: generator.optional { Int.random(in: 1...2100, using: &$0) },
      yearBasis: generator.any(Mention.YearBasis.self, else: .stated),
      payer: generator.optional { Mention.Party(name: $0.text(), iso3: "USA", agency: nil) },
      kind: generator.optional { $0.any(Mention.Kind.self, else: .aid) }, about: generator.text(),
      rule: "symbol-amount",
      cell: generator.optional {
        Mention.TableCell(
          table: $0.range().lowerBound, unit: $0.optional { $0.range() },
          share: $0.any(Mention.TableCell.Share.self, else: .part))
      })
    return IdentifiedMention(
      id: generator.text(), documentID: documentID, mention: mention, sourceRanges: [generator.range()],
      unitRanges: generator.optional { [$0.range()] } ?? [],
      line: Int.random(in: 1...1 << 30, using: &generator))
  }

  private static func quantity(_ generator: inout SeededGenerator, documentID: String) -> IdentifiedQuantity {
    let quantity = Quantity(
      span: generator.range(), surface: generator.text(), sentence: generator.text(), sentenceSpan: generator.range(),
      region: generator.any(Region.Role.self, else: .body),
      amount: Amount(lower: nil, upper: ExactDecimal("0.125"), significantDigits: 3),
      qualifier: generator.any(Qualifier.self, else: .exact), unit: generator.text(), about: generator.text(),
      rule: "quantities-in-units")
    return IdentifiedQuantity(
      id: generator.text(), documentID: documentID, quantity: quantity, sourceRanges: [generator.range()])
  }

  private static func finding(_ generator: inout SeededGenerator) -> DocumentRecord.LocatedFinding {
    let finding = Finding(
      rule: "empty-document", severity: generator.any(Finding.Severity.self, else: .note),
      span: generator.optional { $0.range() }, message: generator.text(), quote: generator.text())
    return DocumentRecord.LocatedFinding(
      finding: finding, source: generator.optional { $0.range() }, line: generator.optional { _ in 3 })
  }
}
