// Reading: what becomes a document, what is quarantined and why, and the way back to the bytes.
import Formats
import Model
import Testing

@testable import Readers

struct ReaderTests {
  private func read(
    _ bytes: [UInt8], path: String = "a.txt", encoding: String? = nil, rules: RuleChoices = RuleChoices()
  ) throws(Quarantine) -> Document {
    try Reader(rules: rules).document(bytes, origin: .init(sourceID: "s", path: path, encoding: encoding))
  }

  private func refusal(_ bytes: [UInt8], encoding: String? = nil) -> Quarantine? {
    do {
      _ = try read(bytes, encoding: encoding)
      return nil
    } catch {
      return error
    }
  }

  @Test func cleanTextStandsByteForByte() throws {
    let bytes = Array("It cost €5 million.\r\n".utf8)
    let document = try read(bytes)
    #expect(document.text.bytes == bytes)
    #expect(document.text.pieces == [Piece(text: 0..<bytes.count, source: 0..<bytes.count, form: .verbatim)])
    #expect(document.encoding == "utf-8" && document.mediaType == .plain && document.findings.isEmpty)
    #expect(document.regions == [Region(role: .body, span: 0..<bytes.count)])
  }

  @Test func extensionsDecideTheMediaType() throws {
    for (path, type) in [
      ("a.md", Document.MediaType.markdown), ("x/b.MARKDOWN", .markdown), ("a.txt", .plain), ("md", .plain),
      (".md", .plain), ("a.md/b", .plain), ("a.md.txt", .plain),
    ] {
      #expect(try read([0x41], path: path).mediaType == type, "\(path)")
    }
  }

