// Stage 4 for one document: converts its mentions to the reporting currency and gathers them into facts.
import Model

package struct Reconciler: Sendable {
  private let rates: AnnualAverageRates?
  private let statements: RepeatedStatements?
  private let bounds: CompatibleBounds?

  /// A rule that `rules` switches off is left out; without `AnnualAverageRates` nothing is converted.
  package init(
    reportingCurrency: Currency.Code, constantBaseYear: Int?, reference: ReferenceData, currencies: CurrencyTable,
    rules: RuleChoices
  ) {
    let historic = HistoricCurrencies(
      reference: reference, currencies: currencies, isEnabled: rules.isEnabled(HistoricCurrencies.rule.id))
    let prices = ConstantPrices(
      reportingCurrency: reportingCurrency,
      baseYear: rules.isEnabled(ConstantPrices.rule.id) ? constantBaseYear : nil, reference: reference,
      currencies: currencies)
    rates =
      rules.isEnabled(AnnualAverageRates.rule.id)
      ? AnnualAverageRates(
        reportingCurrency: reportingCurrency, minorUnits: currencies[reportingCurrency]?.minorUnits ?? 2,
        historic: historic, prices: prices) : nil
    statements = rules.isEnabled(RepeatedStatements.rule.id) ? RepeatedStatements(rules: rules) : nil
    bounds = rules.isEnabled(CompatibleBounds.rule.id) ? CompatibleBounds(rules: rules) : nil
  }

  /// Gives one document's mentions their conversions; nil where there is no rate, no year or no amount.
  ///
  /// `date` and `dateBasis` are the document's; they decide the year where a mention gives none. `known` are rates that
  /// this reconciler has worked out before.
  package func convert(
    _ mentions: inout [IdentifiedMention], date: PartialDate?, dateBasis: Document.DateBasis?,
    known: inout KnownRates
  ) {
    for place in mentions.indices {
      let period = RatePeriod.period(of: mentions[place].mention, date: date, dateBasis: dateBasis)
      guard let rates, let period else {
        mentions[place].conversion = nil
        continue
      }
      let conversion = rates.conversion(of: mentions[place].mention, in: period, known: &known)
      mentions[place].conversion = conversion
    }
  }

  /// One document's mentions gathered into facts, by the place of each fact's earliest mention.
  ///
  /// Every mention is a member of exactly one fact: `factOfMention` has the place of its fact for each, in their order.
  /// `identify` gives a fact's id from its representative's mention id.
  package func facts(
    of mentions: [IdentifiedMention], identify: (String) -> String
  ) -> (facts: [Fact], factOfMention: [Int]) {
    var described = DescribedStatements(of: mentions)
    var groups = described.statements.indices.map { StatementGroup($0) }
    if let statements { groups = statements.joined(groups, of: &described) }
    if let bounds { groups = bounds.joined(groups, of: &described) }
    var factOfMention = [Int](repeating: 0, count: mentions.count)
    let facts = groups.indices.map { number in
      let members = groups[number].places.map { described.statements[$0].mention }
      for member in members { factOfMention[member] = number }
      let representative = mentions[described.statements[groups[number].first].mention]
      return Fact(
        id: identify(representative.id), agreement: groups[number].agreement, representative: representative,
        members: members.map { mentions[$0] })
    }
    return (facts, factOfMention)
  }
}
