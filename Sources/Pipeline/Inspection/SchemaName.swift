// The schemas that `assay schema` prints.
import Writers

package enum SchemaName: String, Sendable, CaseIterable {
  case pipeline, report, dataset, tables

  /// What it describes.
  package var meaning: String {
    switch self {
    case .pipeline: "pipeline.json, as JSON Schema"
    case .report: "report/report.json, as JSON Schema"
    case .dataset: "xml/dataset.xml, as XSD"
    case .tables: "every table and column, as Markdown: docs/DATASET.md"
    }
  }

  package var document: [UInt8] {
    switch self {
    case .pipeline: Rulebook.pipelineKeys.schemaDocument
    case .report: RunReport.schemaDocument()
    case .dataset: XMLDataset.schemaDocument()
    case .tables: Array(DatasetDocument.markdown().utf8)
    }
  }
}
