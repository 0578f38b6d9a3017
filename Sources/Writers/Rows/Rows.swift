// The model's values as rows of the published tables, cell by cell in the order of `Schema`.
import Model

package enum Rows {
  /// The row of `documents`.
  package static func document(_ entry: DocumentEntry) -> Row {
    [
      Cell(entry.id), Cell(entry.origin.sourceID), Cell(entry.origin.path), Cell(entry.sha256),
      Cell(entry.textSHA256), Cell(entry.mediaType?.rawValue), Cell(entry.encoding), Cell(entry.language),
      Cell(entry.origin.country), Cell(entry.title), Cell(entry.authors.joined(separator: "; ")),
      Cell(entry.publication), Cell(entry.volume), Cell(entry.issue), Cell(entry.publishedDate?.description),
      Cell(entry.dateBasis?.rawValue), Cell(entry.dateEvidence), Cell(entry.url), Cell(entry.status.rawValue),
      Cell(entry.mentions),
    ]
  }

  /// The row of `evidence` for each member of a fact, in their order.
  package static func evidence(_ fact: Fact) -> [Row] {
    fact.members.map { member in
      let role = member.id == fact.representative.id ? "representative" : "repetition"
      return [Cell(fact.id), Cell(member.id), Cell(role)]
    }
  }

  /// The row of `findings`. `line` and `sourceRange` say where in the file; nil where it is about no place.
  package static func finding(
    _ finding: Finding, id: String, fingerprint: String, documentID: String? = nil, line: Int? = nil,
    sourceRange: Range<Int>? = nil
  ) -> Row {
    [
      Cell(id), Cell(finding.rule.description), Cell(finding.severity.rawValue), Cell(documentID), Cell(line),
      Cell(sourceRange?.lowerBound), Cell(sourceRange?.upperBound), Cell(finding.message), Cell(finding.quote),
      Cell(finding.value), Cell(finding.expected), Cell(fingerprint),
    ]
  }

  /// Three cells of `Schema.parties`.
  static func append(_ party: Mention.Party?, to row: inout Row) {
    row.append(Cell(party?.name))
    row.append(Cell(party?.iso3))
    row.append(Cell(party?.agency))
  }

  /// Cells of `Schema.converted`.
  static func append(_ conversion: Conversion?, to row: inout Row) {
    row.append(Cell(conversion?.lower))
    row.append(Cell(conversion?.upper))
    row.append(Cell(conversion?.currency))
    row.append(Cell(conversion?.rate))
    row.append(year(conversion?.ratePeriod))
    row.append(Cell(conversion?.rateSource))
    row.append(Cell(conversion?.periodBasis.rawValue))
    row.append(Cell(conversion?.constantLower))
    row.append(Cell(conversion?.constantUpper))
    row.append(year(conversion?.constantBaseYear))
    row.append(Cell(conversion?.deflator))
  }

  /// A year as EDTF.
  private static func year(_ year: Int?) -> Cell {
    Cell(year.flatMap { PartialDate(year: $0) }?.description)
  }
}
