// dataset.xml: what stands around the tables' rows, and the schema of the whole.
import Formats
import Model

/// `header`, then for every table of `Schema.tables` in that order `start(of:)`, its rows and `end(of:)`, then `footer`.
package enum XMLDataset {
  /// The namespace of every element.
  package static let namespace = "urn:assay:dataset:1"

  /// The declaration and the start of `<dataset>`.
  package static func header(programVersion: String, reportingCurrency: Currency.Code) -> [UInt8] {
    let attributes = [
      ("xmlns", namespace), ("schemaVersion", Schema.version), ("programVersion", programVersion),
      ("reportingCurrency", reportingCurrency.description),
    ]
    let written = attributes.map { "\($0.0)=\"\(XMLSchemaDocument.escaped($0.1))\"" }.joined(separator: " ")
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dataset \(written)>\n".utf8)
  }

  package static func start(of table: Table) -> [UInt8] { Array("<\(table.name)>\n".utf8) }
  package static func end(of table: Table) -> [UInt8] { Array("</\(table.name)>\n".utf8) }

  package static let footer: [UInt8] = Array("</dataset>\n".utf8)

  /// The XSD that `dataset.xml` follows, made from `Schema.tables`.
  package static func schemaDocument() -> [UInt8] {
    var document = XMLSchemaDocument()
    return document.write(Schema.tables)
  }
}
