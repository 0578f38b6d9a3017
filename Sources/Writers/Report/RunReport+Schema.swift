// The JSON Schema (2020-12) of report.json.
import Formats
import Model

extension RunReport {
  /// The schema that every report follows.
  package static func schemaDocument() -> [UInt8] {
    let schema: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:assay:report:\(Schema.version)",
      "title": "Report of a run of Assay",
      "$defs": [
        "count": ["type": "integer", "minimum": 0],
        "counts": ["type": "object", "additionalProperties": ["$ref": "#/$defs/count"]],
        "currency": ["type": "string", "pattern": "^\(FieldPattern.currency)$"],
        "amount": ["type": ["string", "null"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$"],
        "total": total, "finding": finding, "document": document,
      ],
      "type": "object",
      "properties": .object(properties),
      "required": .strings(properties.keys),
      "additionalProperties": false,
    ]
    return JSON.write(schema, indent: 2) + [0x0A]
  }

  private static let count: JSONValue = ["$ref": "#/$defs/count"]
  private static let counts: JSONValue = ["$ref": "#/$defs/counts"]
  private static let text: JSONValue = ["type": "string"]

  private static let properties: JSONObject = [
    "schemaVersion": ["const": .string(Schema.version)],
    "programVersion": text,
    "reportingCurrency": ["$ref": "#/$defs/currency"],
    "files": closed(["found": count, "read": count, "duplicate": count, "quarantined": count]),
    "mentions": closed(["count": count, "byCurrency": counts, "byQualifier": counts, "byRegion": counts]),
    "facts": closed(["count": count, "byAgreement": counts]),
    "totals": list("total"),
    "findings": closed([
      "count": count, "bySeverity": closed(["error": count, "warning": count, "note": count]),
      "byRule": list("finding"),
    ]),
    "documents": list("document"),
  ]

  private static let total = closed([
    "currency": ["$ref": "#/$defs/currency"], "facts": count, "amount": ["$ref": "#/$defs/amount"],
    "converted": ["$ref": "#/$defs/amount"], "unconverted": count,
  ])

  private static let finding = closed([
    "rule": text, "severity": ["enum": .strings(Finding.Severity.allCases.map(\.rawValue))], "count": count,
  ])

  private static let document = closed(
    [
      "document_id": text, "source_id": text, "path": text, "status": ["enum": ["read", "duplicate", "quarantined"]],
      "mentions": count, "reason": text,
    ], optional: ["reason"])

  /// An object with these members and no others.
  private static func closed(_ properties: JSONObject, optional: Set<String> = []) -> JSONValue {
    [
      "type": "object", "properties": .object(properties),
      "required": .strings(properties.keys.filter { !optional.contains($0) }), "additionalProperties": false,
    ]
  }

  private static func list(_ name: String) -> JSONValue {
    ["type": "array", "items": ["$ref": .string("#/$defs/\(name)")]]
  }
}
