// report.json: what was read, found and doubted, in numbers; the same for the same dataset.
import Formats
import Model

package enum RunReport {
  /// The report, its maps sorted by key.
  package static func report(_ contents: Contents) -> [UInt8] {
    let report: JSONValue = [
      "schemaVersion": .string(Schema.version),
      "programVersion": .string(contents.programVersion),
      "reportingCurrency": .string(contents.reportingCurrency.description),
      "files": [
        "found": .integer(contents.documents.count),
        "read": .integer(contents.count(.read)),
        "duplicate": .integer(contents.count(.duplicate)),
        "quarantined": .integer(contents.count(.quarantined)),
      ],
      "mentions": [
        "count": .integer(contents.mentions),
        "byCurrency": counts(byCurrency(contents)),
        "byQualifier": counts(contents.mentionsByQualifier.named),
        "byRegion": counts(contents.mentionsByRegion.named),
      ],
      "facts": ["count": .integer(contents.facts), "byAgreement": counts(contents.factsByAgreement.named)],
      "totals": .array(contents.totals.values.sorted { $0.currency < $1.currency }.map(total)),
      "findings": [
        "count": .integer(contents.findings.values.reduce(0, +)),
        "bySeverity": bySeverity(contents),
        "byRule": .array(contents.findings.keys.sorted().map { finding($0, contents.findings[$0] ?? 0) }),
      ],
      "documents": .array(contents.documents.map(document)),
    ]
    return JSON.write(report, indent: 2) + [0x0A]
  }

  private static func byCurrency(_ contents: Contents) -> [String: Int] {
    Dictionary(
      contents.mentionsByCurrency.map { ($0.key?.description ?? "none", $0.value) }, uniquingKeysWith: +)
  }

  private static func counts(_ counts: [String: Int]) -> JSONValue {
    .object(JSONObject(counts.keys.sorted().map { JSONObject.Member(key: $0, value: .integer(counts[$0] ?? 0)) }))
  }

  private static func bySeverity(_ contents: Contents) -> JSONValue {
    .object(
      JSONObject(
        Finding.Severity.allCases.sorted(by: >).map { severity in
          let matching = contents.findings.filter { $0.key.severity == severity }
          return JSONObject.Member(key: severity.rawValue, value: .integer(matching.values.reduce(0, +)))
        }))
  }

  private static func finding(_ key: Contents.FindingKey, _ count: Int) -> JSONValue {
    [
      "rule": .string(key.rule.description), "severity": .string(key.severity.rawValue), "count": .integer(count),
    ]
  }

  private static func total(_ total: Contents.Total) -> JSONValue {
    [
      "currency": .string(total.currency.description),
      "facts": .integer(total.facts),
      // A string, because a JSON number is a binary float to most readers; null beyond 38 digits.
      "amount": total.amount.map { .string($0.description) } ?? .null,
      "converted": total.converted.map { .string($0.description) } ?? .null,
      "unconverted": .integer(total.unconverted),
    ]
  }

  private static func document(_ document: Contents.DocumentLine) -> JSONValue {
    var object: JSONObject = [
      "document_id": .string(document.id), "source_id": .string(document.sourceID), "path": .string(document.path),
      "status": .string(document.status.rawValue), "mentions": .integer(document.mentions),
    ]
    if let reason = document.reason { object["reason"] = .string(reason) }
    return .object(object)
  }
}
