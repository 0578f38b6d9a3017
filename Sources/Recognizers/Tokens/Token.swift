// A word, number, sign or mark of a sentence.

struct Token: Sendable {
  /// `outside` is the token that stands for all that a sentence does not have.
  enum Kind: UInt8, Sendable { case word, number, sign, mark, outside }

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
  /// Index into the lexicon; 0 for none.
  var lexeme: Int32 = 0
  /// Of a word or mark; 0 where it was not needed.
  var hash: UInt64 = 0
  /// What its lexeme says.
  var roles: Roles = []
  /// The same, and the roles of all phrases that may begin with it.
  var phraseRoles: Roles = []
  /// How many tokens the longest of these phrases has.
  var reach: UInt8 = 1

  static let outside = Token(start: 0, end: 0, kind: .outside, isSpaced: false)

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

/// A range of tokens of one sentence, in four bytes; no sentence has more than some thousands.
struct TokenRange {
  private let lower: Int16
  private let upper: Int16

  init(_ range: Range<Int>) {
    lower = Int16(range.lowerBound)
    upper = Int16(range.upperBound)
  }

  @inline(__always) var range: Range<Int> { Range(uncheckedBounds: (Int(lower), Int(upper))) }
}

/// The tokens of one sentence; at every other index there is one of the kind `outside`.
struct Tokens: RandomAccessCollection {
  /// One more than `count`: the last is outside.
  private let base: UnsafeMutablePointer<Token>
  let count: Int

  init(_ base: UnsafeMutablePointer<Token>, count: Int) {
    self.base = base
    self.count = count
  }

  @inline(__always) var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> Token { base[UInt(bitPattern: index) < UInt(bitPattern: count) ? index : count] }

  /// Notes the roles of the phrases that may begin with a token of the sentence, and the tokens of the longest.
  func note(_ roles: Roles, reach: Int, at index: Int) {
    base[index].phraseRoles = roles
    base[index].reach = UInt8(clamping: reach)
  }
}
