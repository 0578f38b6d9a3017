// Rates of currencies that were redenominated or withdrawn, by the unit that was in force in the year.
import Model

/// Units of one currency for one US dollar in one year, and who published what the number rests on.
struct UnitRate: Sendable, Hashable {
  var currency: Currency.Code
  var unitsPerDollar: ExactDecimal
  var sources: [String]
}

struct HistoricCurrencies: Sendable {
  static let rule = RuleDescription(
    id: "historic-currencies", stage: .reconcile,
    summary: """
      An amount of a year before its currency existed is read in the unit then in force, and a redenominated or \
      withdrawn unit is converted at its fixed factor through its successor
      """,
    examples: [
      RuleDescription.Example(
        "58000000 RUB in 1997; RUB from 1998; 1000 RUR = 1 RUB from 1998-01-01; 5.8 RUB per USD in 1997; to USD",
        "10000 USD"),
      RuleDescription.Example(
        "195583 DEM in 2005; 1.95583 DEM = 1 EUR from 1999-01-01; 0.8 EUR per USD in 2005; to USD", "125000 USD"),
      RuleDescription.Example(
        unchanged: "1000 ECS in 1995; USD from 1792; 25000 ECS = 1 USD from 2000-09-09; to USD"),
    ])

  /// Redenominations that one amount may pass through; Zimbabwe and Yugoslavia need four.
  private static let longestChain = 8

  private let reference: ReferenceData
  private let currencies: CurrencyTable
  private let predecessors: [Currency.Code: [Redenomination]]
  private let successors: [Currency.Code: [Redenomination]]

  init(reference: ReferenceData, currencies: CurrencyTable, isEnabled: Bool) {
    self.reference = reference
    self.currencies = currencies
    let steps = (isEnabled ? reference.redenominations : []).sorted { ($0.date, $0.to) < ($1.date, $1.to) }
    predecessors = Dictionary(grouping: steps, by: \.to)
    successors = Dictionary(grouping: steps, by: \.from)
  }

  /// Units for one dollar of what a text of `year` means by `code`; nil where nothing is published.
  func rate(_ code: Currency.Code, year: Int) -> UnitRate? {
    rate(ofUnit: unitInForce(code, year: year), year: year, steps: Self.longestChain)
  }

  /// The published rate of the unit `code` itself, in which tables are cast back.
  func publishedRate(_ code: Currency.Code, year: Int) -> UnitRate? {
    if code == "USD" { return UnitRate(currency: code, unitsPerDollar: ExactDecimal(integer: 1), sources: []) }
    guard let rate = reference.rate(code, year: year), !rate.unitsPerDollar.isZero else { return nil }
    return UnitRate(currency: code, unitsPerDollar: rate.unitsPerDollar, sources: [rate.source])
  }

  /// The unit a text of `year` means by `code`: RUR by RUB in 1997. `code` itself where that is not one unit: euros of
  /// 1990 have many predecessors.
  func unitInForce(_ code: Currency.Code, year: Int) -> Currency.Code {
    var unit = code
    for _ in 0..<Self.longestChain where !isInForce(unit, year: year) {
      let earlier = (predecessors[unit] ?? []).filter { $0.date.year > year }
      guard earlier.count == 1, let step = earlier.first else { break }
      unit = step.from
    }
    return unit
  }

  private func rate(ofUnit unit: Currency.Code, year: Int, steps: Int) -> UnitRate? {
    let next = steps > 0 ? successors[unit] ?? [] : []
    let isFixedAllYear = next.contains { (PartialDate(year: year, month: 1, day: 1) ?? $0.date) >= $0.date }
    // A fixed factor outlives the market: marks of 2005 are euros, whatever a table may still carry for DEM.
    if !isFixedAllYear, let own = publishedRate(unit, year: year) { return own }
    for step in next {
      // The factor holds from its day on; before, only where the successor's table is cast back into a unit that did
      // not exist: 25,000 sucres made a dollar in 2000, but not in 1995.
      guard year >= step.date.year || !isInForce(step.to, year: year) else { continue }
      guard let after = rate(ofUnit: step.to, year: year, steps: steps - 1),
        let units = try? after.unitsPerDollar.multiplied(by: step.factor)
      else { continue }
      return UnitRate(currency: unit, unitsPerDollar: units, sources: after.sources + [step.source])
    }
    return publishedRate(unit, year: year)
  }

  private func isInForce(_ code: Currency.Code, year: Int) -> Bool { currencies[code]?.isInForce(year: year) ?? true }
}
