// Cuts a stretch of UTF-8 text into tokens. Runs only where a scan has found something.
import CScan

struct Tokenizer {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>

  /// Appends the tokens of `range`, which begins and ends between characters.
  func append(_ range: Range<Int>, to tokens: inout TokenBuffer) {
    var position = range.lowerBound
    var isSpaced = true
    while position < range.upperBound {
      let byte = text[position]
      if byte == 0x20 || byte &- 9 < 5 {
        position += 1
        isSpaced = true
        continue
      }
      let token = next(at: position, before: range.upperBound, isSpaced: isSpaced)
      tokens.append(token)
      position = token.end
      isSpaced = false
    }
  }

  @inline(__always)
  private func next(at start: Int, before limit: Int, isSpaced: Bool) -> Token {
    let byte = text[start]
    if Bytes.isLetter(byte) {
      let letters = FoldedHash.letters(text, start)
      return sign(at: start, before: limit, isSpaced: isSpaced, letters: min(letters.length, limit - start))
        ?? word(letters, at: start, before: limit, isSpaced: isSpaced)
    }
    if let sign = sign(at: start, before: limit, isSpaced: isSpaced, letters: 0) { return sign }
    if Bytes.isDigit(byte) || beginsDecimal(at: start, before: limit, isSpaced: isSpaced) {
      let end = DigitNumber.end(in: text, from: start, before: limit)
      return Token(start: start, end: end, kind: .number, isSpaced: isSpaced)
    }
    if Characters.isAnyLetter(text, start) { return anyWord(at: start, before: limit, isSpaced: isSpaced) }
    let length = min(Characters.length(byte), limit - start)
    let hash = FoldedHash.word(text, start, start + length)
    var token = token(start..<(start + length), .mark, isSpaced, lexeme: lexicon.lexeme(hash))
    token.mark = byte < 0x80 ? byte : Characters.mark(text, start)
    token.hash = hash
    return token
  }

  @inline(__always)
  private func token(_ span: Range<Int>, _ kind: Token.Kind, _ isSpaced: Bool, lexeme: Int32) -> Token {
    let roles = lexicon.lexemes[Int(lexeme)].roles
    return Token(
      start: span.lowerBound, end: span.upperBound, kind: kind, isSpaced: isSpaced, lexeme: lexeme, roles: roles,
      phraseRoles: roles)
  }

  /// ".75" behind a space, and "$.75".
  private func beginsDecimal(at start: Int, before limit: Int, isSpaced: Bool) -> Bool {
    guard text[start] == UInt8(ascii: "."), start + 1 < limit, Bytes.isDigit(text[start + 1]) else { return false }
    if isSpaced || text[start - 1] == UInt8(ascii: "$") { return true }
    // Signs of more bytes than one: "£.75".
    return text[start - 1] >= 0x80 && !Characters.endsWithLetter(text, start)
  }

  /// The currency sign at a position where so many ASCII letters begin.
  @inline(__always)
  private func sign(at start: Int, before limit: Int, isSpaced: Bool, letters: Int) -> Token? {
    guard let candidates = lexicon.signs.candidates(at: start, in: text, letters: letters),
      let sign = sign(of: candidates, at: start, before: limit)
    else { return nil }
    return token(start..<(start + sign.count), .sign, isSpaced, lexeme: sign.lexeme)
  }

  /// The longest currency sign at a position; one that begins with a letter begins a word, one that ends with a letter
  /// ends one.
  private func sign(of candidates: FixedTable<Sign>, at start: Int, before limit: Int) -> Sign? {
    if Bytes.isLetter(text[start]), start > 0, Characters.endsWithLetter(text, start) { return nil }
    for sign in candidates where start + sign.count <= limit {
      let end = start + sign.count
      guard sign.stands(at: start, in: text) else { continue }
      if end < limit, Characters.isInsideWord(text, end) { continue }
      if text[end - 1] == UInt8(ascii: "."), !sign.hasInnerDot, !goesOn(after: end, before: limit) { continue }
      return sign
    }
    return nil
  }

  /// Whether a sign's own dot is not a full stop: a digit or a small letter follows.
  private func goesOn(after end: Int, before limit: Int) -> Bool {
    var next = end
    while next < limit, text[next] == 0x20 { next += 1 }
    return next < limit && (Bytes.isDigit(text[next]) || text[next] &- 0x61 < 26)
  }

  /// The word that begins with some ASCII letters.
  @inline(__always)
  private func word(_ letters: AssayWord, at start: Int, before limit: Int, isSpaced: Bool) -> Token {
    let end = start + letters.length
    // Most words: letters and nothing behind them that could go on.
    guard end <= limit,
      end == limit || text[end] < 0x80 && (text[end] != UInt8(ascii: ".") || letters.length > 1)
    else { return anyWord(at: start, before: limit, isSpaced: isSpaced) }
    var token = token(start..<end, .word, isSpaced, lexeme: lexicon.lexeme(letters.hash))
    token.hash = letters.hash
    token.isCapitalized = text[start] < 0x61
    token.isAllCapitals = letters.smalls == 0
    return token
  }

  private func anyWord(at start: Int, before limit: Int, isSpaced: Bool) -> Token {
    if text[start] >= 0xE0, let unspaced = unspacedWord(at: start, before: limit, isSpaced: isSpaced) {
      return unspaced
    }
    var end = start
    var capitals = 0
    var letters = 0
    while end < limit {
      let byte = text[end]
      if Bytes.isLetter(byte) {
        capitals += byte < 0x61 ? 1 : 0
        letters += 1
        end += 1
      } else if byte >= 0x80, Characters.isLetter(text, end), !Characters.isUnspaced(text, end) {
        capitals += Characters.isCapital(text, end) ? 1 : 0
        letters += 1
        end += Characters.length(byte)
      } else if byte == UInt8(ascii: "."), isInitials(from: start, dot: end, before: limit) {
        end += 1
      } else {
        break
      }
    }
    end = min(end, limit)
    let first = text[start]
    let hash = FoldedHash.word(text, start, end)
    var token = token(start..<end, .word, isSpaced, lexeme: lexicon.lexeme(hash))
    token.hash = hash
    token.isCapitalized = first < 0x80 ? first < 0x61 : Characters.isCapital(text, start)
    token.isAllCapitals = capitals == letters
    return token
  }

  /// Whether the dot at a position belongs to initials such as `U.S.`: single letters, each with its dot.
  private func isInitials(from start: Int, dot: Int, before limit: Int) -> Bool {
    guard Bytes.isLetter(text[dot - 1]), dot - 1 == start || text[dot - 2] == UInt8(ascii: ".") else { return false }
    if dot - 1 > start { return true }
    return dot + 2 < limit && Bytes.isLetter(text[dot + 1]) && text[dot + 2] == UInt8(ascii: ".")
  }

  /// A word of a script written without spaces: the longest the lexicon knows, else one character.
  private func unspacedWord(at start: Int, before limit: Int, isSpaced: Bool) -> Token? {
    guard Characters.isUnspaced(text, start) else { return nil }
    if let words = lexicon.unspacedWords.words(from: Characters.scalar(text, start)) {
      for word in words where start + word.count <= limit && word.stands(at: start, in: text) {
        var token = token(start..<(start + word.count), .word, isSpaced, lexeme: word.lexeme)
        token.hash = FoldedHash.word(text, start, token.end)
        return token
      }
    }
    return Token(start: start, end: min(start + Characters.length(text[start]), limit), kind: .word, isSpaced: isSpaced)
  }
}
