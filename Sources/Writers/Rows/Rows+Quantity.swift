// The row of `quantities`.
import Model

extension Rows {
  /// Adds a quantity to rows of `Schema.quantities`.
  package static func add(_ identified: IdentifiedQuantity, to rows: inout TableRows) throws(SchemaViolation) {
    let quantity = identified.quantity
    let hull = hull(of: identified.sourceRanges)
    rows.append(name: identified.id)
    rows.append(name: identified.documentID)
    rows.append(name: quantity.region.rawValue)
    rows.append(hull?.lowerBound)
    rows.append(hull?.upperBound)
    rows.append(identified.sourceRanges)
    rows.append(quantity.span.lowerBound)
    rows.append(quantity.span.upperBound)
    rows.append(quantity.surface)
    rows.append(quantity.sentence)
    rows.append(quantity.amount.lower)
    rows.append(quantity.amount.upper)
    rows.append(quantity.unit)
    rows.append(name: quantity.qualifier.rawValue)
    rows.append(quantity.about)
    rows.append(name: quantity.rule.description)
    try rows.endRow()
  }
}
