// The row of `mentions`.
import Model

extension Rows {
  /// `factID` is the fact the mention is evidence of.
  package static func mention(_ identified: IdentifiedMention, factID: String) -> Row {
    var row: Row = []
    row.reserveCapacity(Schema.mentions.fields.count)
    let mention = identified.mention
    appendPlace(identified, to: &row)
    appendReading(mention, to: &row)
    append(mention.payer, to: &row)
    append(mention.payee, to: &row)
    row.append(Cell(mention.kind?.rawValue))
    row.append(Cell(mention.flowStatus.rawValue))
    row.append(Cell(mention.about))
    append(identified.conversion, to: &row)
    row.append(Cell(mention.rule.description))
    row.append(Cell(factID))
    return row
  }

  private static func appendPlace(_ identified: IdentifiedMention, to row: inout Row) {
    let mention = identified.mention
    let hull = hull(of: identified.sourceRanges)
    row.append(Cell(identified.id))
    row.append(Cell(identified.documentID))
    row.append(Cell(mention.region.rawValue))
    row.append(Cell(hull?.lowerBound))
    row.append(Cell(hull?.upperBound))
    row.append(Cell(list(identified.sourceRanges + identified.unitRanges)))
    row.append(Cell(mention.span.lowerBound))
    row.append(Cell(mention.span.upperBound))
    row.append(Cell("line " + String(identified.line)))
    row.append(Cell(mention.surface))
    row.append(Cell(mention.sentence))
  }

  private static func appendReading(_ mention: Mention, to row: inout Row) {
    row.append(Cell(mention.amount.lower))
    row.append(Cell(mention.amount.upper))
    row.append(Cell(mention.amount.significantDigits))
    row.append(Cell(mention.currency))
    row.append(Cell(mention.currencyEvidence.rawValue))
    row.append(Cell(mention.currencyBasis?.rawValue))
    row.append(Cell(mention.currencyCandidates.joined(by: " ")))
    row.append(Cell(mention.qualifier.rawValue))
    row.append(Cell(mention.per))
    row.append(Cell(mention.priceBasis.rawValue))
    row.append(Cell(mention.yearStart))
    row.append(Cell(mention.yearEnd))
  }

  /// The least range that holds them all; nil where there is none.
  private static func hull(of ranges: [Range<Int>]) -> Range<Int>? {
    guard var hull = ranges.first else { return nil }
    for range in ranges {
      hull = min(hull.lowerBound, range.lowerBound)..<max(hull.upperBound, range.upperBound)
    }
    return hull
  }

  /// `120-131 140-152`.
  private static func list(_ ranges: [Range<Int>]) -> String {
    var list = ""
    for range in ranges {
      if !list.isEmpty { list += " " }
      list += String(range.lowerBound)
      list += "-"
      list += String(range.upperBound)
    }
    return list
  }
}
