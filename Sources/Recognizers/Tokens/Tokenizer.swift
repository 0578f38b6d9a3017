// Cuts a stretch of UTF-8 text into tokens. Runs only where a scan has found something.

struct Tokenizer {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>

  /// The tokens of `range`, which begins and ends between characters.
  func tokens(of range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 4 + 8)
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
    return tokens
  }

  private func next(at start: Int, before limit: Int, isSpaced: Bool) -> Token {
    let byte = text[start]
    if let sign = sign(at: start, before: limit) {
      return Token(start: start, end: start + sign.bytes.count, kind: .sign, isSpaced: isSpaced, lexeme: sign.lexeme)
    }
    if Bytes.isDigit(byte) || beginsDecimal(at: start, before: limit, isSpaced: isSpaced) {
      let end = DigitNumber.end(in: text, from: start, before: limit)
      return Token(start: start, end: end, kind: .number, isSpaced: isSpaced)
    }
    if Characters.isAnyLetter(text, start) {
      return word(at: start, before: limit, isSpaced: isSpaced)
    }
    let length = min(Characters.length(byte), limit - start)
    let mark = byte < 0x80 ? byte : Characters.mark(text, start)
    let hash = FoldedHash.word(text, start, start + length)
    return Token(
      start: start, end: start + length, kind: .mark, isSpaced: isSpaced, mark: mark, hash: hash,
      lexeme: lexicon.lexeme(hash))
  }

  /// ".75" behind a space, and "$.75".
  private func beginsDecimal(at start: Int, before limit: Int, isSpaced: Bool) -> Bool {
    guard text[start] == UInt8(ascii: "."), start + 1 < limit, Bytes.isDigit(text[start + 1]) else { return false }
    if isSpaced || text[start - 1] == UInt8(ascii: "$") { return true }
    // Signs of more bytes than one: "£.75".
    return text[start - 1] >= 0x80 && !Characters.endsWithLetter(text, start)
  }

  /// The longest currency sign at a position; one that begins with a letter begins a word, one that ends with a letter
  /// ends one.
  private func sign(at start: Int, before limit: Int) -> Lexicon.Sign? {
    let candidates = lexicon.signs(from: text[start])
    if candidates.isEmpty { return nil }
    if Bytes.isLetter(text[start]), start > 0, Characters.endsWithLetter(text, start) { return nil }
    for sign in candidates where start + sign.bytes.count <= limit {
      let end = start + sign.bytes.count
      guard Characters.matches(sign.bytes, text, start) else { continue }
      if end < limit, Characters.isInsideWord(text, end) { continue }
      if text[end - 1] == UInt8(ascii: "."), !goesOn(after: end, before: limit) { continue }
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

  private func word(at start: Int, before limit: Int, isSpaced: Bool) -> Token {
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
    let isCapitalized = first < 0x80 ? first < 0x61 : Characters.isCapital(text, start)
    let hash = FoldedHash.word(text, start, end)
    return Token(
      start: start, end: end, kind: .word, isSpaced: isSpaced, isCapitalized: isCapitalized,
      isAllCapitals: capitals == letters, hash: hash, lexeme: lexicon.lexeme(hash))
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
    for word in lexicon.unspacedWords(from: Characters.scalar(text, start)) where start + word.bytes.count <= limit {
      let end = start + word.bytes.count
      if Characters.matches(word.bytes, text, start) {
        return Token(
          start: start, end: end, kind: .word, isSpaced: isSpaced, hash: FoldedHash.word(text, start, end),
          lexeme: word.lexeme)
      }
    }
    return Token(start: start, end: min(start + Characters.length(text[start]), limit), kind: .word, isSpaced: isSpaced)
  }
}
