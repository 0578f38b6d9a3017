// The model's values as rows of the published tables, cell by cell in the order of `Schema`.
import Model

package enum Rows {
  /// Adds a document to rows of `Schema.documents`.
  package static func add(_ entry: DocumentEntry, to rows: inout TableRows) throws(SchemaViolation) {
    rows.append(entry.id)
    rows.append(entry.origin.sourceID)
    rows.append(entry.origin.path)
    rows.append(entry.sha256)
    rows.append(entry.textSHA256)
    rows.append(entry.mediaType?.rawValue)
    rows.append(entry.encoding)
    rows.append(entry.language)
    rows.append(entry.origin.country)
    rows.append(entry.title)
    rows.append(entry.authors.joined(separator: "; "))
    rows.append(entry.publication)
    rows.append(entry.volume)
    rows.append(entry.issue)
    rows.append(entry.publishedDate)
    rows.append(entry.dateBasis?.rawValue)
    rows.append(entry.dateEvidence)
    rows.append(entry.url)
    rows.append(entry.status.rawValue)
    rows.append(entry.mentions)
    try rows.endRow()
  }

  /// Adds each member of a fact, in their order, to rows of `Schema.evidence`.
  package static func addEvidence(_ fact: Fact, to rows: inout TableRows) throws(SchemaViolation) {
    for place in fact.members.indices {
      rows.append(name: fact.id)
      rows.append(name: fact.members[place].id)
      rows.append(name: fact.members[place].id == fact.representative.id ? "representative" : "repetition")
      try rows.endRow()
    }
  }

  /// Adds a finding to rows of `Schema.findings`. `line` and `sourceRange` say where in the file; nil where it is about
  /// no place.
  package static func add(
    _ finding: Finding, id: String, fingerprint: String, documentID: String? = nil, line: Int? = nil,
    sourceRange: Range<Int>? = nil, to rows: inout TableRows
  ) throws(SchemaViolation) {
    rows.append(name: id)
    rows.append(name: finding.rule.description)
    rows.append(name: finding.severity.rawValue)
    rows.append(name: documentID)
    rows.append(line)
    rows.append(sourceRange?.lowerBound)
    rows.append(sourceRange?.upperBound)
    rows.append(finding.message)
    rows.append(finding.quote)
    rows.append(finding.value)
    rows.append(finding.expected)
    rows.append(name: fingerprint)
    try rows.endRow()
  }

  /// Three cells of `Schema.parties`.
  static func add(_ party: Mention.Party?, to rows: inout TableRows) {
    rows.append(party?.name)
    rows.append(party?.iso3)
    rows.append(party?.agency)
  }

  /// Cells of `Schema.converted`.
  static func add(_ conversion: Conversion?, to rows: inout TableRows) {
    guard let conversion else {
      for _ in Schema.converted { rows.appendEmpty() }
      return
    }
    rows.append(conversion.lower)
    rows.append(conversion.upper)
    rows.append(conversion.currency)
    rows.append(conversion.rate)
    rows.append(PartialDate(year: conversion.ratePeriod))
    rows.append(conversion.rateSource)
    rows.append(name: conversion.periodBasis.rawValue)
    rows.append(conversion.constantLower)
    rows.append(conversion.constantUpper)
    rows.append(conversion.constantBaseYear.flatMap { PartialDate(year: $0) })
    rows.append(conversion.deflator)
  }
}
