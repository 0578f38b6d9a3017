// docs/DATASET.md: every table and column, its meaning, type and unit.
import Model

package enum DatasetDocument {
  /// The document, in Markdown.
  package static func markdown() -> String {
    var text = introduction
    for table in Schema.tables { text += section(table) }
    return text
  }

  private static let introduction = """
    # The dataset

    Generated from the schema in `Sources/Model/Schema`; do not edit.

    Each table lies at `data/NAME.csv` (RFC 4180, UTF-8 without byte order mark, CRLF) and as an element of the same name
    in `xml/dataset.xml`, which follows `xml/dataset.xsd`; `datapackage.json` describes the CSV files for machines. An
    empty cell means that nothing is known; in XML its element is missing. Byte positions count from 0, and ranges leave
    their end out. XML 1.0 cannot hold U+0000 to U+001F but tab, line feed and carriage return, nor U+FFFE and U+FFFF:
    there they stand as U+FFFD. The tables' shape has version \(Schema.version).


    """

  private static func section(_ table: Table) -> String {
    var text = "## \(table.name)\n\n\(table.meaning).\n\n"
    text += "Primary key: \(table.primaryKey.map(code).joined(separator: ", "))."
    if !table.references.isEmpty {
      text += " Refers to: "
      text += table.references.map { "\(code($0.field)) → \(code("\($0.table).\($0.target)"))" }
        .joined(separator: ", ")
      text += "."
    }
    text += "\n\n| Column | Type | Unit | Meaning |\n| --- | --- | --- | --- |\n"
    for field in table.fields { text += row(field) }
    return text + "\n"
  }

  private static func row(_ field: Field) -> String {
    let type = field.isRequired ? "\(type(field.kind)), required" : type(field.kind)
    return "| \(code(field.name)) | \(type) | \(escaped(field.unit)) | \(escaped(field.meaning)) |\n"
  }

  private static func type(_ kind: Field.Kind) -> String {
    switch kind {
    case .text: "text"
    case .identifier: "identifier"
    case .integer: "integer"
    case .decimal: "exact decimal"
    case .date: "date (EDTF: 2010, 2010-07, 2010-07-14)"
    case .word(let words): "one of " + words.map(code).joined(separator: ", ")
    case .currency: "currency (ISO 4217)"
    case .list: "values separated by spaces"
    }
  }

  private static func code(_ text: String) -> String { "`\(text)`" }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
