// The default run over the project's own documents, against what people read in them.
import Formats
import Foundation
import Model
import Testing

@testable import Pipeline

@Suite struct SeedsTests {
  @Test func everyMentionOfTheSeedsIsReadAsAnnotated() throws {
    let run = try PublishedRun(ofProjectInto: Scratch())
    let golden = try Golden.lines(Project.root + "/Tests/Golden/seeds/mentions.jsonl")
    #expect(golden.count > 100)
    let problems = Golden.problems(golden, found: run.mentions)
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    let places = Set(golden.map { "\($0["doc"] ?? "") \($0["start"] ?? "")" })
    let extra = run.mentions.filter { !places.contains("\($0["path"] ?? "") \($0["start_byte"] ?? "")") }
    #expect(extra.isEmpty, "read but not annotated: \(extra.map { $0["surface"] ?? "" })")
  }

  @Test func everyDocumentOfTheSeedsIsDescribedAsPrinted() throws {
    let run = try PublishedRun(ofProjectInto: Scratch())
    let golden = try Golden.lines(Project.root + "/Tests/Golden/seeds/documents.jsonl")
    #expect(golden.count == run.documents.count)
    for line in golden {
      let name = line["doc"] ?? ""
      let row = try #require(run.documents.first { $0["path"] == name }, "no row for \(name)")
      for column in ["volume", "issue", "published_date", "date_basis", "url", "language", "status"]
      where !(line["status"] == "duplicate" && column != "status") {
        #expect(row[column] == line[column], "\(name): \(column)")
      }
      if line["status"] == "read" {
        #expect(row["title"] == line["title"], "\(name): title")
        #expect(row["authors"] == line["authors"], "\(name): authors")
      }
    }
  }

  /// The annotated real documents lie beside the project; where they do not, there is nothing to compare.
  @Test(.enabled(if: Project.hasGold, "../shared/gold is not here"))
  func everyMentionOfTheAnnotatedDocumentsIsRead() throws {
    let run = try PublishedRun(of: Project.root + "/../shared/seeds", into: Scratch())
    let golden = try Golden.lines(Project.root + "/../shared/gold/mentions.jsonl")
    let problems = Golden.problems(golden, found: run.mentions)
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    for (column, floor) in Golden.floors {
      let right = Golden.count(of: column, right: golden, found: run.mentions)
      #expect(right >= floor, "\(column): \(right) of \(golden.count) annotated mentions right, floor \(floor)")
      #expect(right <= floor, "\(column) is better than its floor: raise it to \(right)")
    }
    let quiet = run.mentions.filter { ["000", "003"].contains(($0["path"] ?? "").prefix(3)) }
    #expect(quiet.isEmpty, "documents without money gave \(quiet.map { $0["surface"] ?? "" })")
  }
}

/// Quantities of the annotated real documents, against what people read in them.
@Suite struct QuantityGoldTests {
  /// Of 44: the unit of one, "national budget", is more than its noun.
  private static let floor = 43

  @Test(.enabled(if: Project.hasGold, "../shared/gold is not here"))
  func quantitiesOfTheAnnotatedDocumentsAreRead() throws {
    let run = try PublishedRun(of: Project.root + "/../shared/seeds", into: Scratch(), readsQuantities: true)
    let golden = try Golden.lines(Project.root + "/../shared/gold/quantities.jsonl")
    let mentions = try Golden.lines(Project.root + "/../shared/gold/mentions.jsonl")
    let wrong = golden.filter { line in
      !run.quantities.contains { row in
        line["doc"] == row["path"] && line["start"] == row["start_byte"] && line["end"] == row["end_byte"]
          && ["lower", "upper", "unit", "qualifier"].allSatisfy { line[$0] == row[$0] }
      }
    }
    #expect(
      golden.count - wrong.count >= Self.floor,
      "\(golden.count - wrong.count) of \(golden.count) read, floor \(Self.floor): \(wrong.map { $0["surface"] ?? "" })"
    )
    // Only part of the longest document is annotated: it ends with the last annotation.
    var ends: [String: Int] = [:]
    for line in golden + mentions {
      ends[line["doc"] ?? ""] = max(ends[line["doc"] ?? ""] ?? 0, Int(line["end"] ?? "") ?? 0)
    }
    let places = Set(golden.map { "\($0["doc"] ?? "") \($0["start"] ?? "")" })
    let extra = run.quantities.filter { row in
      (Int(row["start_byte"] ?? "") ?? 0) < (ends[row["path"] ?? ""] ?? 0)
        && !places.contains("\(row["path"] ?? "") \(row["start_byte"] ?? "")")
    }
    #expect(extra.isEmpty, "read but not annotated: \(extra.map { $0["surface"] ?? "" })")
  }
}

/// Where the project lies, found from this file.
enum Project {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized.path
  static let hasGold = FileManager.default.fileExists(atPath: root + "/../shared/gold/mentions.jsonl")
}

