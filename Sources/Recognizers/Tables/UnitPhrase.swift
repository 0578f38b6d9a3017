// "US$ million", "in thousands of somoni", "(EUR bn)", "Rs crore", "$'000", "(millions)": what the numbers of a table are
// in.
import Model

/// A currency with its scale, or one of them alone.
struct UnitPhrase {
  /// Tokens of the text it stands in.
  var tokens: Range<Int>
  /// Nil for a scale alone.
  var mark: CurrencyMark?
  /// Nil where none is stated.
  var scale: Int64?
  /// What each amount is paid for: "US$ per tonne".
  var per: String?

  /// The unit that begins at a token; nil where none does.
  static func phrase(at index: Int, in text: TableText, _ words: TableWords) -> UnitPhrase? {
    let sentence = text.sentence
    if let scale = scale(at: index, in: text, words) {
      var next = scale.end
      if sentence.isMark(next, UInt8(ascii: ",")) || sentence.isDash(next) { next += 1 }
      if sentence.roles(next).contains(.of) { next += 1 }
      if let mark = currency(at: next, in: text, hasScale: true) {
        return UnitPhrase(tokens: index..<mark.end, mark: mark, scale: scale.value)
      }
      guard !scale.isLetter, scale.isWord else { return nil }
      return UnitPhrase(tokens: index..<scale.end, mark: nil, scale: scale.value)
    }
    guard var mark = currency(at: index, in: text, hasScale: false) else {
      guard let mark = currency(at: index, in: text, hasScale: true), let scale = scaleBehind(mark.end, in: text, words)
      else { return nil }
      return UnitPhrase(tokens: index..<scale.end, mark: mark, scale: scale.value)
    }
    guard let scale = scaleBehind(mark.end, in: text, words) else {
      // "TEUR" has its scale in itself.
      return UnitPhrase(tokens: index..<mark.end, mark: mark, scale: mark.multiplier > 1 ? 1 : nil)
    }
    var end = scale.end
    // "US$ million dollars".
    if let repeated = currency(at: end, in: text, hasScale: true), repeated.agrees(with: mark, sentence.lexicon) {
      mark.repeated = repeated.word
      end = repeated.end
    }
    return UnitPhrase(tokens: index..<end, mark: mark, scale: scale.value)
  }

  /// The currency that begins at a token, as the unit of numbers that stand elsewhere.
  static func currency(at index: Int, in text: TableText, hasScale: Bool) -> CurrencyMark? {
    let sentence = text.sentence
    guard index >= 0, index < sentence.count, [.word, .sign].contains(sentence.tokens[index].kind),
      var mark = CurrencyReader.prefix(in: sentence, at: index) ?? CurrencyReader.suffix(in: sentence, at: index),
      mark.start == index
    else { return nil }
    guard isMeant(mark, in: text, hasScale: hasScale) else { return nil }
    // "Rs.", "долл. США".
    if sentence.isMark(mark.end, UInt8(ascii: ".")), !sentence.tokens[mark.end].isSpaced, !text.isBreak(mark.end),
      isLetters(mark, in: sentence), mark.end + 1 < sentence.count
    {
      mark.end += 1
    }
    if mark.adjective < 0, let adjective = sentence.phrase(at: mark.end, .adjective),
      sentence.tokens[mark.end].isAllCapitals, !text.isBreak(mark.end),
      mark.candidates(sentence.lexicon).contains(
        where: sentence.lexicon.adjectives[Int(adjective.lexeme.adjective)].contains)
    {
      mark.adjective = adjective.lexeme.adjective
      mark.end = adjective.end
    }
    return mark
  }

  /// Words and letters that are mostly something else need a scale beside them, or a code its brackets.
  private static func isMeant(_ mark: CurrencyMark, in text: TableText, hasScale: Bool) -> Bool {
    let sentence = text.sentence
    guard mark.multiplier == 1 else { return true }
    let isDoubtful =
      sentence.lexicon.currencyWords[Int(mark.word)].isCapitalsOnly
      || (mark.start..<mark.end).contains { sentence.roles($0).contains(.ambiguous) }
    guard isDoubtful, !hasScale, mark.adjective < 0 else { return true }
    guard mark.form == .code, sentence.tokens[mark.start].isAllCapitals else { return false }
    return text.isSeparator(mark.start - 1) && (text.isSeparator(mark.end) || text.isBreak(mark.end))
      || sentence.roles(mark.start - 1).contains(.yearIn) && text.isBreak(mark.end)
  }

  private static func isLetters(_ mark: CurrencyMark, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[mark.end - 1]
    return sentence.text[token.start..<token.end].contains { Bytes.isLetter($0) || $0 >= 0xC3 }
  }

