// What an amount is paid for each of: "a year", "per barrel", "/month", "annually", "-a-share".
import Model

enum PerPhrase {
  /// The unit's name, singular, or nil.
  static func unit(after end: Int, in sentence: Sentence) -> String? { read(after: end, in: sentence)?.unit }

  /// The unit's name, and the token behind the phrase.
  static func read(after end: Int, in sentence: Sentence) -> (unit: String?, end: Int)? {
    if let adverb = sentence.phrase(at: end, .perAdverb), !isEach(end, in: sentence) {
      return (name(adverb.lexeme, sentence), adverb.end)
    }
    var index = end
    let isHyphenated = sentence.isHyphen(index)
    if isHyphenated { index += 1 }
    let isSlash = sentence.isMark(index, UInt8(ascii: "/"))
    let opening = sentence.phrase(at: index, .per)
    guard isSlash || opening != nil else { return nil }
    let isArticle = sentence.roles(index).contains(.article)
    let word = opening?.end ?? index + 1
    let unitStart = sentence.isHyphen(word) ? word + 1 : word
    if let unit = sentence.phrase(at: unitStart, .perUnit) {
      // "$2.9 million a year earlier" tells when.
      return isArticle && sentence.roles(unit.end).contains(.timeOrder) ? nil : (name(unit.lexeme, sentence), unit.end)
    }
    // "by the environment agency"
    let isMeasured = opening.map { $0.end == index + 1 } ?? true
    guard !isArticle, !isSlash, isMeasured, sentence.isWord(unitStart), !sentence.roles(unitStart).contains(.stop)
    else {
      return nil
    }
    return (sentence.string(unitStart).lowercased(), unitStart + 1)
  }

  /// "$9 each month", beside "$9 each".
  private static func isEach(_ index: Int, in sentence: Sentence) -> Bool {
    sentence.roles(index).contains(.per) && sentence.phrase(at: index + 1, .perUnit) != nil
  }

  private static func name(_ lexeme: Lexeme, _ sentence: Sentence) -> String? {
    lexeme.name >= 0 ? sentence.lexicon.names[Int(lexeme.name)] : nil
  }
}
