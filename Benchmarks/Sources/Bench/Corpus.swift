// A generated corpus on disk: files of about 64 KB in folders, and the same texts as JSON Lines.
import Foundation

struct Corpus {
  /// How thick the amounts stand.
  enum Density: String {
    case news
    case dense

    /// Bytes of text for one amount.
    var moneySpacing: Int { self == .news ? 4096 : 200 }
  }

  private static let fileSize = 64 << 10
  private static let filesPerFolder = 128

  let density: Density
  let megabytes: Int
  let seed: UInt64
  let folder: URL

  /// The corpus under `root`, generated unless it is there. Its name holds all that it is made from.
  init(_ density: Density, megabytes: Int, seed: UInt64, in root: URL) throws {
    self.density = density
    self.megabytes = megabytes
    self.seed = seed
    folder = root.appending(path: "\(density.rawValue)-\(megabytes)-\(seed)")
    if !FileManager.default.fileExists(atPath: folder.path) { try generate() }
  }

  /// Size of all its files, in megabytes of 10^6 bytes.
  func size() throws -> Double { Double(try files().map { try Self.size(of: $0) }.reduce(0, +)) / 1e6 }

  /// Its files in order.
  func files() throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appending(path: $0) }
  }

  /// A file of one line a text, as the worker reads them; written unless it is there.
  func jsonLines() throws -> URL {
    let lines = folder.appendingPathExtension("jsonl")
    if FileManager.default.fileExists(atPath: lines.path) { return lines }
    let unfinished = lines.appendingPathExtension("unfinished")
    try Data().write(to: unfinished)
    let output = try FileHandle(forWritingTo: unfinished)
    for file in try files() {
      let record = ["id": file.lastPathComponent, "text": try String(contentsOf: file, encoding: .utf8)]
      try output.write(contentsOf: JSONSerialization.data(withJSONObject: record, options: [.sortedKeys]))
      try output.write(contentsOf: Data("\n".utf8))
    }
    try output.close()
    try FileManager.default.moveItem(at: unfinished, to: lines)
    return lines
  }

  private func generate() throws {
    let unfinished = folder.appendingPathExtension("unfinished")
    try? FileManager.default.removeItem(at: unfinished)
    var news = NewsText(vocabulary: Vocabulary(), seed: seed, moneySpacing: density.moneySpacing)
    for number in 0..<max(1, (megabytes << 20) / Self.fileSize) {
      let part = unfinished.appending(path: String(1000 + number / Self.filesPerFolder))
      if number % Self.filesPerFolder == 0 {
        try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
      }
      let text = news.article(of: Self.fileSize)
      try Data(text).write(to: part.appending(path: "article-\(100_000 + number).txt"))
    }
    try FileManager.default.moveItem(at: unfinished, to: folder)
  }

  static func size(of file: URL) throws -> Int {
    try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
  }
}
