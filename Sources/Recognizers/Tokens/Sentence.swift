// One sentence as tokens: what the rules look at.
import Model

/// Serves for one sentence after the other, so that reading one takes no memory of its own.
final class Sentence {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>
  private(set) var tokens: Tokens
  /// The roles of all its tokens and phrases together.
  private(set) var phraseRoles: Roles = []
  /// Bytes of its longest number.
  private(set) var longestNumber = 0
  /// The last token that is a sign or begins a word of a currency; -1 for none. No amount with a currency begins behind
  /// it.
  private(set) var lastCurrency = -1
  @exclusivity(unchecked) private var buffer = TokenBuffer()
  /// What its tokens do for telling who pays whom, once looked up.
  @exclusivity(unchecked) var contextWords = ContextWords()
  // Found once: several rules build on them.
  private var numbers = Memo<NumberPhrase>()
  private var amountsBehindCurrency = Memo<Reading>()
  private var amountsBeforeCurrency = Memo<Reading>()

  /// A sentence without tokens; `read` gives it some.
  init(lexicon: Lexicon, text: UnsafeBufferPointer<UInt8>) {
    self.lexicon = lexicon
    self.text = text
    tokens = buffer.tokens()
  }

  convenience init(lexicon: Lexicon, text: UnsafeBufferPointer<UInt8>, span: Range<Int>) {
    self.init(lexicon: lexicon, text: text)
    read(span)
  }

  deinit {
    numbers.deallocate()
    amountsBehindCurrency.deallocate()
    amountsBeforeCurrency.deallocate()
  }

  /// Becomes the sentence at `span`, which begins and ends between characters.
  func read(_ span: Range<Int>) {
    buffer.removeAll()
    Tokenizer(lexicon: lexicon, text: text).append(span, to: &buffer)
    finish()
  }

  /// Becomes one sentence of several stretches, in their order; returns the token that each begins with.
  func read(parts: [Range<Int>]) -> [Int] {
    buffer.removeAll()
    let starts = parts.map { part in
      defer { Tokenizer(lexicon: lexicon, text: text).append(part, to: &buffer) }
      return buffer.count
    }
    finish()
    return starts
  }

  private func finish() {
    tokens = buffer.tokens()
    numbers = numbers.emptied(for: tokens.count)
    amountsBehindCurrency = amountsBehindCurrency.emptied(for: tokens.count)
    amountsBeforeCurrency = amountsBeforeCurrency.emptied(for: tokens.count)
    contextWords.forget()
    survey()
  }

  /// Notes what the tokens say together.
  private func survey() {
    var all: Roles = []
    var longest = 0
    var currency = -1
    for index in tokens.indices {
      let token = tokens[index]
      var roles = token.roles
      if roles.contains(.opensPhrase) {
        let phrases = phrases(from: index)
        roles = phrases.roles
        tokens.note(roles, reach: phrases.reach, at: index)
      }
      all.formUnion(roles)
      switch token.kind {
      case .sign: currency = index
      case .number: longest = max(longest, token.end - token.start)
      default: if roles.contains(.currency) || isLetterSign(index) { currency = index }
      }
    }
    phraseRoles = all
    longestNumber = longest
    lastCurrency = currency
  }

  /// The number that begins at a token of the sentence; a scale may stand for one.
  func number(at index: Int) -> NumberPhrase? {
    numbers.value(at: index) { NumberReader.read(in: self, at: index) }
  }

  /// A single number with its currency that begins at a token, before or behind it; nil outside the sentence.
  func amount(at index: Int) -> Reading? {
    guard tokens.indices.contains(index) else { return nil }
    return amountBehindCurrency(at: index) ?? amountBeforeCurrency(at: index)
  }

  /// Where `amount(at:)` ends.
  func amountEnd(at index: Int) -> Int? {
    guard tokens.indices.contains(index) else { return nil }
    return (placeBehindCurrency(at: index) ?? placeBeforeCurrency(at: index))?.pointee.tokens.upperBound
  }

  /// "$5": the amount that begins with its currency at a token of the sentence.
  func amountBehindCurrency(at index: Int) -> Reading? { placeBehindCurrency(at: index)?.pointee }

  /// "5 dollars": the amount that begins with its number at a token of the sentence.
  func amountBeforeCurrency(at index: Int) -> Reading? { placeBeforeCurrency(at: index)?.pointee }

