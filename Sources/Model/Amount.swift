// An amount as a text states it: two bounds in the major unit, and how firmly it is stated.

package struct Amount: Sendable, Hashable {
  /// Bounds in the major unit, equal for a point; nil where open.
  package var lower: ExactDecimal?
  package var upper: ExactDecimal?
  /// Digits the text gives: 2 for "$1.5 million", 1 for "billion-dollar"; 0 for an indefinite magnitude.
  package var significantDigits: Int

  package init(lower: ExactDecimal?, upper: ExactDecimal?, significantDigits: Int) {
    self.lower = lower
    self.upper = upper
    self.significantDigits = significantDigits
  }

  /// The amount of a single stated number.
  package init(point: ExactDecimal, significantDigits: Int) {
    self.init(lower: point, upper: point, significantDigits: significantDigits)
  }

  package var isPoint: Bool { lower != nil && lower == upper }
}

/// How firmly an amount is stated; "exact" means without a hedge, not precise.
package enum Qualifier: String, Sendable, CaseIterable {
  case exact
  case approximate
  case moreThan = "more_than"
  case atLeast = "at_least"
  case lessThan = "less_than"
  case atMost = "at_most"
  case range
  case indefinite
}
