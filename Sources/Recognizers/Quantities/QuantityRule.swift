// One way of reading some tokens as a quantity, and the rules that find them.
import Model

struct QuantityReading {
  /// Tokens of the surface.
  var tokens: Range<Int>
  var amount: Amount
  /// `range`, `indefinite` or `lessThan` where the form itself says so, else `exact`.
  var form: Qualifier = .exact
  var unit: String
  /// Index into the lexicon's units; nil where the unit is the noun of what is counted.
  var measure: Int32?
  /// The scale word of its last number, which a neighbour may share.
  var scale: Int64 = 1
  /// Which rule made it.
  var rule: any ReadingRule.Type
  var specificity: Int

  /// Of overlapping readings the longest wins, then the earlier, then the more specific.
  func beats(_ other: QuantityReading) -> Bool {
    (tokens.count, -tokens.lowerBound, specificity) > (other.tokens.count, -other.tokens.lowerBound, other.specificity)
  }
}

/// A way of stating a quantity: a pattern over the tokens of one sentence.
protocol QuantityRule: ReadingRule {
  /// The reading that begins at a token, or nil; `number` is the one that begins there, if one does.
  static func reading(in sentence: QuantitySentence, at index: Int, _ number: QuantityNumber?) -> QuantityReading?
}

extension QuantityRule {
  static func make(
    _ tokens: Range<Int>, _ amount: Amount, unit: String, measure: Int32? = nil, form: Qualifier = .exact,
    scale: Int64 = 1
  ) -> QuantityReading {
    QuantityReading(
      tokens: tokens, amount: amount, form: form, unit: unit, measure: measure, scale: scale, rule: Self.self,
      specificity: specificity)
  }

  /// A reading in a unit of measure.
  static func make(
    _ tokens: Range<Int>, _ amount: Amount, measure: Int32, in sentence: QuantitySentence, form: Qualifier = .exact,
    scale: Int64 = 1
  ) -> QuantityReading {
    make(
      tokens, amount, unit: sentence.lexicon.units[Int(measure)].name, measure: measure, form: form, scale: scale)
  }
}

extension QuantitySentence {
  /// What a single number counts or measures, by the rules for one number: what ranges and pairs are made of.
  func single(_ number: QuantityNumber) -> QuantityReading? {
    QuantitiesOfHeads.reading(number, in: self) ?? measured(number)
      ?? QuantitiesOfThings.reading(number, in: self)
  }
}
