// The mentions of single files as JSON Lines, CSV or a table for the eye.
import Formats
import Model

/// How `assay extract` writes mentions.
package enum ExtractFormat: String, Sendable, CaseIterable {
  case jsonl, csv, table
}

package struct Extract: Sendable {
  private static let columns = [
    "file", "start_byte", "end_byte", "region", "surface", "lower", "upper", "currency", "qualifier", "per",
    "currency_evidence", "currency_basis", "year_start", "year_end", "kind", "flow_status", "rule",
  ]

  package let format: ExtractFormat

  package init(format: ExtractFormat) { self.format = format }

  /// What stands before the first mention.
  package func heading() throws(OutputError) -> [UInt8] { format == .csv ? csv([Self.columns]) : [] }

  /// The mentions of one file.
  package func bytes(of result: Inspection.Result) throws(OutputError) -> [UInt8] {
    switch format {
    case .jsonl: lines(result)
    case .csv: csv(result.mentions.map { row(of: $0, in: result) })
    case .table: table(result)
    }
  }

  private func lines(_ result: Inspection.Result) -> [UInt8] {
    var writer = JSONLineWriter()
    for mention in result.mentions {
      let hull = result.document.sourceHull(of: mention.span)
      writer.beginObject()
      writer.member("file", result.file)
      writer.member("start_byte", hull.lowerBound)
      writer.member("end_byte", hull.upperBound)
      writer.reading(of: mention)
      writer.endObject()
      writer.endLine()
    }
    return writer.bytes
  }

  private func row(of mention: Mention, in result: Inspection.Result) -> [String] {
    let hull = result.document.sourceHull(of: mention.span)
    let cells: [String?] = [
      result.file, String(hull.lowerBound), String(hull.upperBound), mention.region.rawValue, mention.surface,
      mention.amount.lower?.description, mention.amount.upper?.description, mention.currency?.description,
      mention.qualifier.rawValue, mention.per, mention.currencyEvidence.rawValue, mention.currencyBasis?.rawValue,
      mention.yearStart?.description, mention.yearEnd?.description, mention.kind?.rawValue,
      mention.flowStatus.rawValue, mention.rule.description,
    ]
    return cells.map { $0 ?? "" }
  }

  private func table(_ result: Inspection.Result) -> [UInt8] {
    let heading = ["bytes", "surface", "amount", "currency", "qualifier", "rule"]
    let rows = result.mentions.map { mention in
      let hull = result.document.sourceHull(of: mention.span)
      return [
        "\(hull.lowerBound)-\(hull.upperBound)", mention.surface, mention.amount.told,
        mention.currency?.description ?? "", mention.qualifier.rawValue, mention.rule.description,
      ]
    }
    let count = rows.count == 1 ? "1 mention" : "\(rows.count) mentions"
    return Array("\(result.file): \(count)\n".utf8) + (rows.isEmpty ? [] : TextTable.lines([heading] + rows))
  }

  private func csv(_ rows: [[String]]) -> [UInt8] {
    var writer = CSVWriter()
    for row in rows {
      for cell in row { writer.field(cell) }
      writer.endRecord()
    }
    return writer.bytes
  }
}

extension Amount {
  /// `1200000`, `5–7`, `from 5`, `to 7`, or nothing for an indefinite magnitude.
  var told: String {
    switch (lower, upper) {
    case (let lower?, let upper?): lower == upper ? lower.description : "\(lower)–\(upper)"
    case (let lower?, nil): "from \(lower)"
    case (nil, let upper?): "to \(upper)"
    case (nil, nil): ""
    }
  }
}
