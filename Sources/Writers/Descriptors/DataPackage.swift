// datapackage.json: the Frictionless descriptor (Data Package v1, profile tabular-data-package) of the CSV tables.
import Formats
import Model

package enum DataPackage {
  /// One table as it was written.
  package struct Resource: Sendable, Hashable {
    package var table: Table
    /// Size of its CSV file.
    package var bytes: Int
    /// SHA-256 of its CSV file, hexadecimal.
    package var sha256: String
    /// Rows without the header.
    package var rows: Int

    package init(table: Table, bytes: Int, sha256: String, rows: Int) {
      self.table = table
      self.bytes = bytes
      self.sha256 = sha256
      self.rows = rows
    }

    /// Where it lies below the dataset.
    package var path: String { "data/\(table.name).csv" }
  }

  /// The descriptor of tables that lie at `data/NAME.csv` below it.
  package static func descriptor(_ resources: [Resource], programVersion: String) -> [UInt8] {
    let package: JSONValue = [
      "profile": "tabular-data-package",
      "name": "assay-dataset",
      "title": "Amounts of money found in documents",
      "version": .string(Schema.version),
      "generator": .string("assay \(programVersion)"),
      "resources": .array(resources.map(resource)),
    ]
    return JSON.write(package, indent: 2) + [0x0A]
  }

  private static func resource(_ resource: Resource) -> JSONValue {
    [
      "profile": "tabular-data-resource",
      "name": .string(resource.table.name),
      "path": .string(resource.path),
      "description": .string(resource.table.meaning),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "bytes": .integer(resource.bytes),
      "hash": .string("sha256:\(resource.sha256)"),
      "rows": .integer(resource.rows),
      "dialect": ["delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true],
      "schema": schema(resource.table),
    ]
  }

  private static func schema(_ table: Table) -> JSONValue {
    var schema: JSONObject = [
      "fields": .array(table.fields.map(field)),
      "primaryKey": .strings(table.primaryKey),
      "missingValues": [""],
    ]
    if !table.references.isEmpty { schema["foreignKeys"] = .array(table.references.map(foreignKey)) }
    return .object(schema)
  }

  private static func field(_ field: Field) -> JSONValue {
    var object: JSONObject = [
      "name": .string(field.name), "type": .string(type(of: field.kind)), "description": .string(field.meaning),
    ]
    if !field.unit.isEmpty { object["unit"] = .string(field.unit) }
    let constraints = constraints(of: field)
    if !constraints.isEmpty { object["constraints"] = .object(constraints) }
    return .object(object)
  }

  /// EDTF years are no full dates, so a date is a string with a pattern.
  private static func type(of kind: Field.Kind) -> String {
    switch kind {
    case .integer: "integer"
    case .decimal: "number"
    case .text, .identifier, .date, .word, .currency, .list: "string"
    }
  }

  private static func constraints(of field: Field) -> JSONObject {
    var constraints: JSONObject = [:]
    if field.isRequired { constraints["required"] = true }
    if let pattern = FieldPattern.pattern(of: field.kind) { constraints["pattern"] = .string("^(?:\(pattern))$") }
    if case .word(let words) = field.kind { constraints["enum"] = .strings(words) }
    return constraints
  }

  private static func foreignKey(_ reference: Table.Reference) -> JSONValue {
    [
      "fields": .string(reference.field),
      "reference": ["resource": .string(reference.table), "fields": .string(reference.target)],
    ]
  }
}
