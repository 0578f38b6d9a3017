// Amounts in the reporting currency, by the average rate of their year crossed through the US dollar.
import Model

struct AnnualAverageRates: Sendable {
  static let rule = RuleDescription(
    id: "annual-average-rates", stage: .reconcile,
    summary: """
      An amount whose year is known is converted to the reporting currency by that year's average rates, crossed \
      through the US dollar, and rounded half-even once to the minor unit; without a rate it stays unconverted
      """,
    examples: [
      RuleDescription.Example("1000000 KGS in 2010; 45.96 KGS per USD in 2010; to USD", "21758.05 USD"),
      RuleDescription.Example(
        "500 KGS in 2010; 45.96 KGS per USD in 2010; 0.755 EUR per USD in 2010; to EUR", "8.21 EUR"),
      RuleDescription.Example("75 USD in 2010; to USD", "75 USD"),
      RuleDescription.Example(unchanged: "1000000 KGS in 2011; 45.96 KGS per USD in 2010; to USD"),
    ])

  /// Decimals of the rate that is shown; the amounts are computed from the unrounded rates.
  private static let rateDecimals = 12

  let reportingCurrency: Currency.Code
  /// Decimals that converted amounts are rounded to.
  let minorUnits: Int
  let historic: HistoricCurrencies
  let prices: ConstantPrices

  /// Nil where the mention has no currency or no bound, or a rate is missing. Bounds that do not fit in 38 digits are
  /// left empty, both.
  func conversion(of mention: Mention, in period: RatePeriod) -> Conversion? {
    guard let currency = mention.currency, mention.amount.lower != nil || mention.amount.upper != nil,
      let (source, target) = rates(of: currency, year: period.year),
      let rate = shownRate(from: source, to: target)
    else { return nil }
    var conversion = Conversion(
      lower: nil, upper: nil, currency: reportingCurrency, rate: rate, ratePeriod: period.year,
      rateSource: sources(source, target), periodBasis: period.basis)
    if let bounds = try? bounds(of: mention.amount, source.unitsPerDollar, target.unitsPerDollar) {
      (conversion.lower, conversion.upper) = bounds
    }
    prices.add(
      to: &conversion, of: mention.amount, from: source.unitsPerDollar, to: target.unitsPerDollar, decimals: minorUnits)
    return conversion
  }

  private func rates(of currency: Currency.Code, year: Int) -> (source: UnitRate, target: UnitRate)? {
    if historic.unitInForce(currency, year: year) == reportingCurrency {
      let identity = UnitRate(currency: reportingCurrency, unitsPerDollar: ExactDecimal(integer: 1), sources: [])
      return (identity, identity)
    }
    guard let source = historic.rate(currency, year: year),
      let target = historic.publishedRate(reportingCurrency, year: year)
    else { return nil }
    return (source, target)
  }

  private func bounds(
    of amount: Amount, _ source: ExactDecimal, _ target: ExactDecimal
  ) throws(ExactDecimal.Failure) -> (ExactDecimal?, ExactDecimal?) {
    let lower = try amount.lower?.multiplied(by: target, dividedBy: source, decimals: minorUnits)
    let upper = try amount.upper?.multiplied(by: target, dividedBy: source, decimals: minorUnits)
    return (lower, upper)
  }

  private func shownRate(from source: UnitRate, to target: UnitRate) -> ExactDecimal? {
    let one = ExactDecimal(integer: 1)
    return try? source.unitsPerDollar.multiplied(
      by: one, dividedBy: target.unitsPerDollar, decimals: Self.rateDecimals)
  }

  private func sources(_ source: UnitRate, _ target: UnitRate) -> String {
    var names: [String] = []
    for name in source.sources + target.sources where !names.contains(name) { names.append(name) }
    return names.isEmpty ? "identity" : names.joined(separator: "; ")
  }
}
