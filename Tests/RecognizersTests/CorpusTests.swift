// The recognizers' own cases, one sentence with its readings a line, in Tests/Corpus, and the floors they must hold.
import Foundation
import Testing

@Suite struct Corpus {
  /// Russian and Chinese are data only: a lexicon file each, no Swift of their own. `synthetic` is made by
  /// `SyntheticSentences`.
  /// `quantities-en` holds sentences with what is measured or counted beside money.
  @Test(arguments: ["en", "en-negative", "ru", "zh", "synthetic", "quantities-en"])
  func holdsItsFloor(_ name: String) throws {
    let readings = name == "quantities-en" ? { QuantityReader.readings($0) } : { Reader.readings($0) }
    let floor = try #require(try Self.floors()[name], "Tests/Corpus/floors.tsv has no row for \(name)")
    let cases = name == "synthetic" ? SyntheticSentences.cases(count: floor.cases) : try Self.cases(name)
    let wrong = cases.filter { readings($0.sentence) != $0.readings }
    let right = cases.count - wrong.count
    print("corpus \(name): \(right) of \(cases.count) sentences read right, floor \(floor.right) of \(floor.cases)")
    for (sentence, expected) in wrong.prefix(20) {
      print("  \(sentence)\n    expected \(expected)\n    read     \(readings(sentence))")
    }
    #expect(cases.count >= floor.cases, "corpus \(name) has shrunk below the floor in Tests/Corpus/floors.tsv")
    #expect(right >= floor.right, "corpus \(name): \(wrong.map(\.sentence).prefix(5))")
    #expect(
      cases.count == floor.cases && right == floor.right,
      "corpus \(name) is better than its floor: raise Tests/Corpus/floors.tsv to \(cases.count) and \(right)")
  }

  /// A sentence that is read right at last belongs with the others.
  @Test func knownFailuresStillFail() throws {
    let failures = try Self.cases("en-known-failures")
    for (sentence, expected) in failures {
      #expect(
        Reader.readings(sentence) != expected,
        "now read right: move it from en-known-failures.tsv to en.tsv: \(sentence)")
    }
    print("corpus en-known-failures: \(failures.count) sentences")
  }

  @Test func noSentenceStandsTwice() throws {
    let all = try ["en", "en-negative", "en-known-failures"].flatMap { try Self.cases($0).map(\.sentence) }
    #expect(Set(all).count == all.count, "\(Dictionary(grouping: all) { $0 }.filter { $1.count > 1 }.keys)")
  }

  /// Lines of `sentence ⇥ readings`; no readings where nothing is money.
  static func cases(_ name: String) throws -> [(sentence: String, readings: String)] {
    try lines("\(name).tsv").map { cells in (cells[0], cells.count > 1 ? cells[1] : "") }
  }

  /// The number of sentences, and of those read right, that may not be gone below.
  static func floors() throws -> [String: (cases: Int, right: Int)] {
    let rows = try lines("floors.tsv").dropFirst().compactMap { cells -> (String, (cases: Int, right: Int))? in
      guard cells.count == 3, let cases = Int(cells[1]), let right = Int(cells[2]) else { return nil }
      return (cells[0], (cases, right))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  static func lines(_ file: String) throws -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus/\(file)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
