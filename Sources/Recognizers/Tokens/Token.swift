// A word, number, sign or mark of a sentence.

struct Token: Sendable {
  enum Kind: UInt8, Sendable { case word, number, sign, mark }

  /// Bytes of the text.
  var start: Int
  var end: Int
  var kind: Kind
  /// White space stands before it.
  var isSpaced: Bool
  /// A word that begins with a capital.
  var isCapitalized = false
  /// A word of capitals only.
  var isAllCapitals = false
  /// For a mark: its byte, or one of `Mark`'s for longer ones.
  var mark: UInt8 = 0
  var hash: UInt64 = 0
  /// Index into the lexicon; 0 for none.
  var lexeme: Int32 = 0

  /// Stand-ins for marks that take more than a byte.
  enum Mark {
    static let dash: UInt8 = 0x01
    static let openQuote: UInt8 = 0x02
    static let closeQuote: UInt8 = 0x03
    static let superscript: UInt8 = 0x04
    static let other: UInt8 = 0x05
    static let minus: UInt8 = 0x06
    static let ellipsis: UInt8 = 0x07
    static let approximately: UInt8 = 0x08
    static let vulgarFraction: UInt8 = 0x09
    static let atLeast: UInt8 = 0x0E
    static let atMost: UInt8 = 0x0F
  }
}
