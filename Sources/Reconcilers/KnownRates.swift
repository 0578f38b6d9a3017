// What the rates of a currency and a year come to, worked out once for all amounts of it.
import Model

/// How amounts of one currency and year become amounts of the reporting currency.
struct CrossRate: Sendable {
  /// Units for one US dollar.
  let source: ExactDecimal
  let target: ExactDecimal
  /// Units of the amounts' currency for one of the reporting currency.
  let shown: ExactDecimal
  let sources: String
  /// Nil where no constant prices are wanted, or an index is missing.
  let constant: ConstantPrice?
}

/// Cross rates already worked out by one reconciler; for one thread.
package struct KnownRates: Sendable {
  private struct Key: Hashable {
    let currency: Currency.Code
    let year: Int
  }

  /// Nil where there is none.
  private var rates: [Key: CrossRate?] = [:]

  package init() {}

  mutating func rate(of currency: Currency.Code, year: Int, orElse rate: () -> CrossRate?) -> CrossRate? {
    let key = Key(currency: currency, year: year)
    if let known = rates[key] { return known }
    let rate = rate()
    rates[key] = .some(rate)
    return rate
  }
}