  @Test func spansLeadBackToBytesOfAnyEncoding() throws {
    let cases: [(bytes: [UInt8], encoding: String?, surface: String, source: Range<Int>)] = [
      ([0xEF, 0xBB, 0xBF] + Array("é €5 é".utf8), nil, "€5", 6..<10),
      ([0xF6, 0xE5, 0xED, 0xE0, 0x20, 0x88, 0x35, 0x20, 0xE9], "windows-1251", "€5", 5..<7),
      ([0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE, 0xAC, 0x20, 0x35, 0x00], nil, "€5", 6..<10),
      ([0x96, 0xE6, 0x35, 0x89, 0xAD, 0x89, 0x7E], "shift_jis", "5億", 2..<5),
      (Array("a".utf8) + [0xFF] + Array("€5".utf8), "utf-8", "€5", 2..<6),
    ]
    for (bytes, encoding, surface, source) in cases {
      let text = try read(bytes, encoding: encoding).text
      let length = surface.utf8.count
      let start = try #require(
        (0...(text.count - length)).first { text.bytes[$0..<($0 + length)].elementsEqual(surface.utf8) })
      let span = start..<(start + length)
      #expect(text.sourceRanges(of: span) == [source], "\(surface) in \(encoding ?? "detected")")
      #expect(text.reading([source]) == Array(surface.utf8), "\(surface) in \(encoding ?? "detected")")
    }
  }

  @Test func emptyFilesAreQuarantined() {
    for bytes in [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]] as [[UInt8]] {
      #expect(refusal(bytes)?.rule == "empty-file", "\(bytes)")
    }
  }

  @Test func binariesAreQuarantinedByName() {
    let cases: [(bytes: [UInt8], name: String)] = [
      (Array("%PDF-1.7\n".utf8), "a PDF document"),
      ([0x50, 0x4B, 3, 4, 0x14, 0], "a ZIP archive or an Office document"),
      ([0x1F, 0x8B, 8, 0], "a gzip archive"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"), ([0x7F, 0x45, 0x4C, 0x46, 2, 1], "an ELF program"),
      (Array("plain".utf8) + [0, 1, 2, 0, 0, 7, 9], "binary data"),
      (Array("one stray \0 byte here".utf8), "binary data"),
    ]
    for (bytes, name) in cases {
      let quarantine = refusal(bytes)
      #expect(quarantine?.rule == "binary-file", "\(name)")
      #expect(quarantine?.value == name)
      #expect(quarantine?.message == "the file seems to be \(name), expected plain text or Markdown")
    }
    #expect(refusal(Array("declared \0 text".utf8), encoding: "utf-8")?.rule == "binary-file")
  }

  @Test func undecodableBytesAreAFinding() throws {
    let document = try read(Array("It cost ".utf8) + [0xC3, 0x28] + Array(" five".utf8), encoding: "utf-8")
    #expect(String(decoding: document.text.bytes, as: UTF8.self) == "It cost \u{FFFD}( five")
    let finding = try #require(document.findings.first)
    #expect(finding.rule == "undecodable-bytes" && finding.severity == .warning && finding.span == 8..<11)
    #expect(finding.message == "1 part is not utf-8, at byte 8")
    #expect(document.text.sourceRanges(of: 8..<11) == [8..<9])
    let quiet = try read([0x41, 0xFF], encoding: "utf-8", rules: RuleChoices(disabled: ["undecodable-bytes"]))
    #expect(quiet.findings.isEmpty)
  }

  @Test func guessesThatRestOnLittleAreAFinding() throws {
    let pound = Array("It cost ".utf8) + [0xA3] + Array("5 million.".utf8)
    let finding = try #require(try read(pound).findings.first)
    #expect(finding.rule == "guessed-encoding" && finding.severity == .warning && finding.value == "windows-1252")
    #expect(
      finding.message
        == "the encoding windows-1252 is a guess that rests on 0 bytes, expected 8 or more; declare the source's encoding"
    )
    #expect(try read(pound, encoding: "windows-1252").findings.isEmpty)
    #expect(try read(Array("It cost £5 million.".utf8)).findings.isEmpty)
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("£5".utf8)).findings.isEmpty)
    #expect(try read(pound, rules: RuleChoices(disabled: ["guessed-encoding"])).findings.isEmpty)
    // "Правительство выделило" in windows-1251.
    let russian: [UInt8] = [
      0xCF, 0xF0, 0xE0, 0xE2, 0xE8, 0xF2, 0xE5, 0xEB, 0xFC, 0xF1, 0xF2, 0xE2, 0xEE, 0x20, 0xE2, 0xFB, 0xE4, 0xE5, 0xEB,
      0xE8, 0xEB, 0xEE,
    ]
    #expect(try read(russian).encoding == "windows-1251" && read(russian).findings.isEmpty)
  }

  @Test func declarationsInTheTextThatBytesBelieAreTold() throws {
    let page = try read(Array("<meta charset=\"iso-8859-1\"><p>déjà vu".utf8))
    let finding = try #require(page.findings.first)
    #expect(page.encoding == "utf-8" && finding.rule == "declared-encoding" && finding.severity == .note)
    #expect(finding.message == "the text declares itself to be iso-8859-1 and was read as utf-8")
    for text in ["<meta charset=\"utf-8\"><p>déjà vu", "<meta charset=\"iso-8859-1\"><p>plain"] {
      #expect(try read(Array(text.utf8)).findings.isEmpty)
    }
  }

  @Test func declarationsThatDoNotHoldAreAFinding() throws {
    let unknown = try read(Array("text".utf8), encoding: "klingon")
    #expect(unknown.findings.map(\.rule) == ["declared-encoding"] && unknown.encoding == "utf-8")
    let marked = try read([0xEF, 0xBB, 0xBF, 0x41], encoding: "windows-1251")
    #expect(marked.findings.map(\.severity) == [.note])
    let fitting = try read([0xFF, 0xFE, 0x41, 0], encoding: "utf-16")
    #expect(fitting.findings.isEmpty)
    #expect(try read([0x41], encoding: "UTF8").findings.isEmpty)
  }

  @Test func hostileBytesNeverStopTheReader() {
    var state: UInt64 = 7
    for round in 0..<2_000 {
      let bytes = (0..<(round % 97)).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 40) | (round % 3 == 0 ? 0x80 : 0)
      }
      for encoding in [nil, "utf-8", "utf-16", "windows-1251", "shift_jis", "gb18030"] {
        guard let document = try? read(bytes, encoding: encoding) else { continue }
        let text = document.text
        #expect(String(validating: text.bytes, as: UTF8.self) != nil, "\(bytes) as \(encoding ?? "detected")")
        #expect(text.pieces.last?.text.upperBound == text.count, "\(bytes) as \(encoding ?? "detected")")
        #expect(text.pieces.allSatisfy { $0.source.upperBound <= bytes.count })
      }
    }
  }

  @Test func rulesHaveDifferentNames() {
    let ids = ReaderCatalogue.rules.map(\.id)
    #expect(Set(ids).count == ids.count && ids.count == 7)
    #expect(ReaderCatalogue.rules.allSatisfy { $0.stage == .read && !$0.summary.isEmpty })
  }
}
