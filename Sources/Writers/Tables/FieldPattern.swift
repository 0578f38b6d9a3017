// What the values of a column look like, as a regular expression for XSD, JSON Schema and data packages alike.
import Model

enum FieldPattern {
  static let identifier = "[^\\s]*-[^\\s]*"
  /// EDTF level 0 (ISO 8601-2): year, month or day.
  static let date = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
  static let currency = "[A-Z]{3}"
  static let list = "[^\\s]+( [^\\s]+)*"

  /// By the name each has in the XSD.
  static let named = [("identifier", identifier), ("date", date), ("currency", currency), ("list", list)]

  /// The pattern of a kind of column; nil where any text will do or the type says it.
  static func pattern(of kind: Field.Kind) -> String? {
    switch kind {
    case .identifier: identifier
    case .date: date
    case .currency: currency
    case .list: list
    case .text, .integer, .decimal, .word: nil
    }
  }
}
