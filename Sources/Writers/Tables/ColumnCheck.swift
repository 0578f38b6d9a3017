// Checks cells against their column, with what the checks need prepared once.
import Glibc
import Model

/// The same judgement as `Field.accepts`, on bytes.
struct ColumnCheck: Sendable {
  /// What a column accepts whatever it says.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8

    static let empty = Kinds(rawValue: 1)
    static let integers = Kinds(rawValue: 2)
    static let decimals = Kinds(rawValue: 4)
    static let currencies = Kinds(rawValue: 8)
    static let anyText = Kinds(rawValue: 16)
    static let dates = Kinds(rawValue: 32)
  }

  /// What a text must look like.
  private enum Form: Sendable { case any, none, identifier, date, currency, word }

  let kinds: Kinds
  private let form: Form
  /// The words of a column with words of its own.
  private let words: [[UInt8]]

  init(_ field: Field) {
    var kinds: Kinds = field.isRequired ? [] : .empty
    var words: [[UInt8]] = []
    switch field.kind {
    case .text, .list:
      kinds.formUnion([.anyText, .currencies, .dates])
      form = .any
    case .identifier: form = .identifier
    case .integer:
      kinds.insert(.integers)
      form = .none
    case .decimal:
      kinds.formUnion([.integers, .decimals])
      form = .none
    case .date:
      kinds.insert(.dates)
      form = .date
    case .currency:
      kinds.insert(.currencies)
      form = .currency
    case .word(let own):
      words = own.map { Array($0.utf8) }
      form = .word
    }
    self.kinds = kinds
    self.words = words
  }

  /// Whether a text that is not empty may stand in the column.
  func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.baseAddress else { return false }
    return switch form {
    case .any: true
    case .none: false
    case .identifier: text.contains(UInt8(ascii: "-"))
    case .date: PartialDate(edtf: String(decoding: text, as: UTF8.self)) != nil
    case .currency: Currency.Code(String(decoding: text, as: UTF8.self)) != nil
    // A dozen short words at most, sooner compared than hashed.
    case .word: words.contains { $0.count == text.count && memcmp($0, start, text.count) == 0 }
    }
  }
}
