// One place in one document that states a quantity other than money: how many of what.

package struct Quantity: Sendable, Hashable {
  /// Bytes of the normalized text that state the quantity: number and unit or counted noun, without hedge.
  package var span: Range<Int>
  package var surface: String
  package var sentence: String
  /// Where the sentence stands in the normalized text.
  package var sentenceSpan: Range<Int>
  package var region: Region.Role
  package var amount: Amount
  package var qualifier: Qualifier
  /// `km`, `t`, `percent`, `person`, or the singular of the counted noun: `minefield`.
  package var unit: String
  /// Content words near the quantity: what is measured or counted.
  package var about: String
  package var rule: RuleID

  package init(
    span: Range<Int>, surface: String, sentence: String, sentenceSpan: Range<Int>, region: Region.Role, amount: Amount,
    qualifier: Qualifier, unit: String, about: String = "", rule: RuleID
  ) {
    self.span = span
    self.surface = surface
    self.sentence = sentence
    self.sentenceSpan = sentenceSpan
    self.region = region
    self.amount = amount
    self.qualifier = qualifier
    self.unit = unit
    self.about = about
    self.rule = rule
  }
}

/// A quantity with its identity and its place in the file.
package struct IdentifiedQuantity: Sendable, Hashable {
  package var id: String
  package var documentID: String
  package var quantity: Quantity
  /// Bytes of the file, in reading order.
  package var sourceRanges: [Range<Int>]

  package init(id: String, documentID: String, quantity: Quantity, sourceRanges: [Range<Int>]) {
    self.id = id
    self.documentID = documentID
    self.quantity = quantity
    self.sourceRanges = sourceRanges
  }
}
