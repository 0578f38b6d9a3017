// The years a header, a label or a caption gives: "2009", "FY2009", "2008/09", "2005–2009", "Q1 2009".

struct TableYears: Equatable {
  var start: Int
  var end: Int
  /// Tokens of the text they stand in.
  var tokens: Range<Int>

  /// The only years of a text; nil where it names none, or several that make no period.
  static func only(in text: TableText, outside unit: Range<Int>?, _ words: TableWords) -> TableYears? {
    var found: TableYears?
    var index = 0
    while index < text.count {
      guard let years = years(at: index, in: text.sentence, words) else {
        index += 1
        continue
      }
      index = years.tokens.upperBound
      if isOfPrices(years, in: text, unit, words) { continue }
      if let known = found, known.start != years.start || known.end != years.end { return nil }
      found = years
    }
    return found
  }

  /// Whether nothing but years and words of time stands in a text.
  static func isWhole(_ text: TableText, _ words: TableWords) -> Bool {
    var index = 0
    var hasYear = false
    while index < text.count {
      if let years = years(at: index, in: text.sentence, words) {
        hasYear = true
        index = years.tokens.upperBound
        continue
      }
      let phrase = words.phrase(at: index, in: text.sentence)
      let isTimely = !phrase.role.isDisjoint(with: [.year, .timely]) || text.sentence.roles(index).contains(.month)
      let isShort =
        text.sentence.isNumber(index) && text.sentence.tokens[index].end - text.sentence.tokens[index].start < 3
      guard isTimely || isShort || text.sentence.tokens[index].kind == .mark else { return false }
      index = max(phrase.end, index + 1)
    }
    return hasYear
  }

  /// "constant 2005 US$", "2005 prices": the year of the prices, not of the money.
  private static func isOfPrices(
    _ years: TableYears, in text: TableText, _ unit: Range<Int>?, _ words: TableWords
  ) -> Bool {
    let near = max(0, years.tokens.lowerBound - 4)..<min(text.count, years.tokens.upperBound + 2)
    if near.contains(where: { words.role(at: $0, in: text.sentence).contains(.constant) }) { return true }
    if let word = text.word(years.tokens.upperBound), word == "prices" || word == "ценах" { return true }
    guard let unit else { return false }
    return unit.contains(years.tokens.lowerBound)
      || years.tokens.upperBound == unit.lowerBound && text.isOpening(years.tokens.lowerBound - 1)
  }

  /// The years that begin at a token, with the second of two behind a dash or slash.
  static func years(at index: Int, in sentence: Sentence, _ words: TableWords) -> TableYears? {
    guard let first = year(at: index, in: sentence, words) else { return nil }
    let joint = index + 1
    let isJoined = sentence.isDash(joint) || sentence.isMark(joint, UInt8(ascii: "/"))
    if isJoined, let second = second(after: first, at: joint + 1, in: sentence) {
      return TableYears(start: first, end: second, tokens: index..<(joint + 2))
    }
    return TableYears(start: first, end: first, tokens: index..<(index + 1))
  }

  private static func year(at index: Int, in sentence: Sentence, _ words: TableWords) -> Int? {
    if sentence.isYear(index) { return sentence.digits(index) }
    // "FY09".
    guard sentence.isNumber(index), !sentence.tokens[index].isSpaced, let short = sentence.digits(index),
      sentence.tokens[index].end - sentence.tokens[index].start == 2, sentence.isWord(index - 1),
      ["fy", "cy"].contains(sentence.string(index - 1).lowercased())
    else { return nil }
    return short < 50 ? 2000 + short : 1900 + short
  }

  /// "2009" of "2005–2009", "09" of "2008/09", "9" of "2008/9".
  private static func second(after first: Int, at index: Int, in sentence: Sentence) -> Int? {
    guard sentence.isNumber(index) else { return nil }
    if sentence.isYear(index) { return sentence.digits(index).flatMap { $0 > first ? $0 : nil } }
    let length = sentence.tokens[index].end - sentence.tokens[index].start
    guard length <= 2, !sentence.tokens[index].isSpaced, let short = sentence.digits(index) else { return nil }
    let base = length == 2 ? first / 100 * 100 : first / 10 * 10
    let year = base + short < first && length == 2 ? base + 100 + short : base + short
    return year > first && year - first < 30 ? year : nil
  }
}
