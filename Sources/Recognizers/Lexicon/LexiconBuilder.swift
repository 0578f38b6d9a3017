// Gathers the words of the data files into a lexicon.
import Model

struct LexiconBuilder {
  private(set) var lexemes: [Lexeme] = [Lexeme()]
  private(set) var currencyWords: [CurrencyWord] = []
  /// For each adjective, the currencies it picks.
  private(set) var adjectives: [[Currency.Code]] = []
  private(set) var names: [String] = []
  /// Words that a number can begin with.
  var numberWords: [String] = []
  /// Lines of the language files that could not be read.
  var faults: [String] = []
  /// Longest phrase, in words.
  private(set) var longestPhrase = 1
  /// Texts of the words and signs that make a place worth looking at.
  private(set) var anchors: [Lexicon.Anchor] = []
  private var phraseAnchors: [String] = []
  /// Currency words of signs that are one capital letter.
  var letterSigns: [UInt8: Int32] = [:]
  private(set) var signs: [Sign] = []
  private var signLexemes: [String: Int32] = [:]
  /// Words of scripts written without spaces.
  private(set) var unspacedWords: [[UInt8]: Int32] = [:]
  private(set) var indices: [UInt64: Int32] = [:]

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
    if let first = text.unicodeScalars.first, Lexicon.isUnspaced(first.value) {
      unspacedWords[Array(text.utf8)] = entry
    }
  }

  mutating func addCurrencyWord(_ word: CurrencyWord) -> Int32 {
    currencyWords.append(word)
    return Int32(currencyWords.count - 1)
  }

  /// Adds what another row means by the same word; it groups with dots only where all do.
  mutating func extendCurrencyWord(_ index: Int32, with word: CurrencyWord) {
    let known = currencyWords[Int(index)].candidates
    currencyWords[Int(index)].candidates += word.candidates.filter { !known.contains($0) }
    if !word.groupsWithDots { currencyWords[Int(index)].groupsWithDots = false }
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

  /// Makes a word or phrase a place to look at.
  mutating func addAnchor(_ text: String, capitalsOnly: Bool = false) {
    if text.contains(" ") {
      phraseAnchors.append(text)
    } else {
      anchors.append(Lexicon.Anchor(text: text, isCapitalsOnly: capitalsOnly))
      edit(text) { $0.roles.insert(.anchor) }
    }
  }

  /// Phrases none of whose words is an anchor are found by their second word, the rarer one: "special drawing rights".
  mutating func anchorPhrases() {
    for phrase in phraseAnchors {
      let words = phrase.split(separator: " ").map(String.init)
      let isCovered = words.contains { word in
        indices[FoldedHash.of(word)].map { lexemes[Int($0)].roles.contains(.anchor) } ?? false
      }
      if !isCovered { addAnchor(words[1]) }
    }
  }

  /// A capital letter as a sign; a second row with the same letter adds candidates.
  mutating func addLetterSign(_ letter: UInt8, _ word: CurrencyWord) {
    if let known = letterSigns[letter] { return extendCurrencyWord(known, with: word) }
    letterSigns[letter] = addCurrencyWord(word)
    anchors.append(Lexicon.Anchor(text: String(UnicodeScalar(letter)), isCapitalsOnly: true))
  }

  /// Adds a sign with what is to be known of it: it is found by its bytes, so that "kr" and "Kr" stay two.
  mutating func addSign(_ text: String, _ lexeme: Lexeme) {
    lexemes.append(lexeme)
    let entry = Int32(lexemes.count - 1)
    signLexemes[text] = entry
    signs.append(Sign(bytes: Array(text.utf8), lexeme: entry))
    anchors.append(Lexicon.Anchor(text: text, isCapitalsOnly: false))
  }

  /// What is known of a sign, nil where it is none.
  func signLexeme(_ text: String) -> Lexeme? { signLexemes[text].map { lexemes[Int($0)] } }

  /// Changes what is known of a sign, if it is one.
  mutating func editSign(_ text: String, _ change: (inout Lexeme) -> Void) {
    if let entry = signLexemes[text] { change(&lexemes[Int(entry)]) }
  }

  /// The index of an entry, made if new.
  mutating func index(of hash: UInt64) -> Int32 {
    if let known = indices[hash] { return known }
    lexemes.append(Lexeme())
    indices[hash] = Int32(lexemes.count - 1)
    return Int32(lexemes.count - 1)
  }
}
