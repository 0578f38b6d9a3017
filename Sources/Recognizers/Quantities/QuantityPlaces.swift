// Whether what stands at a place the scan found may be a quantity, told from the word itself and the word behind it.

struct QuantityPlaces {
  let words: Lexicon
  let lexicon: QuantityLexicon

  /// Decides without tokens, so that most dates, page numbers and lone numbers cost little.
  func isCandidate(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if Bytes.isDigit(text[place]) { return isCountingDigits(place, text) }
    if place > 0, Bytes.isLetter(text[place]), Characters.endsWithLetter(text, place) { return false }
    let end = wordEnd(place, text)
    guard end > place else { return true }
    let hash = FoldedHash.word(text, place, end)
    let roles = words.roles(hash)
    if roles.contains(.fraction) { return end < text.count && text[end] == 0x20 || isHyphen(end, text) }
    if !roles.isDisjoint(with: [.unit, .tens, .multiplier, .magnitude, .collective]) {
      return isCounting(behind: end, text, isOne: hash == Self.one)
    }
    return lexicon.noun(hash).roles.contains(.unit) && isBehindArticle(place, text)
  }

  private static let one = FoldedHash.of("one")

  private func isCountingDigits(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if place > 0, Bytes.isLetter(text[place - 1]) { return false }
    let end = DigitNumber.end(in: text, from: place, before: text.count)
    guard end < text.count else { return false }
    let next = text[end]
    if next >= 0x80 || Bytes.isLetter(next) || next == UInt8(ascii: "%") || next == UInt8(ascii: "/") { return true }
    return isCounting(behind: end, text, isOne: false)
  }

  /// Whether the word behind a number may be what it counts. Behind "one" only units and persons are.
  private func isCounting(behind end: Int, _ text: UnsafeBufferPointer<UInt8>, isOne: Bool) -> Bool {
    if isHyphen(end, text) { return true }
    var start = end
    while start < text.count, text[start] == 0x20 || text[start] == 0x0A { start += 1 }
    guard start > end, start < text.count else { return false }
    let wordEnd = wordEnd(start, text)
    guard wordEnd > start else { return Bytes.isDigit(text[start]) || text[start] >= 0x80 || text[start] == 0x25 }
    let hash = FoldedHash.word(text, start, wordEnd)
    let noun = lexicon.noun(hash)
    if noun.roles.contains(.unit) { return true }
    let roles = words.roles(hash)
    if isOne {
      return noun.roles.contains(.person) || !roles.isDisjoint(with: [.multiplier, .scale, .and, .or, .point])
    }
    if !noun.roles.isDisjoint(with: [.inner, .opensPhrase]) { return true }
    if noun.roles.contains(.phraseEnd) || roles.contains(.month) { return false }
    return roles.isDisjoint(with: [.stop, .follower])
      || !roles.isDisjoint(with: [.of, .scale, .multiplier, .to, .or, .and])
  }

  private func isHyphen(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 1 < text.count && text[index] == UInt8(ascii: "-") && text[index + 1] != 0x20
  }

  private func wordEnd(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = place
    while end < text.count, Characters.isAnyLetter(text, end) { end += Characters.length(text[end]) }
    return min(end, text.count)
  }

  /// "a" or "an" before a word.
  private func isBehindArticle(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard place > 2, text[place - 1] == 0x20 else { return false }
    var start = place - 1
    while start > 0, Bytes.isLetter(text[start - 1]) { start -= 1 }
    return words.roles(FoldedHash.word(text, start, place - 1)).contains(.article)
  }
}
