// The code pages against the system's own converter.

import Glibc
import Testing

@testable import Normalizers

@Suite struct CodePageTests {
  /// Apple's table of Mac text differs from glibc's in the increment and euro signs and its own logo.
  @Test(arguments: CodePage.all.indices) func pagesAreThoseOfIconv(_ index: Int) throws {
    let page = CodePage.all[index]
    let scalars = Array(page.upperHalf.unicodeScalars)
    try #require(scalars.count == 128, "\(page.name) has \(scalars.count) characters")
    for (offset, scalar) in scalars.enumerated() where page.name != "MACINTOSH" || ![0x46, 0x5B, 0x70].contains(offset)
    {
      let expected = converted(UInt8(0x80 + offset), from: page.name)
      let isControl = expected.map { (0x80..<0xA0).contains($0.value) } ?? true
      let isSame = isControl ? scalar.value == 0xFFFD || page.name == "MACINTOSH" : scalar == expected
      #expect(isSame, "byte \(0x80 + offset) of \(page.name) is \(scalar), iconv reads \(String(describing: expected))")
    }
  }

  private func converted(_ byte: UInt8, from name: String) -> Unicode.Scalar? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input: [CChar] = [CChar(bitPattern: byte)]
    var output = [CChar](repeating: 0, count: 8)
    let failed = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        var left = 1
        var room = 7
        return iconv(converter, &from, &left, &to, &room) == Int.max
      }
    }
    guard !failed else { return nil }
    return String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).unicodeScalars.first
  }
}
