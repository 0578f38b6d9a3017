// Recounts report.json from the tables, and holds it to its schema.
import Formats
import Model
import Writers

struct ReportCheck {
  private static let name = "report/report.json"
  private let folder: String
  private var documents: [String: [String]] = [:]
  private var order: [String] = []
  /// Counts by their place in the report.
  private var counts: [[String]: Int] = [:]
  private var findings: [String: Int] = [:]

  init(folder: String) { self.folder = folder }

  mutating func add(_ row: [String: String], of table: Table) {
    switch table.name {
    case "documents":
      count(["files", "found"])
      count(["files", row["status"] ?? ""])
      let id = row["document_id"] ?? ""
      order.append(id)
      documents[id] = Self.columns.map { row[$0] ?? "" }
    case "mentions":
      count(["mentions", "count"])
      let currency = row["currency"] ?? ""
      count(["mentions", "byCurrency", currency.isEmpty ? "none" : currency])
      count(["mentions", "byQualifier", row["qualifier"] ?? ""])
      count(["mentions", "byRegion", row["region"] ?? ""])
    case "facts":
      count(["facts", "count"])
      count(["facts", "byAgreement", row["agreement"] ?? ""])
      if row["recommended_for_aggregates"] == "true" { count(["totals", row["currency"] ?? ""]) }
    case "findings":
      count(["findings", "count"])
      count(["findings", "bySeverity", row["severity"] ?? ""])
      findings["\(row["rule"] ?? "") \(row["severity"] ?? "")", default: 0] += 1
    default: return
    }
  }

  func problems() -> [String] {
    guard let bytes = try? FileSystem.read(folder + "/" + Self.name), let report = try? JSON.parse(bytes) else {
      return ["\(Self.name): found no readable JSON"]
    }
    guard let schema = try? JSON.parse(RunReport.schemaDocument()) else { return [] }
    let misfits = JSONSchemaSubset(schema).problems(in: report)
    if !misfits.isEmpty { return misfits.map { "\(Self.name) \($0)" } }
    return countProblems(in: report) + listProblems(in: report)
  }

  private static let columns = ["source_id", "path", "status", "mentions"]

  private mutating func count(_ place: [String]) { counts[place, default: 0] += 1 }

  private func countProblems(in report: JSONValue) -> [String] {
    var stated: [[String]: Int] = [:]
    for group in ["files", "mentions", "facts", "findings"] {
      Self.collect(report[group] ?? .null, at: [group], &stated)
    }
    for total in report["totals"]?.array ?? [] {
      stated[["totals", total["currency"]?.string ?? ""]] = total["facts"]?.integer
    }
    return Set(stated.keys).union(counts.keys).map { ($0.joined(separator: "."), stated[$0] ?? 0, counts[$0] ?? 0) }
      .filter { $0.1 != $0.2 }.sorted { $0.0 < $1.0 }
      .map { "\(Self.name) at \($0.0): found \($0.1), expected \($0.2) as in the tables" }
  }

  private static func collect(_ value: JSONValue, at place: [String], _ stated: inout [[String]: Int]) {
    if let number = value.integer { stated[place] = number }
    for member in value.object?.members ?? [] { collect(member.value, at: place + [member.key], &stated) }
  }

  private func listProblems(in report: JSONValue) -> [String] {
    let listed = report["documents"]?.array ?? []
    var problems: [String] = []
    if listed.map({ $0["document_id"]?.string ?? "" }) != order {
      problems.append(
        "\(Self.name) at documents: found other ids or another order, expected those of data/documents.csv")
    }
    for document in listed {
      let id = document["document_id"]?.string ?? ""
      let found = Self.columns.map { document[$0]?.string ?? document[$0]?.number ?? "" }
      guard let expected = documents[id], expected != found else { continue }
      problems.append(
        "\(Self.name) at documents, \(id): found \(found.joined(separator: " ")), expected "
          + "\(expected.joined(separator: " ")) as in data/documents.csv")
    }
    let byRule = (report["findings"]?["byRule"]?.array ?? []).map {
      ("\($0["rule"]?.string ?? "") \($0["severity"]?.string ?? "")", $0["count"]?.integer ?? 0)
    }
    if Dictionary(byRule, uniquingKeysWith: +) != findings {
      problems.append("\(Self.name) at findings.byRule: found other counts, expected those of data/findings.csv")
    }
    return problems
  }
}
