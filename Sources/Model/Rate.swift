// An exchange rate or a deflator, with the period it holds for and its source.

package struct Rate: Sendable, Hashable {
  package var currency: Currency.Code
  /// The year it is the average of.
  package var year: Int
  /// Units of the currency for one US dollar.
  package var unitsPerDollar: ExactDecimal
  package var source: String

  package init(currency: Currency.Code, year: Int, unitsPerDollar: ExactDecimal, source: String) {
    self.currency = currency
    self.year = year
    self.unitsPerDollar = unitsPerDollar
    self.source = source
  }
}

/// A price index of one area in one year.
package struct Deflator: Sendable, Hashable {
  /// ISO 3166 alpha-3.
  package var area: String
  package var year: Int
  /// Index level, 100 in the table's base year.
  package var index: ExactDecimal
  package var source: String

  package init(area: String, year: Int, index: ExactDecimal, source: String) {
    self.area = area
    self.year = year
    self.index = index
    self.source = source
  }
}

/// A currency replaced by another at a fixed rate from a day on.
package struct Redenomination: Sendable, Hashable {
  package var from: Currency.Code
  package var to: Currency.Code
  /// Old units for one new unit.
  package var factor: ExactDecimal
  package var date: PartialDate
  package var source: String

  package init(from: Currency.Code, to: Currency.Code, factor: ExactDecimal, date: PartialDate, source: String) {
    self.from = from
    self.to = to
    self.factor = factor
    self.date = date
    self.source = source
  }
}

/// The reference data a run converts with.
package struct ReferenceData: Sendable {
  private let rates: [Currency.Code: [Int: Rate]]
  private let deflators: [String: [Int: Deflator]]
  package let redenominations: [Redenomination]

  package init(rates: [Rate] = [], deflators: [Deflator] = [], redenominations: [Redenomination] = []) {
    self.rates = Dictionary(grouping: rates, by: \.currency).mapValues {
      Dictionary($0.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.deflators = Dictionary(grouping: deflators, by: \.area).mapValues {
      Dictionary($0.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.redenominations = redenominations
  }

  package func rate(_ currency: Currency.Code, year: Int) -> Rate? { rates[currency]?[year] }
  package func deflator(_ area: String, year: Int) -> Deflator? { deflators[area]?[year] }
  package var isEmpty: Bool { rates.isEmpty }
}