  private struct Scale {
    var value: Int64
    var end: Int
    /// A single letter: "m", "k".
    var isLetter = false
    /// Says its scale in words, not in zeros.
    var isWord = true
  }

  /// The scale behind a currency, past "in", a comma or a bracket: "US$ (millions)", "Rupees in lakhs".
  private static func scaleBehind(_ index: Int, in text: TableText, _ words: TableWords) -> Scale? {
    let sentence = text.sentence
    var next = index
    var isOpen = false
    if text.isOpening(next) {
      next += 1
      isOpen = true
    } else if sentence.isMark(next, UInt8(ascii: ",")) || sentence.isDash(next) {
      next += 1
    }
    if text.word(next) == "in" { next += 1 }
    guard let scale = scale(at: next, in: text, words) else { return nil }
    if isOpen, !text.isClosing(scale.end) { return nil }
    if scale.isLetter, next > index { return nil }
    return scale
  }

  private static func scale(at index: Int, in text: TableText, _ words: TableWords) -> Scale? {
    let sentence = text.sentence
    guard index >= 0, index < sentence.count else { return nil }
    if let zeros = zeros(at: index, in: sentence) { return zeros }
    guard sentence.isWord(index) else { return nil }
    let roles = sentence.roles(index)
    let lexeme = sentence.lexeme(index)
    if !roles.isDisjoint(with: [.scale, .multiplier]),
      let number = NumberReader.number(in: sentence, at: index, allowingBareScale: roles.contains(.scale)),
      number.scale >= 1_000, number.value.scale == 0, let value = Int64(exactly: number.value.mantissa)
    {
      return Scale(value: value, end: dotted(number.end, in: text))
    }
    if roles.contains(.magnitude), lexeme.value >= 1_000 { return Scale(value: lexeme.value, end: index + 1) }
    if words.role(at: index, in: sentence).contains(.thousand) {
      return Scale(value: 1_000, end: dotted(index + 1, in: text))
    }
    guard roles.contains(.scaleAbbreviation) else { return nil }
    let length = sentence.tokens[index].end - sentence.tokens[index].start
    let end = length > 1 ? dotted(index + 1, in: text) : index + 1
    return Scale(value: lexeme.value, end: end, isLetter: length == 1)
  }

  /// The dot of "mn." and "тыс.", unless it ends what is said.
  private static func dotted(_ index: Int, in text: TableText) -> Int {
    let isDot = text.sentence.isMark(index, UInt8(ascii: ".")) && !text.sentence.tokens[index].isSpaced
    return isDot && index + 1 < text.count && !text.isBreak(index) ? index + 1 : index
  }

  /// "000", "'000s", "1,000", and "100 million".
  private static func zeros(at index: Int, in sentence: Sentence) -> Scale? {
    var next = index
    let isQuoted =
      sentence.isMark(next, UInt8(ascii: "'")) || sentence.isMark(next, Token.Mark.closeQuote)
      || sentence.isMark(next, Token.Mark.openQuote)
    if isQuoted { next += 1 }
    guard sentence.isNumber(next) else { return nil }
    let token = sentence.tokens[next]
    let digits = sentence.text[token.start..<token.end].filter(Bytes.isDigit)
    guard digits.count <= 12, digits.dropFirst().allSatisfy({ $0 == 0x30 }) else { return nil }
    if digits.first == 0x30 {
      guard digits.count == 3 || digits.count == 6 else { return nil }
      return Scale(value: digits.count == 3 ? 1_000 : 1_000_000, end: plural(next + 1, in: sentence), isWord: isQuoted)
    }
    guard !isQuoted, digits.first == 0x31, digits.count > 1 else { return nil }
    var value: Int64 = 1
    for _ in 1..<digits.count { value *= 10 }
    if sentence.roles(next + 1).contains(.scale), sentence.isWord(next + 1) {
      let (product, overflows) = value.multipliedReportingOverflow(by: sentence.lexeme(next + 1).value)
      return overflows ? nil : Scale(value: product, end: next + 2)
    }
    return value < 1_000 ? nil : Scale(value: value, end: next + 1, isWord: false)
  }

  /// The "s" or "'s" of "000s".
  private static func plural(_ index: Int, in sentence: Sentence) -> Int {
    var next = index
    if sentence.isMark(next, UInt8(ascii: "'")) || sentence.isMark(next, Token.Mark.closeQuote) { next += 1 }
    guard sentence.isWord(next), !sentence.tokens[next].isSpaced, sentence.string(next).lowercased() == "s" else {
      return index
    }
    return next + 1
  }
}
