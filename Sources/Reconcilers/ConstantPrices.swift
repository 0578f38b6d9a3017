// Amounts of the reporting currency in the prices of one year, by the price index of its own area.
import Model

struct ConstantPrices: Sendable {
  static let rule = RuleDescription(
    id: "constant-prices", stage: .reconcile,
    summary: """
      A converted amount is also given in prices of the constant base year, by the price index of the reporting \
      currency's area, rounded once from the unrounded conversion; without an index of either year it stays empty
      """,
    examples: [
      RuleDescription.Example(
        "1000 USD in 2010; index USA 80 in 2010; index USA 100 in 2017; prices of 2017; to USD",
        "1000 USD, 1250 USD of 2017"),
      RuleDescription.Example(
        "100 KGS in 2010; 3 KGS per USD in 2010; index USA 50 in 2010; index USA 100 in 2017; prices of 2017; to USD",
        "33.33 USD, 66.67 USD of 2017"),
      RuleDescription.Example(
        unchanged: "1000 KGS in 2010; index USA 80 in 2010; prices of 2017; to USD"),
    ])

  /// Decimals of the index that is shown.
  private static let indexDecimals = 12

  private let baseYear: Int?
  private let reference: ReferenceData
  /// Areas of the reporting currency, the one its code is named for first.
  private let areas: [String]

  init(reportingCurrency: Currency.Code, baseYear: Int?, reference: ReferenceData, currencies: CurrencyTable) {
    self.baseYear = baseYear
    self.reference = reference
    // ISO 4217 begins a code with the area that issues it: of the areas where the dollar circulates, USA.
    let issuer = reportingCurrency.description.prefix(2)
    let known = (currencies[reportingCurrency]?.areas ?? []).sorted()
    areas = known.filter { $0.hasPrefix(issuer) } + known.filter { !$0.hasPrefix(issuer) }
  }

  /// How amounts become prices of the base year: nil where there is no index of either year.
  func constantPrice(of year: Int, from source: ExactDecimal, to target: ExactDecimal) -> ConstantPrice? {
    guard let baseYear, let (index, base) = indexes(of: year, and: baseYear),
      let factor = try? target.multiplied(by: base), let divisor = try? source.multiplied(by: index),
      let shown = try? index.multiplied(by: ExactDecimal(integer: 100), dividedBy: base, decimals: Self.indexDecimals)
    else { return nil }
    return ConstantPrice(factor: factor, divisor: divisor, baseYear: baseYear, deflator: shown)
  }

  private func indexes(of year: Int, and baseYear: Int) -> (ExactDecimal, ExactDecimal)? {
    for area in areas {
      guard let index = reference.deflator(area, year: year)?.index,
        let base = reference.deflator(area, year: baseYear)?.index, !index.isZero, !base.isZero
      else { continue }
      return (index, base)
    }
    return nil
  }
}

/// What an amount of one currency and year is multiplied with and divided by, once, for its price in the base year.
struct ConstantPrice: Sendable {
  /// Rate of the reporting currency × index of the base year.
  let factor: ExactDecimal
  /// Rate of the amount's currency × index of its year.
  let divisor: ExactDecimal
  let baseYear: Int
  /// Index of the year, the base year being 100.
  let deflator: ExactDecimal

  /// Adds the constant bounds to a conversion; left empty where one has more than 38 digits.
  func add(to conversion: inout Conversion, of amount: Amount, decimals: Int) {
    guard let bounds = try? amount.bounds(times: factor, over: divisor, decimals: decimals) else { return }
    (conversion.constantLower, conversion.constantUpper) = bounds
    (conversion.constantBaseYear, conversion.deflator) = (baseYear, deflator)
  }
}
