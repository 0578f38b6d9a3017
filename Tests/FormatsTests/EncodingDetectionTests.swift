// Detection: which encoding bytes are read in when nothing declares one.
import Testing

@testable import Formats

struct EncodingDetectionTests {
  @Test func textsAreReadInTheirEncoding() throws {
    for (language, text, encodings) in DetectionTexts.all {
      for encoding in encodings {
        let bytes = try #require(DetectionTexts.encoded(text, encoding), "\(encoding) cannot hold: \(text)")
        let decoded = try TextDecoder.decode(bytes, declared: nil)
        let got = String(decoding: decoded.bytes, as: UTF8.self)
        #expect(got == text, "\(language) in \(encoding) was read as \(decoded.encoding)")
        #expect(decoded.guess != nil)
      }
    }
  }

  /// A text stays what it is when it is long, in Windows' line ends, or in the middle of English markup.
  @Test func lengthAndMarkupDoNotMatter() throws {
    for (language, text, encodings) in DetectionTexts.all where text.count > 40 {
      let page = "<html><head><title>Annual report</title></head><body class=\"main\">\r\n<p>\(text)</p></body></html>"
      for encoding in encodings {
        let bytes = try #require(DetectionTexts.encoded(text + "\n", encoding))
        let cases = [
          (try #require(DetectionTexts.encoded(page, encoding)), page),
          (Array(repeatElement(bytes, count: 200).joined()), String(repeating: text + "\n", count: 200)),
        ]
        for (bytes, text) in cases {
          let decoded = try TextDecoder.decode(bytes, declared: nil)
          #expect(decoded.bytes == Array(text.utf8), "\(language) in \(encoding) was read as \(decoded.encoding)")
        }
      }
    }
  }

  /// Texts in UTF-8 are never read as anything else, however they are cut.
  @Test func utf8IsLeftAlone() throws {
    for (_, text, _) in DetectionTexts.all {
      for length in [1, 2, 3, 7, text.count] {
        let part = String(text.prefix(length))
        let decoded = try TextDecoder.decode(Array(part.utf8), declared: nil)
        #expect(decoded.encoding == "utf-8" && decoded.guess == nil && decoded.bytes == Array(part.utf8))
      }
    }
  }

  @Test(arguments: [
    "The ministry spent €5 million on roads in 2010.\n", "It was €5 million and £3.5 bn.",
    "About ¥300 million, or £2 m.",
    "It cost £ 5 million, or ¥ 700 million, or € 6 million.", "A £multi-million bridge.", "£5",
    String(repeating: "He said “it’s €5 and £3 million” – twice.\n", count: 3),
  ])
  func signsAreNoEvidenceAgainstWindows1252(_ text: String) throws {
    let decoded = try TextDecoder.decode(DetectionTexts.encoded(text, "windows-1252") ?? [], declared: nil)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text, "read as \(decoded.encoding)")
  }

  @Test func aGuessTellsWhatItRestsOn() throws {
    func guess(_ text: String, _ encoding: String) throws -> EncodingGuess? {
      guard let bytes = DetectionTexts.encoded(text, encoding) else { return nil }
      return try #require(try TextDecoder.decode(bytes, declared: nil).guess)
    }
    #expect(try guess("It cost £5 million.", "windows-1252")?.tellingBytes == 0)
    #expect(try guess("“It’s £5 million”", "windows-1252")?.tellingBytes == 3)
    for (_, text, encodings) in DetectionTexts.all where text.count > 60 {
      for encoding in encodings where !text.allSatisfy(\.isASCII) {
        guard let guess = try guess(text, encoding) else { continue }
        #expect(guess.tellingBytes >= 3 && guess.rival == nil, "\(encoding): \(guess)")
      }
    }
  }

  @Test func everySingleByteEncodingHasItsTable() {
    #expect(Set(SingleByteTable.named.keys) == Set(TextEncoding.singleByteNames))
  }

  @Test func japaneseAndChineseAreTold() throws {
    let japanese: [UInt8] = [
      0x90, 0xAD, 0x95, 0x7B, 0x82, 0xCD, 0x8B, 0xB4, 0x82, 0xC9, 0x8C, 0xDC, 0x89, 0xAD, 0x89, 0x7E, 0x82, 0xF0,
    ]
    #expect(try TextDecoder.decode(japanese, declared: nil).encoding == "shift_jis")
    #expect(String(decoding: try TextDecoder.decode(japanese, declared: nil).bytes, as: UTF8.self) == "政府は橋に五億円を")
    let chinese: [UInt8] = [0xD5, 0xFE, 0xB8, 0xAE, 0xB2, 0xA6, 0xBF, 0xEE, 0xCE, 0xE5, 0xD2, 0xDA, 0xD4, 0xAA]
    #expect(String(decoding: try TextDecoder.decode(chinese, declared: nil).bytes, as: UTF8.self) == "政府拨款五亿元")
  }

