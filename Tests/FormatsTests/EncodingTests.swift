// Decoding: every encoding gives its text, and every stretch leads back to its bytes.
import Testing

@testable import Formats

struct EncodingTests {
  /// Text, encoding and its bytes.
  private static let cases: [(text: String, encoding: String, bytes: [UInt8])] = [
    ("Łódź €5", "windows-1250", [0xA3, 0xF3, 0x64, 0x9F, 0x20, 0x80, 0x35]),
    ("Цена €5", "windows-1251", [0xD6, 0xE5, 0xED, 0xE0, 0x20, 0x88, 0x35]),
    ("café €5", "windows-1252", [0x63, 0x61, 0x66, 0xE9, 0x20, 0x80, 0x35]),
    ("Τιμή €5", "windows-1253", [0xD4, 0xE9, 0xEC, 0xDE, 0x20, 0x80, 0x35]),
    ("İş €5", "windows-1254", [0xDD, 0xFE, 0x20, 0x80, 0x35]),
    ("žąsis €5", "windows-1257", [0xFE, 0xE0, 0x73, 0x69, 0x73, 0x20, 0x80, 0x35]),
    ("£5 é", "iso-8859-1", [0xA3, 0x35, 0x20, 0xE9]),
    ("Łódź", "iso-8859-2", [0xA3, 0xF3, 0x64, 0xBC]),
    ("Цена", "iso-8859-5", [0xC6, 0xD5, 0xDD, 0xD0]),
    ("Τιμή", "iso-8859-7", [0xD4, 0xE9, 0xEC, 0xDE]),
    ("İş", "iso-8859-9", [0xDD, 0xFE]),
    ("€5 œ", "iso-8859-15", [0xA4, 0x35, 0x20, 0xBD]),
    ("Цена", "koi8-r", [0xE3, 0xC5, 0xCE, 0xC1]),
    ("Ціна", "koi8-u", [0xE3, 0xA6, 0xCE, 0xC1]),
    ("Цена", "cp866", [0x96, 0xA5, 0xAD, 0xA0]),
    ("£5 é", "macintosh", [0xA3, 0x35, 0x20, 0x8E]),
    ("5億円。", "shift_jis", [0x35, 0x89, 0xAD, 0x89, 0x7E, 0x81, 0x42]),
    ("5億円", "euc-jp", [0x35, 0xB2, 0xAF, 0xB1, 0xDF]),
    ("5亿元", "gb18030", [0x35, 0xD2, 0xDA, 0xD4, 0xAA]),
    ("5億元", "big5", [0x35, 0xBB, 0xF5, 0xA4, 0xB8]),
    ("5억 원", "euc-kr", [0x35, 0xBE, 0xEF, 0x20, 0xBF, 0xF8]),
    ("A€😀", "utf-16le", [0x41, 0, 0xAC, 0x20, 0x3D, 0xD8, 0x00, 0xDE]),
    ("A€😀", "UTF-16BE", [0, 0x41, 0x20, 0xAC, 0xD8, 0x3D, 0xDE, 0x00]),
  ]

  /// Bytes the segments say a scalar of the text stands for, scalar by scalar.
  private func steps(_ decoded: DecodedText) -> [Range<Int>] {
    decoded.segments.flatMap { segment -> [Range<Int>] in
      var position = segment.source.lowerBound
      if segment.form == .whole { return [segment.source] }
      return String(decoding: decoded.bytes[segment.text], as: UTF8.self).unicodeScalars.map { scalar in
        let length =
          switch segment.form {
          case .verbatim: String(scalar).utf8.count
          case .singleByte: 1
          default: scalar.value > 0xFFFF ? 4 : 2
          }
        defer { position += length }
        return position..<(position + length)
      }
    }
  }

