// A column of a published table: name, type, meaning and unit. CSV, XML, XSD, data package and docs/DATASET.md follow
// from it.

package struct Field: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Free text.
    case text
    /// A prefixed hash such as `m1-…`; never looks like a number.
    case identifier
    case integer
    /// Plain decimal notation, exact.
    case decimal
    /// EDTF level 0: `2010`, `2010-07`, `2010-07-14`.
    case date
    /// One of the listed words.
    case word([String])
    /// ISO 4217 code.
    case currency
    /// Values separated by single spaces, such as `120-131 140-152`.
    case list
  }

  package let name: String
  package let kind: Kind
  /// Whether every row has a value.
  package let isRequired: Bool
  package let meaning: String
  /// `byte`, `year` …; empty where it has none.
  package let unit: String

  package init(_ name: String, _ kind: Kind, required: Bool = false, unit: String = "", _ meaning: String) {
    self.name = name
    self.kind = kind
    self.isRequired = required
    self.meaning = meaning
    self.unit = unit
  }
}
