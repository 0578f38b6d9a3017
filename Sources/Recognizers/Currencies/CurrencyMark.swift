// The words or signs beside a number that say in which currency it is.
import Model

/// Small and without references, so that readings are cheap to make and to drop.
struct CurrencyMark {
  private var place: TokenRange
  /// Index into the lexicon's currency words.
  var word: Int32
  /// Index into the lexicon's adjectives; negative for none.
  var adjective: Int32 = -1
  /// Another currency word that says the same currency again; negative for none.
  var repeated: Int32 = -1
  var form: CurrencyWord.Form
  private var power: Int8
  /// It is joined to the number by a hyphen: "10-million-dollar".
  var isHyphenated = false
  /// How many of the parts it names it is: 5 for a fiver.
  var multiplier: Int64

  init(start: Int, end: Int, word: Int32, in lexicon: Lexicon) {
    let meaning = lexicon.currencyWords[Int(word)]
    place = TokenRange(start..<end)
    self.word = word
    form = meaning.form
    power = Int8(meaning.divisorPower)
    multiplier = meaning.multiplier
  }

  /// Tokens of the sentence.
  var tokens: Range<Int> {
    get { place.range }
    set { place = TokenRange(newValue) }
  }

  var start: Int {
    get { tokens.lowerBound }
    set { place = TokenRange(Range(uncheckedBounds: (newValue, tokens.upperBound))) }
  }

  var end: Int {
    get { tokens.upperBound }
    set { place = TokenRange(Range(uncheckedBounds: (tokens.lowerBound, newValue))) }
  }

  /// Power of ten of the parts it names: 2 for cents.
  var divisorPower: Int {
    get { Int(power) }
    set { power = Int8(newValue) }
  }

  var evidence: Mention.CurrencyEvidence {
    switch form {
    case .sign: .symbol
    case .code: .code
    case .word: .word
    }
  }

  /// Whether nothing but its word tells the currency.
  var isPlain: Bool { adjective < 0 && repeated < 0 }

  /// The currencies words and adjective allow together, the usual one first.
  func candidates(_ lexicon: Lexicon) -> [Currency.Code] {
    if isPlain { return lexicon.currencyWords[Int(word)].candidates }
    var codes = lexicon.currencyWords[Int(word)].candidates
    if adjective >= 0 { codes.keepCommon(with: adjectiveCodes(lexicon)) }
    if repeated >= 0 { codes.keepCommon(with: repeatedCodes(lexicon)) }
    return codes
  }

  /// Whether a currency is among those that words and adjective allow together.
  func allows(_ code: Currency.Code, _ lexicon: Lexicon) -> Bool {
    isPlain
      ? lexicon.currencyWords[Int(word)].candidates.contains(code) : candidates(lexicon).contains(code)
  }

  /// Whether the adjective chooses among several currencies.
  func isFixedByAdjective(_ lexicon: Lexicon) -> Bool {
    let codes = lexicon.currencyWords[Int(word)].candidates
    return adjective >= 0 && codes.count > 1 && codes.haveCommon(with: adjectiveCodes(lexicon))
  }

  func isShared(_ lexicon: Lexicon) -> Bool { lexicon.currencyWords[Int(word)].candidates.count > 1 }

  /// Whether two marks may name the same currency.
  func agrees(with other: CurrencyMark, _ lexicon: Lexicon) -> Bool {
    if word == other.word, adjective == other.adjective { return true }
    return candidates(lexicon).haveCommon(with: other.candidates(lexicon))
  }

  private func adjectiveCodes(_ lexicon: Lexicon) -> [Currency.Code] {
    adjective >= 0 ? lexicon.adjectives[Int(adjective)] : []
  }

  private func repeatedCodes(_ lexicon: Lexicon) -> [Currency.Code] {
    repeated >= 0 ? lexicon.currencyWords[Int(repeated)].candidates : []
  }
}
