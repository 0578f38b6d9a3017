// The recognizers' own cases, one sentence with its readings a line, in Tests/Corpus.
import Foundation
import Testing

@Suite struct Corpus {
  /// Russian and Chinese are data only: a lexicon file each, no Swift of their own.
  @Test(arguments: ["en", "ru", "zh"])
  func everySentenceReadsRight(_ language: String) throws {
    for (sentence, expected) in try Self.cases(language) {
      #expect(Reader.readings(sentence) == expected, "Tests/Corpus/\(language).tsv: \(sentence)")
    }
  }

  /// Lines of `sentence ⇥ readings`; no readings where nothing is money.
  static func cases(_ name: String) throws -> [(sentence: String, readings: String)] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus/\(name).tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return (String(cells[0]), cells.count > 1 ? String(cells[1]) : "")
    }
  }
}
