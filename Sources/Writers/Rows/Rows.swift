// The model's values as rows of the published tables, cell by cell in the order of `Schema`.
import Model

package enum Rows {
  /// The row of `documents`.
  package static func document(_ entry: DocumentEntry) -> Row {
    [
      Cell(entry.id), Cell(entry.origin.sourceID), Cell(entry.origin.path), Cell(entry.sha256),
      Cell(entry.textSHA256), Cell(entry.mediaType), Cell(entry.encoding), Cell(entry.language),
      Cell(entry.origin.country), Cell(entry.title), Cell(entry.authors.joined(separator: "; ")),
      Cell(entry.publication), Cell(entry.volume), Cell(entry.issue), Cell(entry.publishedDate?.description),
      Cell(entry.dateBasis), Cell(entry.dateEvidence), Cell(entry.url), Cell(entry.status), Cell(entry.mentions),
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
      Cell(id), Cell(finding.rule.description), Cell(finding.severity), Cell(documentID), Cell(line),
      Cell(sourceRange?.lowerBound), Cell(sourceRange?.upperBound), Cell(finding.message), Cell(finding.quote),
      Cell(finding.value), Cell(finding.expected), Cell(fingerprint),
    ]
  }

  static func party(_ party: Mention.Party?) -> Row { [Cell(party?.name), Cell(party?.iso3), Cell(party?.agency)] }

  /// Cells of `Schema.converted`.
  static func conversion(_ conversion: Conversion?) -> Row {
    [
      Cell(conversion?.lower), Cell(conversion?.upper), Cell(conversion?.currency), Cell(conversion?.rate),
      year(conversion?.ratePeriod), Cell(conversion?.rateSource), Cell(conversion?.periodBasis),
      Cell(conversion?.constantLower), Cell(conversion?.constantUpper), year(conversion?.constantBaseYear),
      Cell(conversion?.deflator),
    ]
  }

  /// A year as EDTF.
  private static func year(_ year: Int?) -> Cell {
    Cell(year.flatMap { PartialDate(year: $0) }?.description)
  }
}
