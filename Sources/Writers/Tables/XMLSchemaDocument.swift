// The XSD of dataset.xml, made from the tables.
import Formats
import Model

/// Builds the document as indented lines; every text in it comes from our own schema.
struct XMLSchemaDocument {
  private var lines: [String] = []
  private var depth = 0

  mutating func write(_ tables: [Table]) -> [UInt8] {
    lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    element(
      "xs:schema",
      [
        ("xmlns:xs", "http://www.w3.org/2001/XMLSchema"), ("xmlns", XMLDataset.namespace),
        ("xmlns:d", XMLDataset.namespace), ("targetNamespace", XMLDataset.namespace),
        ("elementFormDefault", "qualified"), ("version", Schema.version),
      ]
    ) { schema in
      schema.datasetElement(tables)
      for table in tables { schema.rowType(table) }
      for (name, pattern) in FieldPattern.named { schema.simpleType(name, facets: [("pattern", pattern)]) }
      schema.simpleType("text", facets: [("minLength", "1")])
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private mutating func datasetElement(_ tables: [Table]) {
    element("xs:element", [("name", "dataset")]) { schema in
      schema.element("xs:complexType") { schema in
        schema.element("xs:sequence") { schema in
          for table in tables { schema.tableElement(table) }
        }
        for name in ["schemaVersion", "programVersion", "reportingCurrency"] {
          schema.empty("xs:attribute", [("name", name), ("type", "xs:string"), ("use", "required")])
        }
      }
      for table in tables { schema.key(of: table) }
      for table in tables { schema.references(of: table) }
    }
  }

  private mutating func tableElement(_ table: Table) {
    element("xs:element", [("name", table.name)]) { schema in
      schema.documentation(table.meaning)
      schema.element("xs:complexType") { schema in
        schema.element("xs:sequence") { schema in
          schema.empty(
            "xs:element",
            [("name", table.rowName), ("type", table.rowName), ("minOccurs", "0"), ("maxOccurs", "unbounded")])
        }
      }
    }
  }

  private mutating func rowType(_ table: Table) {
    element("xs:complexType", [("name", table.rowName)]) { schema in
      schema.element("xs:sequence") { schema in
        for field in table.fields { schema.fieldElement(field) }
      }
    }
  }

  private mutating func fieldElement(_ field: Field) {
    var attributes = [("name", field.name)]
    if !field.isRequired { attributes.append(("minOccurs", "0")) }
    if let type = typeName(field.kind) { attributes.append(("type", type)) }
    element("xs:element", attributes) { schema in
      schema.documentation(field.unit.isEmpty ? field.meaning : "\(field.meaning) (unit: \(field.unit))")
      guard case .word(let words) = field.kind else { return }
      schema.element("xs:simpleType") { schema in schema.restriction(words.map { ("enumeration", $0) }) }
    }
  }

  /// Nil for a column with words of its own.
  private func typeName(_ kind: Field.Kind) -> String? {
    switch kind {
    case .text: "text"
    case .integer: "xs:integer"
    case .decimal: "xs:decimal"
    case .identifier: "identifier"
    case .date: "date"
    case .currency: "currency"
    case .list: "list"
    case .word: nil
    }
  }

  private mutating func key(of table: Table) {
    element("xs:key", [("name", "\(table.name)Key")]) { schema in
      schema.empty("xs:selector", [("xpath", "d:\(table.name)/d:\(table.rowName)")])
      for field in table.primaryKey { schema.empty("xs:field", [("xpath", "d:\(field)")]) }
    }
  }

  private mutating func references(of table: Table) {
    for reference in table.references {
      let name = "\(table.name)-\(reference.field)"
      element("xs:keyref", [("name", name), ("refer", "\(reference.table)Key")]) { schema in
        schema.empty("xs:selector", [("xpath", "d:\(table.name)/d:\(table.rowName)")])
        schema.empty("xs:field", [("xpath", "d:\(reference.field)")])
      }
    }
  }

  private mutating func simpleType(_ name: String, facets: [(String, String)]) {
    element("xs:simpleType", [("name", name)]) { $0.restriction(facets) }
  }

  private mutating func restriction(_ facets: [(String, String)]) {
    element("xs:restriction", [("base", "xs:string")]) { schema in
      for (facet, value) in facets { schema.empty("xs:\(facet)", [("value", value)]) }
    }
  }

  private mutating func documentation(_ text: String) {
    element("xs:annotation") { schema in
      schema.line("<xs:documentation>\(Self.escaped(text))</xs:documentation>")
    }
  }

  private mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ content: (inout XMLSchemaDocument) -> Void
  ) {
    line("<\(name)\(Self.written(attributes))>")
    depth += 1
    content(&self)
    depth -= 1
    line("</\(name)>")
  }

  private mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    line("<\(name)\(Self.written(attributes))/>")
  }

  private mutating func line(_ text: String) { lines.append(String(repeating: "  ", count: depth) + text) }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  /// Text as it stands in an attribute or an element.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }
}
