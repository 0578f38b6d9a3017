// A number as a text writes it: digits, words, or both, with its scale.
import Model

struct NumberPhrase {
  /// Decimal places that are kept of a rounded number.
  static let decimalsOfRounded = 2

  /// Tokens of the sentence.
  var start: Int
  var end: Int
  var value: ExactDecimal
  var significantDigits: Int
  /// The last scale word's value, 100 for a number that ends in "hundred", else 1.
  var scale: Int64 = 1
  /// The number before its only scale; nil for compounds.
  var head: ExactDecimal?
  var isDigits = false
  /// Thirds and other parts without end have been rounded: "a third of a million".
  var isRounded = false
  /// Its scale is an abbreviation set off by a space: "5 m".
  var hasLooseAbbreviation = false
  /// The scale stands without a number of its own: "million" in "a million".
  var isBareScale = false
}

extension Sentence {
  /// "fifty - two", as some texts set it.
  func isSpacedHyphenBeforeUnit(_ index: Int) -> Bool {
    isMark(index, UInt8(ascii: "-")) && roles(index - 1).contains(.tens) && roles(index + 1).contains(.unit)
  }

  /// The "odd" of "forty-odd million".
  func isOddBeforeScale(_ index: Int) -> Bool {
    string(index, is: "odd") && !roles(index + 1).isDisjoint(with: [.scale, .multiplier])
  }
}
