// Finds the unit of measure behind a number.

/// A unit as it stands in a sentence.
struct UnitMark {
  /// Index into the lexicon's units.
  var unit: Int32
  /// The token behind it.
  var end: Int
  /// A hyphen joins it to the number: "five-year".
  var isHyphenated: Bool
  /// It is written as a symbol: "km", "%".
  var isSymbol: Bool
}

enum UnitReader {
  /// The unit that begins behind a number: "km", " tons", "-year-old", "%".
  static func unit(in sentence: QuantitySentence, behind end: Int) -> UnitMark? {
    let tokens = sentence.sentence
    let isHyphenated = tokens.isHyphen(end)
    let start = isHyphenated ? end + 1 : end
    guard start < tokens.count else { return nil }
    let isGlued = !tokens.tokens[start].isSpaced && !isHyphenated
    let symbol = symbol(in: sentence, at: start, isGlued: isGlued)
    // "20yrs" is a unit, "5p" a sign of something else.
    let isShort = tokens.tokens[start].end - tokens.tokens[start].start < 2
    let word = isGlued && isShort ? nil : word(in: sentence, at: start)
    guard var mark = longer(word, symbol) else { return nil }
    mark.isHyphenated = isHyphenated
    if tokens.isHyphen(mark.end), sentence.noun(mark.end + 1).roles.contains(.dimension) { mark.end += 2 }
    return mark
  }

  private static func longer(_ word: UnitMark?, _ symbol: UnitMark?) -> UnitMark? {
    guard let word, let symbol else { return word ?? symbol }
    return word.end >= symbol.end ? word : symbol
  }

  private static func word(in sentence: QuantitySentence, at start: Int) -> UnitMark? {
    guard let found = sentence.phrase(at: start, .unit) else { return nil }
    return UnitMark(unit: found.noun.unit, end: found.end, isHyphenated: false, isSymbol: false)
  }

  private static func symbol(in sentence: QuantitySentence, at start: Int, isGlued: Bool) -> UnitMark? {
    let text = sentence.sentence.text
    let first = sentence.sentence.tokens[start].start
    for symbol in sentence.lexicon.symbols(from: text[first]) where isGlued || !symbol.isGlued {
      let end = first + symbol.sign.count
      guard end <= text.count, symbol.sign.stands(at: first, in: text),
        let behind = token(behind: end, from: start, in: sentence.sentence), !isContinued(symbol, at: end, text)
      else { continue }
      return UnitMark(unit: symbol.sign.lexeme, end: behind, isHyphenated: false, isSymbol: true)
    }
    return nil
  }

  /// The token behind the one that ends at a byte; nil where none ends there.
  private static func token(behind byte: Int, from start: Int, in sentence: Sentence) -> Int? {
    var index = start
    while index < sentence.count, sentence.tokens[index].end < byte { index += 1 }
    return index < sentence.count && sentence.tokens[index].end == byte ? index + 1 : nil
  }

  /// Whether a letter or digit directly behind a sign of letters makes it another word: "km2" is not "km".
  private static func isContinued(_ symbol: QuantityLexicon.Symbol, at end: Int, _ text: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    guard end < text.count else { return false }
    if Bytes.isDigit(text[end]) || text[end] == 0xC2 && end + 1 < text.count && text[end + 1] & 0xFE == 0xB2 {
      return true
    }
    return Bytes.isLetter(symbol.sign.bytes.last ?? 0) && Characters.isAnyLetter(text, end)
  }
}
