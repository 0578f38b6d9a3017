// Other recognizers of money, on a slice of the corpus; installed by scripts/rivals, left out where they are not.
import Foundation

struct Rivals {
  private static let names = ["quantulum3", "price-parser", "recognizers-text"]
  /// Articles of the slice: the slowest of them takes seconds for one.
  private static let sliceFiles = 2

  private let python: String
  private let script: String

  /// Nil where the folder of the project holds none.
  init?(project: URL) {
    python = project.appending(path: ".build/rivals/bin/python").path
    script = project.appending(path: "scripts/rivals.py").path
    guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
  }

  /// Megabytes per CPU-second of each on both corpora, the cost of starting and loading taken off.
  func speeds(on news: Corpus, and dense: Corpus) throws -> [(name: String, speed: (news: Double, dense: Double))] {
    try Self.names.map { name in
      let start = try cost(name, [])
      return (
        name,
        try (
          news: speed(of: name, on: Self.slice(of: news), start),
          dense: speed(of: name, on: Self.slice(of: dense), start)
        )
      )
    }
  }

  private func speed(of name: String, on slice: [URL], _ start: Double) throws -> Double {
    let size = Double(try slice.map { try Corpus.size(of: $0) }.reduce(0, +)) / 1e6
    // The clock of a small slice may show less than its own grain.
    return size / max(try cost(name, slice) - start, 0.001)
  }

  private func cost(_ name: String, _ files: [URL]) throws -> Double {
    try Program(path: python, arguments: ["-W", "ignore", script, name] + files.map(\.path)).measure().cpu
  }

  private static func slice(of corpus: Corpus) throws -> [URL] { Array(try corpus.files().prefix(sliceFiles)) }
}
