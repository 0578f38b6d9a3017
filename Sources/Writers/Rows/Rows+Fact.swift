// The row of `facts`.
import Model

/// One document that gives evidence for a fact.
package struct FactSource: Sendable, Hashable {
  package var documentID: String
  package var sourceID: String
  package var date: PartialDate?
  package var url: String?

  package init(documentID: String, sourceID: String, date: PartialDate? = nil, url: String? = nil) {
    self.documentID = documentID
    self.sourceID = sourceID
    self.date = date
    self.url = url
  }
}

extension Rows {
  /// `sources` has one element for each document among the fact's members; `independentSources` is how many of them
  /// say it without repeating another.
  package static func fact(_ fact: Fact, sources: [FactSource], independentSources: Int) -> Row {
    let mention = fact.representative.mention
    let reason = AggregateAdvice.reasonAgainst(fact)
    let dates = sources.compactMap(\.date)
    let urls = Set(sources.compactMap(\.url)).sorted().map(withoutSpaces)
    var row = [
      Cell(fact.id), Cell(fact.agreement.rawValue), Cell(mention.flowStatus.rawValue), Cell(mention.about),
      Cell(mention.kind?.rawValue),
    ]
    append(mention.payer, to: &row)
    append(mention.payee, to: &row)
    row += amounts(fact)
    append(fact.representative.conversion, to: &row)
    row += [
      .empty, Cell(fact.representative.id), Cell(fact.members.count), Cell(Set(fact.members.map(\.documentID)).count),
      Cell(independentSources), Cell(dates.min()?.description), Cell(dates.max()?.description),
      Cell(urls.joined(separator: " ")), Cell(reason == nil ? "true" : "false"), Cell(reason),
    ]
    return row
  }

  private static func amounts(_ fact: Fact) -> Row {
    let mention = fact.representative.mention
    let bounds = fact.members.flatMap { [$0.mention.amount.lower, $0.mention.amount.upper] }.compactMap(\.self)
    return [
      Cell(mention.yearStart), Cell(mention.yearEnd), Cell(mention.per), Cell(mention.qualifier.rawValue),
      Cell(mention.currency), Cell(mention.amount.lower), Cell(mention.amount.upper), Cell(bounds.min()),
      Cell(bounds.max()),
    ]
  }

  /// An address as an element of a space-separated list.
  private static func withoutSpaces(_ url: String) -> String {
    url.split(whereSeparator: \.isWhitespace).joined(separator: "%20")
  }
}
