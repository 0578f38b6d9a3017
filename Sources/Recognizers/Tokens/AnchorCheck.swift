// Whether what stands at a place the scan found is a word or sign of money, not only one that begins like it.

struct AnchorCheck {
  let lexicon: Lexicon

  /// Decides from the word or sign itself and, for words that are mostly something else, the word before it.
  func isAnchor(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = text[place]
    let isLetter = Characters.isAnyLetter(text, place)
    guard isLetter else { return first == UInt8(ascii: "$") || isSign(at: place, text) }
    if first >= 0xE0, Characters.isUnspaced(text, place) {
      return isUnspacedAnchor(place, text) || isSign(at: place, text)
    }
    if place > 0, Characters.endsWithLetter(text, place) { return false }
    let end = wordEnd(place, text)
    if end == place + 1, lexicon.letterSign(first) >= 0, isBeforeDigit(end, text) { return true }
    let lexeme = lexicon.lexemes[Int(lexicon.lexeme(FoldedHash.word(text, place, end)))]
    if lexeme.roles.contains(.anchor), isPlausible(lexeme, place..<end, text) { return true }
    return end - place <= Self.longestSignWord && isSign(at: place, text)
  }

  /// Letters a sign may have before anything else in it: "CFA", "NAf".
  private static let longestSignWord = 8

  private func wordEnd(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = place
    while end < text.count, Characters.isAnyLetter(text, end) {
      end += Characters.length(text[end])
    }
    return min(end, text.count)
  }

  private func isUnspacedAnchor(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    lexicon.unspacedWords.words(from: Characters.scalar(text, place))?.contains { word in
      place + word.count <= text.count && lexicon.lexemes[Int(word.lexeme)].roles.contains(.anchor)
        && word.stands(at: place, in: text)
    } ?? false
  }

  /// A single letter is money only behind a digit, "ALL" only in capitals, a currency word only beside a number.
  private func isPlausible(_ lexeme: Lexeme, _ word: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if word.count == 1 { return word.lowerBound > 0 && Bytes.isDigit(text[word.lowerBound - 1]) }
    guard lexeme.currencyWord >= 0 else { return true }
    let currency = lexicon.currencyWord(lexeme)
    if currency.isCapitalsOnly { return text[word.lowerBound + 1] < 0x61 && text[word.lowerBound] < 0x61 }
    guard currency.form == .word, lexeme.roles.isDisjoint(with: [.prefixed, .scale, .magnitude]) else { return true }
    return isBehindNumber(word.lowerBound, text, lexeme.roles) || isBeforeDigit(word.upperBound, text)
  }

  private func isBeforeDigit(_ end: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    end + 1 < text.count && (Bytes.isDigit(text[end]) || text[end] >= 0x80 || Bytes.isDigit(text[end + 1]))
  }

  /// A digit, a number word, an adjective ("Swiss francs") or "of" ("millions of euros") stands before the word; before
  /// one that is counted so, "a" ("a dollar a day"); before one that is nothing else, a digit or number word up to three
  /// words back ("250 Hong Kong dollars").
  private func isBehindNumber(_ place: Int, _ text: UnsafeBufferPointer<UInt8>, _ roles: Roles) -> Bool {
    let wanted = roles.contains(.counted) ? Self.numeric.union(.article) : Self.numeric
    let words = roles.isDisjoint(with: [.ambiguous, .nameToo]) ? 4 : 2
    var last = place - 1
    for word in 0..<words {
      while last > 0, isGap(text[last]) { last -= 1 }
      guard last >= 0 else { return false }
      if Bytes.isDigit(text[last]) || word == 0 && text[last] >= 0x80 { return true }
      var start = last + 1
      while start > 0, Bytes.isLetter(text[start - 1]) { start -= 1 }
      guard start <= last else { return false }
      // "U.S. dollars"
      if start == last, last + 1 < place, text[last + 1] == UInt8(ascii: ".") { return true }
      let roles = lexicon.roles(FoldedHash.word(text, start, last + 1))
      // "13 per cent"
      if word == 0, roles.contains(.per), !roles.contains(.article) { return false }
      if !roles.isDisjoint(with: word == 0 ? wanted : Self.spelled) { return true }
      last = start - 1
    }
    return false
  }

  private static let spelled: Roles = [.unit, .tens, .multiplier, .scale, .magnitude]
  private static let numeric: Roles = [
    .unit, .tens, .multiplier, .scale, .scaleAbbreviation, .adjective, .of, .collective, .magnitude, .fraction,
    .currency,
  ]

  private func isGap(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "+")
  }

  /// Whether a currency sign stands at a place; one that ends in a letter must end its word.
  private func isSign(at place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    lexicon.signs.candidates(at: place, in: text)?.contains { sign in
      let end = place + sign.count
      guard end <= text.count, sign.stands(at: place, in: text) else { return false }
      return end == text.count || !Characters.isInsideWord(text, end)
    } ?? false
  }
}