  @Test func damagedUTF8StaysUTF8() throws {
    let bytes = Array("Цена моста ".utf8) + [0xFF] + Array(" пять миллионов рублей".utf8)
    let decoded = try TextDecoder.decode(bytes, declared: nil)
    #expect(decoded.encoding == "utf-8" && decoded.malformedCount == 1)
    let cut = Array(Array("It cost five — or six".utf8).prefix(16)) + [0xE2, 0x80]
    #expect(try TextDecoder.decode(cut, declared: nil).encoding == "utf-8")
  }

  @Test func plainASCIIAndCleanUTF8AreNotDetected() throws {
    for text in ["", "plain", "déjà vu — 5 €"] {
      let decoded = try TextDecoder.decode(Array(text.utf8), declared: nil)
      #expect(decoded.encoding == "utf-8" && decoded.guess == nil)
      #expect(decoded.bytes == Array(text.utf8))
    }
  }

  @Test func framesOfTerminalsAreIBM866() throws {
    let text = "╔══════════╤═════╗\n║ Хлеб     │  25 ║\n║ Молоко   │  60 ║\n╚══════════╧═════╝\n"
    let bytes = try #require(DetectionTexts.encoded(text, "ibm866"))
    let decoded = try TextDecoder.decode(bytes, declared: nil)
    #expect(decoded.encoding == "ibm866" && decoded.bytes == Array(text.utf8))
  }

  @Test func theLastPageOfALongFileCounts() throws {
    let text = String(repeating: "a plain line of a long report\n", count: 20_000)
    let end = try #require(DetectionTexts.encoded("le café était fermé\n", "windows-1252"))
    let decoded = try TextDecoder.decode(Array(text.utf8) + end, declared: nil)
    #expect(decoded.bytes == Array((text + "le café était fermé\n").utf8))
  }

  @Test func whatIsNoTextIsRefused() {
    var state: UInt64 = 7
    func random(_ range: ClosedRange<UInt8>) -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + UInt8((state >> 33) % UInt64(range.count))
    }
    let cases: [[UInt8]] = [
      Array(repeating: 0, count: 10_000), (0..<10_000).map { _ in random(0...255) },
      (0..<10_000).map { _ in random(1...255) }, (0..<10_001).map { _ in random(0x80...255) },
      (0..<64).map { _ in random(0x80...255) },
    ]
    for bytes in cases {
      #expect(throws: DecodingFailure.notText) { try TextDecoder.decode(bytes, declared: nil) }
    }
  }

  /// A file put together from two encodings keeps every byte: what is not read is told.
  @Test func mixedEncodingsLoseNothing() throws {
    let utf8 = String(repeating: "La réparation a coûté 5 millions d’euros, un coût élevé.\n", count: 20)
    let bytes = Array(utf8.utf8) + [0x63, 0x61, 0x66, 0xE9, 0x0A]
    let decoded = try TextDecoder.decode(bytes, declared: nil)
    #expect(decoded.encoding == "utf-8" && decoded.malformedCount == 1)
    #expect(decoded.malformed.map(\.source.lowerBound) == [bytes.count - 2])
    #expect(decoded.segments.map(\.source.count).reduce(0, +) == bytes.count)
  }

  @Test func cutCharactersAreTold() throws {
    let text = String(repeating: "政府は橋の修理に五億円を出すと発表した。", count: 5)
    for encoding in ["shift_jis", "euc-jp", "utf-16le", "utf-8"] {
      let whole = encoding == "utf-8" ? Array(text.utf8) : try #require(DetectionTexts.encoded(text, encoding))
      let decoded = try TextDecoder.decode(Array(whole.dropLast()), declared: nil)
      #expect(decoded.encoding == encoding && decoded.malformedCount == 1, "\(encoding): \(decoded.encoding)")
      #expect(String(decoding: decoded.bytes, as: UTF8.self).hasPrefix(String(text.dropLast())))
    }
  }

  @Test func aLineOfAMegabyteIsRead() throws {
    let line = try #require(DetectionTexts.encoded("Цена моста пять миллионов рублей. ", "koi8-r"))
    let bytes = [UInt8]((0..<(1_000_000 / line.count)).map { _ in line }.joined())
    let decoded = try TextDecoder.decode(bytes, declared: nil)
    #expect(decoded.encoding == "koi8-r" && decoded.malformedCount == 0)
  }
}
