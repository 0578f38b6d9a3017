// One sentence as the rules of quantities see it: its tokens, the nouns and units among them, and what is money.

/// Made for one sentence and used by one thread: it remembers what it measured last.
final class QuantitySentence {
  let sentence: Sentence
  let lexicon: QuantityLexicon
  /// Whether nouns of counted things may be read: only where the language is English.
  let countsThings: Bool
  /// Tokens that belong to amounts of money.
  private let taken: [Range<Int>]
  private var lastMeasured: (tokens: Range<Int>, reading: QuantityReading?)?

  init(_ sentence: Sentence, lexicon: QuantityLexicon, taken: [Range<Int>], countsThings: Bool) {
    self.sentence = sentence
    self.lexicon = lexicon
    self.taken = taken
    self.countsThings = countsThings
  }

  var count: Int { sentence.count }

  /// A number in its unit of measure: several rules build on it.
  func measured(_ number: QuantityNumber) -> QuantityReading? {
    let tokens = number.start..<number.end
    if let lastMeasured, lastMeasured.tokens == tokens { return lastMeasured.reading }
    let reading = QuantitiesInUnits.reading(number, in: self)
    lastMeasured = (tokens, reading)
    return reading
  }

  func isTaken(_ tokens: Range<Int>) -> Bool { taken.contains { $0.overlaps(tokens) } }

  /// What is known of a word as a noun; no roles outside the sentence and for other tokens.
  func noun(_ index: Int) -> Noun {
    guard sentence.isWord(index) else { return Noun() }
    return lexicon.noun(sentence.tokens[index].hash)
  }

  /// The longest phrase that begins at a token and has a role, hyphens read as spaces, with the token after it.
  func phrase(at index: Int, _ role: NounRoles) -> (noun: Noun, end: Int)? {
    guard sentence.isWord(index) else { return nil }
    var hash = sentence.tokens[index].hash
    var noun = lexicon.noun(hash)
    var best = noun.roles.contains(role) ? (noun, index + 1) : nil
    var end = index + 1
    while noun.roles.contains(.opensPhrase) {
      if sentence.isHyphen(end) { end += 1 }
      guard sentence.isWord(end) else { break }
      hash = FoldedHash.phrase(hash, then: sentence.tokens[end].hash)
      noun = lexicon.noun(hash)
      end += 1
      if noun.roles.contains(role) { best = (noun, end) }
    }
    return best
  }

  /// Whether a word ends a noun phrase: a preposition, conjunction, pronoun, verb or adverb.
  func endsPhrase(_ index: Int) -> Bool {
    let roles = noun(index).roles
    if roles.contains(.inner) { return false }
    let closed: Roles = [.stop, .follower, .of, .and, .or, .to, .per, .unit, .tens, .multiplier, .scale, .between]
    return roles.contains(.phraseEnd) || !sentence.roles(index).isDisjoint(with: closed)
  }

  /// Whether nothing that could be counted follows: the sentence, clause or noun phrase ends.
  func isClosed(_ index: Int) -> Bool {
    guard index < count else { return true }
    return sentence.isWord(index) ? endsPhrase(index) : !sentence.isNumber(index) && !sentence.isHyphen(index)
  }

  /// A word directly behind another or a number: white space, or nothing but a hyphen, between them.
  func isNextWord(_ index: Int) -> Bool {
    sentence.isWord(index) && (sentence.tokens[index].isSpaced || sentence.isHyphen(index - 1))
  }

  /// Whether capitals tell nothing, as most words have them: a heading.
  private(set) lazy var isTitleCase: Bool = {
    let words = sentence.tokens.filter { $0.kind == .word && $0.end - $0.start > 3 }
    return words.count > 1 && words.count { $0.isCapitalized } * 4 >= words.count * 3
  }()

  /// Whether a token is the first of a sentence, quotation or bracket.
  func isOpening(_ index: Int) -> Bool {
    guard index > 0, sentence.tokens[index - 1].kind == .mark else { return index == 0 }
    return sentence.tokens[index - 1].mark != UInt8(ascii: ",")
  }

  /// Whether tokens stand in one line, or in lines that the text only wrapped: a number that ends a short line is a cell
  /// or a heading of its own.
  func isInOnePlace(_ tokens: Range<Int>) -> Bool {
    let bytes = sentence.span(tokens)
    for position in bytes where sentence.text[position] == 0x0A {
      var start = position
      while start > 0, position - start < Self.wrappedLine, sentence.text[start - 1] != 0x0A { start -= 1 }
      if position - start < Self.wrappedLine { return false }
    }
    return true
  }

  /// Bytes a line has at least before it is wrapped.
  private static let wrappedLine = 40

  /// Whether a word is the one with a folded hash.
  func isWord(_ index: Int, _ hash: UInt64) -> Bool { sentence.isWord(index) && sentence.tokens[index].hash == hash }

  func hasSuffix(_ index: Int, _ suffix: StaticString) -> Bool {
    let token = sentence.tokens[index]
    let length = suffix.utf8CodeUnitCount
    guard token.end - token.start >= length else { return false }
    return (0..<length).allSatisfy { sentence.text[token.end - length + $0] | 0x20 == suffix.utf8Start[$0] }
  }
}