/// The tables of a run made for a test.
struct PublishedRun {
  let documents: [[String: String]]
  /// With the path of their document, as all rows below.
  let mentions: [[String: String]]
  let quantities: [[String: String]]

  /// The run that `pipeline.json` describes.
  init(ofProjectInto scratch: Scratch) throws {
    var overrides = Overrides(workingFolder: Project.root)
    overrides.output = scratch.output
    try self.init(
      PlanResolver.plan(configurationAt: Project.root + "/pipeline.json", overrides: overrides), scratch)
  }

  /// A run over one folder, as `--source` gives it.
  init(of folder: String, into scratch: Scratch, readsQuantities: Bool = false) throws {
    var overrides = Overrides(workingFolder: Project.root)
    overrides.output = scratch.output
    overrides.sources = [folder]
    var plan = try PlanResolver.plan(configurationAt: Project.root + "/pipeline.json", overrides: overrides)
    plan.readsQuantities = readsQuantities
    try self.init(plan, scratch)
  }

  private init(_ plan: Plan, _ scratch: Scratch) throws {
    try scratch.run(plan)
    documents = try scratch.table("documents")
    let paths = Dictionary(documents.map { ($0["document_id"] ?? "", $0["path"] ?? "") }, uniquingKeysWith: { $1 })
    (mentions, quantities) = try (
      Self.located(scratch.table("mentions"), paths), Self.located(scratch.table("quantities"), paths)
    )
  }

  private static func located(_ rows: [[String: String]], _ paths: [String: String]) -> [[String: String]] {
    rows.map { row in row.merging(["path": paths[row["document_id"] ?? ""] ?? ""]) { first, _ in first } }
  }
}

/// Annotations as JSON Lines, their values as the tables write them.
enum Golden {
  static func lines(_ path: String) throws -> [[String: String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      let object = try #require(try JSON.parse(Array(line.utf8)).object)
      return Dictionary(object.members.map { ($0.key, text($0.value)) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .number(let number): number
    case .array(let values): values.compactMap(\.string).joined(separator: "; ")
    case .bool(let flag): String(flag)
    case .object: ""
    }
  }

  /// What was not read as annotated, a line each. Years the sentence does not give are listed with the reason.
  static func problems(_ golden: [[String: String]], found: [[String: String]]) -> [String] {
    let rows = Dictionary(
      found.map { ("\($0["path"] ?? "") \($0["start_byte"] ?? "")-\($0["end_byte"] ?? "")", $0) },
      uniquingKeysWith: { first, _ in first })
    return golden.flatMap { line -> [String] in
      let place = "\(line["doc"] ?? "") \(line["start"] ?? "")-\(line["end"] ?? "")"
      guard let row = rows[place] else { return ["\(place): \(line["surface"] ?? "") not read"] }
      let isOpen = line["qualifier"] == "indefinite" && line["lower"] == ""
      return columns.compactMap { key, column in
        if isOpen, key == "lower" || key == "upper" { return nil }
        if column.hasPrefix("year"), yearsFromElsewhere.contains("\(line["doc"] ?? "") \(line["surface"] ?? "")") {
          return nil
        }
        let (expected, got) = (line[key] ?? "", row[column] ?? "")
        let isEqual = expected == got || ExactDecimal(expected) != nil && ExactDecimal(expected) == ExactDecimal(got)
        return isEqual ? nil : "\(place): \(line["surface"] ?? ""): \(column) is \"\(got)\", annotated \"\(expected)\""
      }
    }
  }

  /// Mentions of the annotated documents whose parties and kind are read as annotated, of 27. Floors only rise.
  static let floors = [("payer", 24), ("payee", 24), ("kind", 27)]

  /// How many mentions have a column as annotated.
  static func count(of column: String, right golden: [[String: String]], found: [[String: String]]) -> Int {
    let rows = Dictionary(
      found.map { ("\($0["path"] ?? "") \($0["start_byte"] ?? "")-\($0["end_byte"] ?? "")", $0[column] ?? "") },
      uniquingKeysWith: { first, _ in first })
    return golden.filter { line in
      rows["\(line["doc"] ?? "") \(line["start"] ?? "")-\(line["end"] ?? "")"] == (line[column] ?? "")
    }.count
  }

  private static let columns = [
    ("lower", "amount_lower"), ("upper", "amount_upper"), ("currency", "currency"),
    ("currency_evidence", "currency_evidence"), ("qualifier", "qualifier"), ("per", "per"),
    ("year_start", "year_start"), ("year_end", "year_end"),
  ]

  /// Known failures: the year stands in the sentence before, or between commas behind another noun.
  private static let yearsFromElsewhere: Set<String> = [
    "oblast-rail-budget.txt 1,4 млрд рублей", "oblast-rail-budget.txt 320 млн руб.",
    "quarry-road-community-page.txt $63 million",
  ]
}
