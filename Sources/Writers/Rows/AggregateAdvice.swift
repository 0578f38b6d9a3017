// Whether a sum over facts should count one: the columns recommended_for_aggregates and aggregates_reason.
import Model

enum AggregateAdvice {
  /// Why a sum should leave the fact out; nil where it should count it.
  static func reasonAgainst(_ fact: Fact) -> String? {
    let mention = fact.representative.mention
    if fact.agreement == .conflict { return "its evidence conflicts" }
    if mention.currency == nil { return "no currency is known" }
    if mention.qualifier == .indefinite { return "the amount is indefinite" }
    if !mention.amount.isPoint { return "the amount is a range or open" }
    switch mention.cell?.share {
    case .total: return "it is a total of its table"
    case .part: return "it is contained in another row of its table"
    case .entry, nil: break
    }
    if let per = mention.per { return "the amount is per \(per)" }
    switch mention.kind {
    case .gdp, .price, .budget: return "a \(mention.kind?.rawValue ?? "") is no flow"
    default: break
    }
    switch mention.flowStatus {
    case .demanded, .cancelled: return "the money is \(mention.flowStatus.rawValue)"
    default: return nil
    }
  }
}
