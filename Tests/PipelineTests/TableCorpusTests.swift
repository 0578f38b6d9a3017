// Tables as they stand in documents, each with the cells that are to be read in it, in Tests/Corpus/tables.
import Foundation
import Model
import Testing

@testable import Normalizers
@testable import Pipeline
@testable import Recognizers

/// A table is `NAME.txt` or `NAME.md`; `NAME.tsv` beside it begins with `# KIND` and holds one line for each amount, in
/// the order of the text: surface, amount and currency, year or years, what it is about, and `total` or `part`. A table
/// without money has no further line.
@Suite struct TableCorpus {
  /// The least share of amounts, in percent, that must be right in each kind: read as expected, of those expected and
  /// those read. Floors only rise.
  static let floors = [
    "accounts": 100, "aid": 100, "bilingual": 100, "budget": 100, "drawn": 100, "indicators": 100, "markdown": 100,
    "none": 100, "ocr": 100, "prices": 100, "trade": 100,
  ]

  @Test func everyKindKeepsItsFloor() throws {
    var right: [String: Int] = [:]
    var all: [String: Int] = [:]
    for table in try Self.tables() {
      let read = Self.amounts(in: table)
      var open = table.expected
      var hits = 0
      for amount in read {
        guard let place = open.firstIndex(of: amount) else { continue }
        open.remove(at: place)
        hits += 1
      }
      right[table.kind, default: 0] += hits
      all[table.kind, default: 0] += table.expected.count + read.count - hits
      let extra = read.filter { !table.expected.contains($0) }
      #expect(open.isEmpty && extra.isEmpty, "Tests/Corpus/tables/\(table.name): missed \(open), read \(extra)")
    }
    #expect(Set(all.keys) == Set(Self.floors.keys), "every kind has a floor")
    for (kind, floor) in Self.floors {
      let share = all[kind] == 0 ? 100 : right[kind, default: 0] * 100 / max(all[kind, default: 0], 1)
      #expect(share >= floor, "tables of kind \(kind): \(share) % right, floor \(floor)")
    }
  }

  @Test func thereAreEnoughTables() throws {
    let tables = try Self.tables()
    #expect(tables.count >= 60)
    #expect(tables.count { $0.expected.isEmpty } >= 15)
  }

  @Test func cellsSayWhereTheirUnitStands() throws {
    for table in try Self.tables() {
      for mention in Self.mentions(in: table) where mention.rule == TableCells.rule.id {
        #expect(mention.currencyEvidence == .table && mention.currencyBasis == .table)
        #expect(mention.region == .table)
        let unit = try #require(mention.cell?.unit, "\(table.name): \(mention.surface) has no unit")
        #expect(!unit.overlaps(mention.span))
        #expect(mention.sentenceSpan.contains(mention.span.lowerBound))
      }
    }
  }

  struct Amount: Hashable, CustomStringConvertible {
    var surface: String
    var value: String
    var years = ""
    var about = ""
    var share = ""

    var description: String { [surface, value, years, about, share].joined(separator: " | ") }
  }

  struct CorpusTable {
    var name: String
    var kind: String
    var text: String
    var expected: [Amount]
  }

  static func tables() throws -> [CorpusTable] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus/tables")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix(".tsv") }
    return try names.sorted().map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let cells = folder.appending(path: name).deletingPathExtension().appendingPathExtension("tsv")
      let lines = try String(contentsOf: cells, encoding: .utf8).split(separator: "\n")
      let kind = try #require(
        lines.first?.hasPrefix("# ") == true ? lines.first?.dropFirst(2) : nil, "\(name): no kind")
      return CorpusTable(name: name, kind: String(kind), text: text, expected: lines.dropFirst().map(amount))
    }
  }

  private static func amount(_ line: Substring) -> Amount {
    var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    cells += Array(repeating: "", count: max(0, 5 - cells.count))
    return Amount(surface: cells[0], value: cells[1], years: cells[2], about: cells[3], share: cells[4])
  }

  static func mentions(in table: CorpusTable) -> [Mention] {
    let bytes = Array(table.text.utf8)
    let document = Document(
      origin: .init(sourceID: "test", path: table.name), mediaType: table.name.hasSuffix(".md") ? .markdown : .plain,
      encoding: "UTF-8", text: Text(verbatim: bytes))
    return Recognizer(rules: RuleChoices()).mentions(in: Normalizer(rules: RuleChoices()).normalize(document))
  }

  private static func amounts(in table: CorpusTable) -> [Amount] {
    mentions(in: table).map { mention in
      let bounds = [mention.amount.lower, mention.amount.upper].map { $0?.description ?? "" }
      let years = [mention.yearStart, mention.yearEnd].map { $0.map(String.init) ?? "" }
      return Amount(
        surface: mention.surface,
        value: (bounds[0] == bounds[1] ? bounds[0] : bounds.joined(separator: ".."))
          + " \(mention.currency?.description ?? "-")",
        years: years[0] == years[1] ? years[0] : years.joined(separator: "-"),
        about: mention.cell == nil ? "" : mention.about,
        share: mention.cell.map { $0.share == .entry ? "" : $0.share.rawValue } ?? "")
    }
  }
}
