// The row of `mentions`.
import Model

extension Rows {
  /// Adds a mention to rows of `Schema.mentions`; `factID` is the fact it is evidence of.
  package static func add(
    _ identified: IdentifiedMention, factID: String, to rows: inout TableRows
  ) throws(SchemaViolation) {
    rows.append(name: identified.id)
    rows.append(name: identified.documentID)
    addPlace(identified.mention, identified, to: &rows)
    addReading(identified.mention, to: &rows)
    addContext(identified.mention, to: &rows)
    add(identified.conversion, to: &rows)
    rows.append(name: identified.mention.rule.description)
    rows.append(name: factID)
    try rows.endRow()
  }

  private static func addPlace(_ mention: Mention, _ identified: IdentifiedMention, to rows: inout TableRows) {
    rows.append(name: mention.region.rawValue)
    let hull = hull(of: identified.sourceRanges)
    rows.append(hull?.lowerBound)
    rows.append(hull?.upperBound)
    rows.append(
      identified.unitRanges.isEmpty ? identified.sourceRanges : identified.sourceRanges + identified.unitRanges)
    rows.append(mention.span.lowerBound)
    rows.append(mention.span.upperBound)
    rows.append(line: identified.line)
    rows.append(mention.surface)
    rows.append(mention.sentence)
  }

  private static func addReading(_ mention: Mention, to rows: inout TableRows) {
    rows.append(mention.amount.lower)
    rows.append(mention.amount.upper)
    rows.append(mention.amount.significantDigits)
    rows.append(mention.currency)
    rows.append(name: mention.currencyEvidence.rawValue)
    rows.append(name: mention.currencyBasis?.rawValue)
    rows.append(mention.currencyCandidates)
    rows.append(name: mention.qualifier.rawValue)
    rows.append(mention.per)
    rows.append(name: mention.priceBasis.rawValue)
    rows.append(mention.yearStart)
    rows.append(mention.yearEnd)
  }

  private static func addContext(_ mention: Mention, to rows: inout TableRows) {
    add(mention.payer, to: &rows)
    add(mention.payee, to: &rows)
    rows.append(name: mention.kind?.rawValue)
    rows.append(name: mention.flowStatus.rawValue)
    rows.append(mention.about)
  }

  /// The least range that holds them all; nil where there is none.
  static func hull(of ranges: [Range<Int>]) -> Range<Int>? {
    guard var hull = ranges.first else { return nil }
    for range in ranges {
      hull = min(hull.lowerBound, range.lowerBound)..<max(hull.upperBound, range.upperBound)
    }
    return hull
  }
}