  private func placeBehindCurrency(at index: Int) -> UnsafePointer<Reading>? {
    guard CurrencyBeforeNumber.mayBegin(at: index, in: self) else { return nil }
    return amountsBehindCurrency.place(at: index) { CurrencyBeforeNumber.read(in: self, at: index) }
  }

  private func placeBeforeCurrency(at index: Int) -> UnsafePointer<Reading>? {
    guard NumberBeforeCurrency.mayBegin(at: index, in: self) else { return nil }
    return amountsBeforeCurrency.place(at: index) { NumberBeforeCurrency.read(in: self, at: index) }
  }

  var count: Int { tokens.count }

  /// Whether some tokens are all that the text holds, as in a price field.
  func isWhole(_ range: Range<Int>) -> Bool {
    guard range == 0..<tokens.count, let first = tokens.first, let last = tokens.last else { return false }
    return !text[..<first.start].contains { $0 > 0x20 } && !text[last.end...].contains { $0 > 0x20 }
  }

  /// Whether it fills its lines: breaks or the ends of the text stand around it.
  var isWholeLine: Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    return (first.start == 0 || text[first.start - 1] == 0x0A) && (last.end == text.count || text[last.end] == 0x0A)
  }

  /// The roles of a token; none outside the sentence.
  func roles(_ index: Int) -> Roles { tokens[index].roles }

  func lexeme(_ index: Int) -> Lexeme { lexicon.lexemes[Int(tokens[index].lexeme)] }

  /// Whether a token is a mark, by its byte or one of `Token.Mark`'s; other tokens have none.
  @inline(__always)
  func isMark(_ index: Int, _ character: UInt8) -> Bool { tokens[index].mark == character }

  /// A hyphen or dash of any length.
  func isDash(_ index: Int) -> Bool {
    isMark(index, UInt8(ascii: "-")) || isMark(index, Token.Mark.dash) || isMark(index, Token.Mark.minus)
  }

  /// A hyphen that joins two words: no space on either side.
  func isHyphen(_ index: Int) -> Bool {
    isMark(index, UInt8(ascii: "-")) && !tokens[index].isSpaced && index + 1 < tokens.count
      && !tokens[index + 1].isSpaced
  }

  /// Whether a token is a capital that is a currency sign, glued to a number: "R850"; the rand's may be set off.
  @inline(__always)
  func isLetterSign(_ index: Int) -> Bool {
    tokens[index].end - tokens[index].start == 1 && isNumber(index + 1) && isLetterSignBeforeNumber(index)
  }

  private func isLetterSignBeforeNumber(_ index: Int) -> Bool {
    let letter = text[tokens[index].start]
    return lexicon.letterSign(letter) >= 0 && (!tokens[index + 1].isSpaced || letter == UInt8(ascii: "R"))
  }

  /// Whether a line break stands before a token.
  func hasBreak(before index: Int) -> Bool {
    guard index > 0, tokens[index].isSpaced else { return false }
    return text[tokens[index - 1].end..<tokens[index].start].contains(0x0A)
  }

  /// Whether a word stands at a token that what is before it could describe: "5 QR codes".
  func isDescribing(_ index: Int) -> Bool {
    isWord(index) && !hasBreak(before: index)
      && roles(index).isDisjoint(with: [
        .follower, .per, .perAdverb, .hedgeAfter, .timeFiller, .and, .or, .to, .movement,
      ])
  }

  /// Whether a currency word, its adjective or a hyphen before one stands at a token.
  func opensCurrency(at index: Int) -> Bool {
    let start = isHyphen(index) ? index + 1 : index
    return isWord(start) && !roles(start).isDisjoint(with: [.currency, .adjective])
  }

  /// A word of a script that sets words apart by spaces.
  func isSpacedWord(_ index: Int) -> Bool {
    isWord(index) && !Characters.isUnspaced(text, tokens[index].start)
  }

  func isNumber(_ index: Int) -> Bool { tokens[index].kind == .number }
  func isWord(_ index: Int) -> Bool { tokens[index].kind == .word }

  /// The longest phrase that begins at a token and has a role, with the token after it.
  @inline(__always)
  func phrase(at index: Int, _ role: Roles) -> (lexeme: Lexeme, end: Int)? {
    tokens[index].phraseRoles.contains(role) ? longestPhrase(at: index, role) : nil
  }

  private func longestPhrase(at index: Int, _ role: Roles) -> (lexeme: Lexeme, end: Int)? {
    let first = tokens[index]
    var lexeme = lexeme(index)
    var best: (Lexeme, Int)? = lexeme.roles.contains(role) ? (lexeme, index + 1) : nil
    var hash = first.hash
    var end = index + 1
    while lexeme.roles.contains(.opensPhrase), end < tokens.count,
      tokens[end].isSpaced || isHyphen(end) || isHyphen(end - 1)
    {
      hash = FoldedHash.phrase(hash, then: self.hash(end))
      lexeme = lexicon.lexemes[Int(lexicon.lexeme(hash))]
      end += 1
      if lexeme.roles.contains(role) { best = (lexeme, end) }
    }
    return best
  }

  /// The longest phrase that ends just before a token and has a role, with its first token.
  @inline(__always)
  func phrase(before index: Int, _ role: Roles) -> (lexeme: Lexeme, start: Int)? {
    phraseRoles.contains(role) ? longestPhrase(before: index, role) : nil
  }

  private func longestPhrase(before index: Int, _ role: Roles) -> (lexeme: Lexeme, start: Int)? {
    guard index > 0, index <= tokens.count else { return nil }
    var start = max(0, index - lexicon.longestPhrase)
    while start < index {
      if tokens[start].phraseRoles.contains(role), start + Int(tokens[start].reach) >= index,
        let found = phraseExactly(start, index), found.roles.contains(role)
      {
        return (found, start)
      }
      start += 1
    }
    return nil
  }

  private func phraseExactly(_ start: Int, _ end: Int) -> Lexeme? {
    var hash = tokens[start].hash
    var lexeme = lexeme(start)
    for index in (start + 1)..<max(end, start + 1) {
      guard lexeme.roles.contains(.opensPhrase) else { return nil }
      hash = FoldedHash.phrase(hash, then: self.hash(index))
      lexeme = lexicon.lexemes[Int(lexicon.lexeme(hash))]
    }
    return lexeme
  }

  /// The roles of all phrases that begin at a token, whatever stands between their words, and the tokens of the longest.
  private func phrases(from index: Int) -> (roles: Roles, reach: Int) {
    var hash = tokens[index].hash
    var last = tokens[index].roles
    var all = last
    var end = index + 1
    var reach = 1
    while last.contains(.opensPhrase), end < tokens.count {
      hash = FoldedHash.phrase(hash, then: self.hash(end))
      last = lexicon.roles(hash)
      all.formUnion(last)
      end += 1
      if !last.isSubset(of: .opensPhrase) { reach = end - index }
    }
    return (all, reach)
  }

  /// The hash of a token of any kind.
  func hash(_ index: Int) -> UInt64 {
    let token = tokens[index]
    return token.hash != 0 ? token.hash : FoldedHash.word(text, token.start, token.end)
  }

  /// Four digits from 1900 to 2100.
  func isYear(_ index: Int) -> Bool {
    guard isNumber(index), tokens[index].end - tokens[index].start == 4, let year = digits(index) else { return false }
    return (1900...2100).contains(year)
  }

  /// The number a token of plain digits writes, at most nine of them.
  func digits(_ index: Int) -> Int? {
    guard isNumber(index), tokens[index].end - tokens[index].start <= 9 else { return nil }
    var number = 0
    for byte in text[tokens[index].start..<tokens[index].end] {
      guard Bytes.isDigit(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// Bytes of the text from one token to before another.
  func span(_ range: Range<Int>) -> Range<Int> { tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end }

  /// Whether a token is a word written so, in small letters.
  func string(_ index: Int, is word: StaticString) -> Bool {
    guard isWord(index), tokens[index].end - tokens[index].start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(bytes(index)) }
  }

  func string(_ index: Int) -> String { string(bytes: tokens[index].start..<tokens[index].end) }

  /// Bytes of the text as a string.
  func string(bytes: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[bytes]), as: UTF8.self)
  }

  /// Whether a token is a word of ASCII letters, in any case; `word` is in lower case.
  func reads(_ index: Int, _ word: StaticString) -> Bool {
    let token = tokens[index]
    guard token.end - token.start == word.utf8CodeUnitCount else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { text[token.start + $0] | 0x20 == word.utf8Start[$0] }
  }

  func bytes(_ index: Int) -> Slice<UnsafeBufferPointer<UInt8>> { text[tokens[index].start..<tokens[index].end] }
}
