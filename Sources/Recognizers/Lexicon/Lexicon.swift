// Every word the recognizers know, found by hash without allocation.
import Model

/// Built once from data files; read concurrently.
final class Lexicon: Sendable {
  let lexemes: FixedTable<Lexeme>
  let currencyWords: FixedTable<CurrencyWord>
  /// For each adjective, the currencies it picks.
  let adjectives: FixedTable<[Currency.Code]>
  let names: [String]
  let faults: [String]
  /// Words that a number can begin with, in every language.
  let numberWords: [String]
  /// Longest phrase, in words.
  let longestPhrase: Int
  let anchors: [Anchor]
  /// Currency words of the signs that are one capital letter, A to Z; negative for none.
  private let letterSigns: FixedTable<Int32>
  let signs: SignTable
  let unspacedWords: UnspacedWords
  private let index: WordIndex

  struct Anchor: Sendable, Hashable {
    let text: String
    let isCapitalsOnly: Bool
  }

  init(_ builder: LexiconBuilder) {
    lexemes = FixedTable(builder.lexemes)
    currencyWords = FixedTable(builder.currencyWords)
    adjectives = FixedTable(builder.adjectives)
    names = builder.names
    faults = builder.faults
    numberWords = builder.numberWords
    longestPhrase = builder.longestPhrase
    anchors = builder.anchors
    letterSigns = FixedTable((UInt8(ascii: "A")...UInt8(ascii: "Z")).map { builder.letterSigns[$0] ?? -1 })
    signs = SignTable(builder.signs)
    unspacedWords = UnspacedWords(builder.unspacedWords)
    index = WordIndex(builder.indices)
  }

  /// The lexeme of a hash, 0 (no roles) for an unknown word.
  @inline(__always)
  func lexeme(_ hash: UInt64) -> Int32 { index[hash] }

  /// The roles of a word, none for an unknown one.
  @inline(__always)
  func roles(_ hash: UInt64) -> Roles { lexemes[Int(lexeme(hash))].roles }

  /// The currency word of a capital that is a currency sign, negative for others: "R850".
  func letterSign(_ byte: UInt8) -> Int32 {
    byte &- 0x41 < 26 ? letterSigns[Int(byte &- 0x41)] : -1
  }

  /// The word a currency lexeme stands for.
  func currencyWord(_ lexeme: Lexeme) -> CurrencyWord { currencyWords[Int(lexeme.currencyWord)] }

  /// Han, Kana and Thai are written without spaces.
  @inline(__always)
  static func isUnspaced(_ scalar: UInt32) -> Bool {
    (0x3005...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar) || (0x0E00...0x0E7F).contains(scalar)
      || (0xF900...0xFAFF).contains(scalar)
  }
}
