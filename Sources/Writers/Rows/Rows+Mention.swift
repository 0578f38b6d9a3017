// The row of `mentions`.
import Model

extension Rows {
  /// `factID` is the fact the mention is evidence of.
  package static func mention(_ identified: IdentifiedMention, factID: String) -> Row {
    var row: Row = []
    row.reserveCapacity(Schema.mentions.fields.count)
    row += place(identified)
    row += reading(identified.mention)
    row += party(identified.mention.payer)
    row += party(identified.mention.payee)
    row += [Cell(identified.mention.kind), Cell(identified.mention.flowStatus), Cell(identified.mention.about)]
    row += conversion(identified.conversion)
    row += [Cell(identified.mention.rule.description), Cell(factID)]
    return row
  }

  private static func place(_ identified: IdentifiedMention) -> Row {
    let mention = identified.mention
    let ranges = identified.sourceRanges
    return [
      Cell(identified.id), Cell(identified.documentID), Cell(mention.region),
      Cell(ranges.map(\.lowerBound).min()), Cell(ranges.map(\.upperBound).max()), Cell(list(ranges)),
      Cell(mention.span.lowerBound), Cell(mention.span.upperBound), Cell("line \(identified.line)"),
      Cell(mention.surface), Cell(mention.sentence),
    ]
  }

  private static func reading(_ mention: Mention) -> Row {
    [
      Cell(mention.amount.lower), Cell(mention.amount.upper), Cell(mention.amount.significantDigits),
      Cell(mention.currency), Cell(mention.currencyEvidence), Cell(mention.currencyBasis),
      Cell(mention.currencyCandidates.map(\.description).joined(separator: " ")), Cell(mention.qualifier),
      Cell(mention.per), Cell(mention.priceBasis), Cell(mention.yearStart), Cell(mention.yearEnd),
    ]
  }

  /// `120-131 140-152`.
  private static func list(_ ranges: [Range<Int>]) -> String {
    ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
  }
}
