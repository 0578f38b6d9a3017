// Detection: which encoding bytes are read in when nothing declares one.
import Testing

@testable import Formats

struct EncodingDetectionTests {
  private static let texts: [(text: String, encodings: [String])] = [
    (
      "Правительство выделило 50 млн рублей на ремонт моста. Работы начнутся в июле, сообщили в министерстве.",
      ["windows-1251", "koi8-r", "ibm866", "iso-8859-5", "utf-16le", "utf-16be"]
    ),
    (
      "Уряд виділив кошти на ремонт мосту, повідомили в міністерстві. Її вартість 5 млн гривень.",
      ["windows-1251", "koi8-u", "utf-16le"]
    ),
    (
      "Rząd przeznaczył 5 milionów złotych na budowę mostu, który połączy obie części miasta. Źródło: gazeta.",
      ["windows-1250", "iso-8859-2"]
    ),
    (
      "Le gouvernement a alloué 5 millions de francs à la réparation du pont, où les dégâts étaient élevés.",
      ["windows-1252"]
    ),
    ("The officer’s “final” price – £450 million – was agreed at the café.", ["windows-1252"]),
    (
      "Die Brücke kostet 5 Mio. €, sagte der Präsident. Größere Schäden gäbe es nicht.",
      ["windows-1252", "iso-8859-15"]
    ),
    ("Hükümet köprünün onarımı için 5 milyon lira ayırdı, açıklandı. İşler başlıyor, çalışıyor.", ["windows-1254"]),
    ("政府は橋の修理に五億円を出すと発表した。これは昨年より多い。", ["shift_jis", "euc-jp", "utf-16le", "utf-16be"]),
    ("政府表示，将拨款五亿元用于修建桥梁，工程将于明年开始。这个项目很重要。", ["gb18030", "utf-16le", "utf-16be"]),
    ("The ministry gave $5 million.\r\nIt was too little.\r\n", ["utf-16le", "utf-16be"]),
  ]

  /// The bytes of a text in a single-byte encoding, by its table, or in UTF-16.
  private func encoded(_ text: String, _ name: String) -> [UInt8]? {
    if name.hasPrefix("utf-16") {
      return text.utf16.flatMap { unit in
        name == "utf-16be" ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
    }
    guard let table = SingleByteTable.named[name] else { return nil }
    return text.unicodeScalars.compactMap { scalar in
      if scalar.value < 0x80 { return UInt8(scalar.value) }
      return table.scalars.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) }
    }
  }

  @Test func textsAreReadInTheirEncoding() throws {
    for (text, encodings) in Self.texts {
      for encoding in encodings {
        guard let bytes = encoded(text, encoding) else { continue }
        let decoded = try TextDecoder.decode(bytes, declared: nil)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text, "\(encoding) was read as \(decoded.encoding)")
        #expect(decoded.guess != nil)
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
    let decoded = try TextDecoder.decode(encoded(text, "windows-1252") ?? [], declared: nil)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text, "read as \(decoded.encoding)")
  }

  @Test func aGuessTellsWhatItRestsOn() throws {
    func guess(_ text: String, _ encoding: String) throws -> EncodingGuess? {
      guard let bytes = encoded(text, encoding) else { return nil }
      return try #require(try TextDecoder.decode(bytes, declared: nil).guess)
    }
    #expect(try guess("It cost £5 million.", "windows-1252")?.tellingBytes == 0)
    #expect(try guess("“It’s £5 million”", "windows-1252")?.tellingBytes == 3)
    for (text, encodings) in Self.texts {
      for encoding in encodings where !text.allSatisfy(\.isASCII) {
        guard let guess = try guess(text, encoding) else { continue }
        #expect(guess.tellingBytes >= 4 && guess.rival == nil, "\(encoding): \(guess)")
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
}
