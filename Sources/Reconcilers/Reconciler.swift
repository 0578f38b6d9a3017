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

  /// One document's mentions with their conversions; nil where there is no rate, no year or no amount.
  ///
  /// `date` and `dateBasis` are the document's; they decide the year where a mention gives none.
  package func converted(
    _ mentions: [IdentifiedMention], date: PartialDate?, dateBasis: Document.DateBasis?
  ) -> [IdentifiedMention] {
    mentions.map { mention in
      var mention = mention
      mention.conversion = nil
      if let rates, let period = RatePeriod(of: mention.mention, date: date, dateBasis: dateBasis) {
        mention.conversion = rates.conversion(of: mention.mention, in: period)
      }
      return mention
    }
  }

  /// One document's mentions gathered into facts, by the place of each fact's earliest mention.
  ///
  /// Every mention is a member of exactly one fact. `identify` gives a fact's id from its representative's mention id.
  package func facts(of mentions: [IdentifiedMention], identify: (String) -> String) -> [Fact] {
    let mentions = mentions.sorted(by: Statement.precedes)
    var groups = Statement.statements(of: mentions).map { StatementGroup($0) }
    if let statements { groups = statements.joined(groups) }
    if let bounds { groups = bounds.joined(groups) }
    return groups.map { group in
      let members = group.statements.map(\.place).sorted().map { mentions[$0] }
      let representative = mentions[group.first.place]
      return Fact(
        id: identify(representative.id), agreement: group.agreement, representative: representative, members: members)
    }
  }
}
