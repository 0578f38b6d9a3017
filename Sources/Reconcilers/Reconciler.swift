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
      mentions[place].conversion = conversion(of: mentions[place], date: date, dateBasis: dateBasis, known: &known)
    }
  }

  private func conversion(
    of identified: IdentifiedMention, date: PartialDate?, dateBasis: Document.DateBasis?, known: inout KnownRates
  ) -> Conversion? {
    guard let rates, let currency = identified.mention.currency,
      let period = RatePeriod.period(of: identified.mention, date: date, dateBasis: dateBasis)
    else { return nil }
    return rates.conversion(of: identified.mention.amount, in: currency, of: period, known: &known)
  }

  /// One document's mentions gathered into facts, by the place of each fact's earliest mention.
  ///
  /// Every mention is a member of exactly one fact: `factOfMention` has the place of its fact for each, in their order.
  /// `identify` gives a fact's id from its representative's mention id.
  package func facts(
    of mentions: [IdentifiedMention], identify: (String) -> String
  ) -> (facts: [Fact], factOfMention: [Int]) {
    var described = DescribedStatements(of: mentions)
    var groups = described.statements.indices.filter { !described.statements[$0].isAlone }.map { StatementGroup($0) }
    if let statements { groups = statements.joined(groups, of: &described) }
    if let bounds { groups = bounds.joined(groups, of: &described) }
    groups += described.statements.indices.filter { described.statements[$0].isAlone }.map { StatementGroup($0) }
    groups.sort { $0.first < $1.first }
    var factOfMention = [Int](repeating: 0, count: mentions.count)
    let facts = groups.indices.map { number in
      fact(number, groups[number], of: described.statements, mentions, identify: identify, in: &factOfMention)
    }
    return (facts, factOfMention)
  }

  private func fact(
    _ number: Int, _ group: StatementGroup, of statements: [Statement], _ mentions: [IdentifiedMention],
    identify: (String) -> String, in factOfMention: inout [Int]
  ) -> Fact {
    let members = group.places.map { place in
      factOfMention[statements[place].mention] = number
      return mentions[statements[place].mention]
    }
    let representative = mentions[statements[group.first].mention]
    return Fact(
      id: identify(representative.id), agreement: group.agreement, representative: representative, members: members)
  }
}
