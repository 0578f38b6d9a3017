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

  /// Nil where the amount has no bound, or a rate is missing. Bounds that do not fit in 38 digits are left empty, both.
  func conversion(
    of amount: Amount, in currency: Currency.Code, of period: RatePeriod, known: inout KnownRates
  ) -> Conversion? {
    guard amount.lower != nil || amount.upper != nil,
      let cross = known.rate(of: currency, year: period.year, orElse: { crossRate(of: currency, year: period.year) })
    else { return nil }
    var conversion = Conversion(
      lower: nil, upper: nil, currency: reportingCurrency, rate: cross.shown, ratePeriod: period.year,
      rateSource: cross.sources, periodBasis: period.basis)
    if let bounds = try? amount.bounds(times: cross.target, over: cross.source, decimals: minorUnits) {
      (conversion.lower, conversion.upper) = bounds
    }
    if let constant = cross.constant { constant.add(to: &conversion, of: amount, decimals: minorUnits) }
    return conversion
  }

  private func crossRate(of currency: Currency.Code, year: Int) -> CrossRate? {
    guard let (source, target) = rates(of: currency, year: year), let shown = shownRate(from: source, to: target) else {
      return nil
    }
    return CrossRate(
      source: source.unitsPerDollar, target: target.unitsPerDollar, shown: shown, sources: sources(source, target),
      constant: prices.constantPrice(of: year, from: source.unitsPerDollar, to: target.unitsPerDollar))
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

extension Amount {
  /// Both bounds × `factor` ÷ `divisor`, each rounded once.
  func bounds(
    times factor: ExactDecimal, over divisor: ExactDecimal, decimals: Int
  ) throws(ExactDecimal.Failure) -> (lower: ExactDecimal?, upper: ExactDecimal?) {
    let lower = try lower?.multiplied(by: factor, dividedBy: divisor, decimals: decimals)
    if isPoint { return (lower, lower) }
    return (lower, try upper?.multiplied(by: factor, dividedBy: divisor, decimals: decimals))
  }
}
