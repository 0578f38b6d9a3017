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

/// What the rows of facts say of the documents that give evidence for them; made once for facts of the same documents.
package struct FactSources: Sendable, Hashable {
  fileprivate let firstPublished: PartialDate?
  fileprivate let lastPublished: PartialDate?
  fileprivate let urls: String

  /// One element for each document among a fact's members.
  package init(_ sources: [FactSource]) {
    let dates = sources.compactMap(\.date)
    firstPublished = dates.min()
    lastPublished = dates.max()
    urls = Set(sources.compactMap(\.url)).sorted().map(Self.withoutSpaces).joined(separator: " ")
  }

  /// An address as an element of a space-separated list.
  private static func withoutSpaces(_ url: String) -> String {
    url.split(whereSeparator: \.isWhitespace).joined(separator: "%20")
  }
}

extension Rows {
  /// Adds a fact to rows of `Schema.facts`. `independentSources` is how many documents say it without repeating another.
  package static func add(
    _ fact: Fact, sources: FactSources, independentSources: Int, to rows: inout TableRows
  ) throws(SchemaViolation) {
    rows.append(name: fact.id)
    rows.append(name: fact.agreement.rawValue)
    addReading(fact.representative.mention, bounds: bounds(of: fact), to: &rows)
    add(fact.representative.conversion, to: &rows)
    rows.appendEmpty()
    rows.append(name: fact.representative.id)
    rows.append(fact.members.count)
    rows.append(documents(of: fact))
    rows.append(independentSources)
    rows.append(sources.firstPublished)
    rows.append(sources.lastPublished)
    rows.append(sources.urls)
    let reason = AggregateAdvice.reasonAgainst(fact)
    rows.append(name: reason == nil ? "true" : "false")
    rows.append(reason)
    try rows.endRow()
  }

  private static func addReading(
    _ mention: Mention, bounds: (least: ExactDecimal?, greatest: ExactDecimal?), to rows: inout TableRows
  ) {
    rows.append(name: mention.flowStatus.rawValue)
    rows.append(mention.about)
    rows.append(name: mention.kind?.rawValue)
    add(mention.payer, to: &rows)
    add(mention.payee, to: &rows)
    rows.append(mention.yearStart)
    rows.append(mention.yearEnd)
    rows.append(mention.per)
    rows.append(name: mention.qualifier.rawValue)
    rows.append(mention.currency)
    rows.append(mention.amount.lower)
    rows.append(mention.amount.upper)
    rows.append(bounds.least)
    rows.append(bounds.greatest)
  }

  private static func bounds(of fact: Fact) -> (least: ExactDecimal?, greatest: ExactDecimal?) {
    var (least, greatest): (ExactDecimal?, ExactDecimal?)
    func take(_ bound: ExactDecimal?) {
      guard let bound else { return }
      if least.map({ bound < $0 }) ?? true { least = bound }
      if greatest.map({ $0 < bound }) ?? true { greatest = bound }
    }
    for place in fact.members.indices {
      take(fact.members[place].mention.amount.lower)
      take(fact.members[place].mention.amount.upper)
    }
    return (least, greatest)
  }

  /// How many documents its members stand in.
  private static func documents(of fact: Fact) -> Int {
    let first = fact.members.first?.documentID
    if fact.members.allSatisfy({ $0.documentID == first }) { return min(1, fact.members.count) }
    return Set(fact.members.map(\.documentID)).count
  }
}
