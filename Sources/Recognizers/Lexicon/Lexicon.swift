// Every word the recognizers know, found by hash without allocation.
import Model

/// Built once from data files; read concurrently.
final class Lexicon: Sendable {
  let lexemes: [Lexeme]
  let currencyWords: [CurrencyWord]
  /// For each adjective, the currencies it picks.
  let adjectives: [[Currency.Code]]
  let names: [String]
  let faults: [String]
  /// Longest phrase, in words.
  let longestPhrase: Int
  let anchors: [Anchor]
  /// Currency words of the signs that are one capital letter, A to Z; negative for none.
  private let letterSigns: [Int32]
  /// Signs by their first byte, longest first.
  private let signs: [[Sign]]
  /// Words of scripts written without spaces, by their first character, longest first.
  private let unspacedWords: [UInt32: [Sign]]
  private let slots: [(hash: UInt64, lexeme: Int32)]

  /// Bytes that stand for a lexeme wherever they stand.
  struct Sign: Sendable {
    let bytes: [UInt8]
    let lexeme: Int32
  }

  struct Anchor: Sendable, Hashable {
    let text: String
    let isCapitalsOnly: Bool
  }

  init(_ builder: LexiconBuilder) {
    lexemes = builder.lexemes
    currencyWords = builder.currencyWords
    adjectives = builder.adjectives
    names = builder.names
    faults = builder.faults
    longestPhrase = builder.longestPhrase
    anchors = builder.anchors
    letterSigns = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { builder.letterSigns[$0] ?? -1 }
    signs = (0...255).map { first in
      builder.signs.filter { $0.bytes.first == first }.sorted { $0.bytes.count > $1.bytes.count }
    }
    unspacedWords = Dictionary(
      grouping: builder.unspacedWords.map { Sign(bytes: $0.key, lexeme: $0.value) },
      by: { String(decoding: $0.bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0 }
    ).mapValues { $0.sorted { $0.bytes.count > $1.bytes.count } }
    slots = Self.table(builder.indices)
  }

  /// Open addressing, at most a quarter full.
  private static func table(_ indices: [UInt64: Int32]) -> [(hash: UInt64, lexeme: Int32)] {
    var size = 1 << 10
    while size < indices.count * 4 { size *= 2 }
    var slots: [(hash: UInt64, lexeme: Int32)] = Array(repeating: (0, 0), count: size)
    for (hash, lexeme) in indices.sorted(by: { $0.value < $1.value }) {
      var slot = first(hash) & (size - 1)
      while slots[slot].lexeme != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (hash, lexeme)
    }
    return slots
  }

  @inline(__always)
  private static func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 29) }

  /// The lexeme of a hash, 0 (no roles) for an unknown word.
  @inline(__always)
  func lexeme(_ hash: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Self.first(hash) & mask
    while slots[slot].lexeme != 0 {
      if slots[slot].hash == hash { return slots[slot].lexeme }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The roles of a word, none for an unknown one.
  @inline(__always)
  func roles(_ hash: UInt64) -> Roles { lexemes[Int(lexeme(hash))].roles }

  /// The currency word of a capital that is a currency sign, negative for others: "R850".
  func letterSign(_ byte: UInt8) -> Int32 {
    byte &- 0x41 < 26 ? letterSigns[Int(byte &- 0x41)] : -1
  }

  /// The signs that begin with a byte, longest first.
  func signs(from byte: UInt8) -> [Sign] { signs[Int(byte)] }

  /// The words of a script without spaces that begin with a character, longest first.
  func unspacedWords(from scalar: UInt32) -> [Sign] { unspacedWords[scalar] ?? [] }

  /// The word a currency lexeme stands for.
  func currencyWord(_ lexeme: Lexeme) -> CurrencyWord { currencyWords[Int(lexeme.currencyWord)] }

  /// Han, Kana and Thai are written without spaces.
  static func isUnspaced(_ scalar: UInt32) -> Bool {
    (0x3005...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar) || (0x0E00...0x0E7F).contains(scalar)
      || (0xF900...0xFAFF).contains(scalar)
  }
}