  @Test func declaredEncodingsGiveTheirText() throws {
    for (text, encoding, bytes) in Self.cases {
      let decoded = try TextDecoder.decode(bytes, declared: encoding)
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == text, "\(encoding)")
      #expect(decoded.encoding == TextDecoder.canonicalName(of: encoding), "\(encoding)")
      #expect(decoded.guess == nil && decoded.malformedCount == 0, "\(encoding)")
    }
  }

  @Test func segmentsTileTextAndSource() throws {
    for (_, encoding, bytes) in Self.cases {
      let decoded = try TextDecoder.decode(bytes, declared: encoding)
      #expect(decoded.segments.reduce(0) { $1.text.lowerBound == $0 ? $1.text.upperBound : -1 } == decoded.bytes.count)
      let steps = steps(decoded)
      #expect(steps.first?.lowerBound == 0 && steps.last?.upperBound == bytes.count, "\(encoding)")
      #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }, "\(encoding)")
    }
  }

  @Test func byteOrderMarksDecide() throws {
    let utf8 = try TextDecoder.decode([0xEF, 0xBB, 0xBF] + Array("é5".utf8), declared: "windows-1251")
    #expect(utf8.bytes == Array("é5".utf8))
    #expect(utf8.segments == [.init(text: 0..<3, source: 3..<6, form: .verbatim)])
    let utf16 = try TextDecoder.decode([0xFE, 0xFF, 0x00, 0x35], declared: nil)
    #expect(utf16.encoding == "utf-16be" && utf16.guess == nil)
    #expect(utf16.segments == [.init(text: 0..<1, source: 2..<4, form: .utf16)])
    #expect(try TextDecoder.decode([0xEF, 0xBB, 0xBF], declared: nil).segments.isEmpty)
  }

  @Test func malformedUTF8BecomesReplacementCharacters() throws {
    // The examples of Unicode 15.0, tables 3-8, 3-9 and 3-11: one U+FFFD for each maximal subpart.
    let cases: [([UInt8], Int)] = [
      ([0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0xF0, 0x81, 0x82, 0x41], 8),
      ([0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF, 0xED, 0xAF, 0x41], 8),
      ([0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41], 4),
      ([0xF4, 0x91, 0x92, 0x93, 0xFF, 0x41, 0x80, 0xBF, 0x42], 7),
    ]
    for (bytes, count) in cases {
      let decoded = try TextDecoder.decode(bytes, declared: "utf-8")
      #expect(decoded.malformedCount == count)
      #expect(decoded.bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
      #expect(decoded.segments.map(\.source.count).reduce(0, +) == bytes.count)
    }
  }

  @Test func validationAgreesWithTheStandardLibrary() {
    var state: UInt64 = 1
    for round in 0..<3_000 {
      var bytes = Array("Some text — déjà vu, 五億円を出すと発表した, 😀 правительство выделило more".utf8)
      for _ in 0..<(round % 4) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      let isValid = bytes.withUnsafeBytes { UTF8Validation.validLength($0) } == bytes.count
      #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      let mended = bytes.withUnsafeBytes { _ in UTF8Decoding.text(bytes, from: 0) }
      #expect(mended.bytes == Array(String(decoding: bytes, as: UTF8.self).utf8), "\(bytes)")
    }
  }

  @Test func loneSurrogatesAndOddBytesAreMended() throws {
    let decoded = try TextDecoder.decode([0x41, 0, 0x00, 0xD8, 0x42, 0, 0x07], declared: "utf-16le")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "A\u{FFFD}B\u{FFFD}")
    #expect(decoded.malformed.map(\.source) == [2..<4, 6..<7])
  }

  @Test func bytesWithoutMeaningAreMended() throws {
    let single = try TextDecoder.decode([0x41, 0x81, 0x42], declared: "windows-1252")
    #expect(String(decoding: single.bytes, as: UTF8.self) == "A\u{FFFD}B")
    #expect(single.malformed.map(\.source) == [1..<2])
    let multi = try TextDecoder.decode([0x41, 0xFF, 0x42, 0x89], declared: "shift_jis")
    #expect(String(decoding: multi.bytes, as: UTF8.self) == "A\u{FFFD}B\u{FFFD}")
    #expect(multi.malformedCount == 2)
  }

  @Test func unknownNamesAndBinariesAreRefused() {
    #expect(throws: DecodingFailure.unknownEncoding("klingon")) { try TextDecoder.decode([0x41], declared: "klingon") }
    #expect(throws: DecodingFailure.notText) { try TextDecoder.decode([0, 1, 2, 3, 0xFF, 0, 0, 9], declared: nil) }
    #expect(throws: DecodingFailure.notText) {
      try TextDecoder.decode((0..<256).map { UInt8($0) } + (0..<256).map { UInt8($0) }, declared: nil)
    }
  }
}
