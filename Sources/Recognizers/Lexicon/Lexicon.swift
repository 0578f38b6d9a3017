// Every word the recognizers know for one choice of languages, found by hash without allocation.
import Model

/// Built once from data files; read concurrently.
struct Lexicon: Sendable {
  private(set) var lexemes: [Lexeme] = [Lexeme()]
  private(set) var currencyWords: [CurrencyWord] = []
  /// For each adjective, the currencies it picks.
  private(set) var adjectives: [[Currency.Code]] = []
  private(set) var names: [String] = []
  /// Lines of the language files that could not be read.
  var faults: [String] = []
  /// Longest phrase, in words.
  private(set) var longestPhrase = 1
  /// Texts of the words and signs that make a place worth looking at.
  private(set) var anchors: [Anchor] = []
  /// Signs by their first byte, longest first.
  private(set) var signs: [UInt8: [Sign]] = [:]
  /// Words of scripts written without spaces, by their first character, longest first.
  private(set) var unspacedWords: [UInt32: [(bytes: [UInt8], lexeme: Int32)]] = [:]
  private var slots: [(hash: UInt64, lexeme: Int32)] = Array(repeating: (0, 0), count: 1 << 13)
  private var used = 0

  struct Sign: Sendable {
    let bytes: [UInt8]
    let lexeme: Int32
  }

  struct Anchor: Sendable, Hashable {
    let text: String
    let isCapitalsOnly: Bool
  }

  /// The lexeme of a hash, 0 (no roles) for an unknown word.
  @inline(__always)
  func lexeme(_ hash: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
    while slots[slot].lexeme != 0 {
      if slots[slot].hash == hash { return slots[slot].lexeme }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The entry for a word or phrase (single spaces), made if new; phrases register their beginnings.
  mutating func edit(_ text: String, _ change: (inout Lexeme) -> Void) {
    let words = text.split(separator: " ")
    longestPhrase = max(longestPhrase, words.count)
    for length in 1..<max(words.count, 1) {
      let beginning = index(of: FoldedHash.of(words[..<length].joined(separator: " ")))
      lexemes[Int(beginning)].roles.insert(.opensPhrase)
    }
    let entry = index(of: FoldedHash.of(text))
    change(&lexemes[Int(entry)])
    noteUnspaced(text, entry)
  }

  mutating func addCurrencyWord(_ word: CurrencyWord) -> Int32 {
    currencyWords.append(word)
    return Int32(currencyWords.count - 1)
  }

  mutating func updateCurrencyWord(_ index: Int32, _ change: (inout CurrencyWord) -> Void) {
    change(&currencyWords[Int(index)])
  }

  mutating func addAdjective(_ codes: [Currency.Code]) -> Int32 {
    adjectives.append(codes)
    return Int32(adjectives.count - 1)
  }

  mutating func extendAdjective(_ index: Int32, with code: Currency.Code) {
    if !adjectives[Int(index)].contains(code) { adjectives[Int(index)].append(code) }
  }

  mutating func name(_ text: String) -> Int32 {
    if let known = names.firstIndex(of: text) { return Int32(known) }
    names.append(text)
    return Int32(names.count - 1)
  }

  mutating func addAnchor(_ text: String, capitalsOnly: Bool = false) {
    anchors.append(Anchor(text: text, isCapitalsOnly: capitalsOnly))
  }

  mutating func addSign(_ text: String, lexeme: Int32) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first else { return }
    signs[first, default: []].append(Sign(bytes: bytes, lexeme: lexeme))
    signs[first]?.sort { $0.bytes.count > $1.bytes.count }
  }

  /// The index of an entry, made if new.
  mutating func index(of hash: UInt64) -> Int32 {
    let known = lexeme(hash)
    if known != 0 { return known }
    lexemes.append(Lexeme())
    used += 1
    if used * 2 > slots.count { grow() }
    insert(hash, Int32(lexemes.count - 1))
    return Int32(lexemes.count - 1)
  }

  private mutating func insert(_ hash: UInt64, _ lexeme: Int32) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
    while slots[slot].lexeme != 0 { slot = (slot + 1) & mask }
    slots[slot] = (hash, lexeme)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    for slot in old where slot.lexeme != 0 { insert(slot.hash, slot.lexeme) }
  }

  /// Words of Han, Kana and Thai stand without spaces and are found by longest match.
  private mutating func noteUnspaced(_ text: String, _ lexeme: Int32) {
    guard let first = text.unicodeScalars.first, Self.isUnspaced(first.value) else { return }
    var words = unspacedWords[first.value] ?? []
    words.removeAll { $0.bytes == Array(text.utf8) }
    words.append((Array(text.utf8), lexeme))
    unspacedWords[first.value] = words.sorted { $0.bytes.count > $1.bytes.count }
  }

  static func isUnspaced(_ scalar: UInt32) -> Bool {
    (0x3005...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar) || (0x0E00...0x0E7F).contains(scalar)
      || (0xF900...0xFAFF).contains(scalar)
  }
}
