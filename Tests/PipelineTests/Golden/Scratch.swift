// A folder of its own for a test, with sources, output, and what whole runs are made from.
import Foundation
import Logging
import Model

@testable import Pipeline

/// Removed with the test that owns it.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/assay-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var sources: String { path + "/sources" }
  var output: String { path + "/output" }
  var current: String { output + "/current" }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Documents of many kinds: plain, Markdown, UTF-16, with and without amounts, a duplicate, and bad ones.
  func fillSources(count: Int = 24) throws {
    for number in 0..<count {
      let text = """
        Harbour works, part \(number)

        The port board will pay $\(number + 3) million for the pier in 201\(number % 10). It paid $\(number * 7 + 11) last year.
        Another \(number) people came.\(String(repeating: " The tide was low and nobody paid.", count: number * 3))

        """
      try write(text, to: "sources/news/\(number % 3)/item-\(number).txt")
    }
    try write("# Rails\r\n\r\nThe *line* cost **$40 million** in 2015.\r\n", to: "sources/news/rails.md")
    try write("\u{FEFF}The mast cost $90.\n", to: "sources/news/mast.txt")
    let wide = "The dam — à la carte — cost $77 million.\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try write([0xFF, 0xFE] + wide, to: "sources/news/dam.txt")
    try write("The quay cost $12.\n", to: "sources/news/quay-a.txt")
    try write("The quay cost $12.\n", to: "sources/news/quay-b.txt")
    try write("No money here.\n", to: "sources/reports/empty-handed.txt")
    try write([], to: "sources/reports/empty.txt")
    try write([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2], to: "sources/reports/program.txt")
    try write(String(repeating: "It cost $5. ", count: 20_000), to: "sources/reports/long.txt")
    try FileManager.default.createSymbolicLink(
      atPath: sources + "/reports/broken.txt", withDestinationPath: "nowhere.txt")
  }

  func plan(
    workers: Int = 2, isFull: Bool = false, output: String? = nil, readsQuantities: Bool = true
  ) -> Plan {
    let folder = sources
    let sources = ["news", "reports"].map { id in
      Plan.Source(
        id: id, folder: "\(folder)/\(id)", include: ["**/*.txt", "**/*.md"], exclude: [], publisher: "The \(id)",
        country: nil, language: "en", encoding: nil, date: PartialDate(edtf: "2016-05-04"), publishesText: true)
    }
    return Plan(
      sources: sources, output: output ?? self.output, reportingCurrency: "USD", constantBaseYear: nil,
      reference: ReferenceData(), rules: RuleChoices(), maximumFileBytes: 200_000, keptRuns: 2, writesXML: true,
      readsQuantities: readsQuantities, workers: workers, isFull: isFull, fingerprint: "{}")
  }

  @discardableResult
  func run(_ plan: Plan? = nil) throws -> RunOutcome {
    try Run(plan: plan ?? self.plan(), logger: Self.logger, durability: .crash).execute()
  }

  static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// Lets the files look as if they had been written long ago.
  func age() throws {
    let past = Date(timeIntervalSinceNow: -3600)
    for name in try FileManager.default.subpathsOfDirectory(atPath: sources) {
      let file = sources + "/" + name
      guard (try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType) == .typeRegular
      else { continue }
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: file)
    }
  }

  /// Every file of a dataset but run.json, by relative path.
  func dataset(at folder: String? = nil) throws -> [String: Data] {
    let root = URL(fileURLWithPath: folder ?? current).resolvingSymlinksInPath().path
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) where name != "run.json" {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = try Data(contentsOf: URL(fileURLWithPath: root + "/" + name)) }
    }
    return files
  }

  /// The rows of a published table by column.
  func table(_ name: String) throws -> [[String: String]] {
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: "\(current)/data/\(name).csv")), as: UTF8.self)
    var records = CSVText.records(text)
    guard let header = records.first else { return [] }
    records.removeFirst()
    return records.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }
}

/// RFC 4180 read a second way, so that the tests do not trust the writer's own library.
enum CSVText {
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var pending = scalars.next()
    while let scalar = pending {
      pending = scalars.next()
      switch (scalar, isQuoted) {
      case ("\"", true) where pending == "\"":
        field.unicodeScalars.append("\"")
        pending = scalars.next()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        record.append(field)
        field = ""
      case ("\r", false): break
      case ("\n", false):
        records.append(record + [field])
        (record, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    return records
  }
}
