// How firmly a quantity is stated: the hedges of amounts, without the prepositions that only look like them.
import Model

enum QuantityHedges {
  /// The qualifier of a reading, `exact` where nothing hedges it.
  static func qualifier(of reading: QuantityReading, in sentence: QuantitySentence) -> Qualifier {
    if reading.form != .exact { return reading.form }
    let tokens = sentence.sentence
    if let after = Hedges.after(reading.tokens.upperBound, in: tokens) { return after.qualifier }
    var start = reading.tokens.lowerBound
    while tokens.isWord(start - 1), timeWords.contains(tokens.tokens[start - 1].hash) { start -= 1 }
    if start < reading.tokens.lowerBound, tokens.string(start - 1, is: "the") { start -= 1 }
    guard let hedge = Hedges.before(start, in: tokens), !tokens.roles(hedge.tokens.lowerBound).contains(.from),
      !isPreposition(hedge.tokens, of: reading, in: sentence)
    else { return .exact }
    return hedge.qualifier
  }

  /// "at least the next 50 years".
  private static let timeWords = hashes(["next", "last", "past", "coming", "first", "following", "previous"])
  private static let prepositions = hashes(["over", "under", "above", "below", "around", "about", "near", "beyond"])
  private static let pointing = hashes([
    "the", "its", "their", "his", "her", "our", "my", "your", "this", "that", "these", "those",
  ]).union(timeWords)
  /// "for over a year" tells how long; "paid over five years" tells when.
  private static let beforeMeasure = hashes([
    "for", "of", "after", "is", "was", "were", "are", "be", "been", "well", "just", "slightly", "little", "has", "have",
    "had", "with", "than", "took", "take", "takes", "taken", "lasted", "last", "lasts", "by", "at", "to", "and", "or",
    "within", "since", "until", "aged",
  ])

  /// "over the past two years", "about the 12 men": a determiner behind a preposition; "over five years" behind money.
  private static func isPreposition(
    _ hedge: Range<Int>, of reading: QuantityReading, in sentence: QuantitySentence
  ) -> Bool {
    let tokens = sentence.sentence
    guard hedge.count == 1, tokens.isWord(hedge.lowerBound),
      prepositions.contains(tokens.tokens[hedge.lowerBound].hash)
    else { return false }
    let between = hedge.upperBound..<reading.tokens.lowerBound
    if between.contains(where: { tokens.isWord($0) && pointing.contains(tokens.tokens[$0].hash) }) { return true }
    guard tokens.tokens[hedge.lowerBound].hash == over, isDuration(reading, in: sentence) else { return false }
    let before = hedge.lowerBound - 1
    return tokens.isWord(before) && !beforeMeasure.contains(tokens.tokens[before].hash)
  }

  private static let over = FoldedHash.of("over")

  private static func isDuration(_ reading: QuantityReading, in sentence: QuantitySentence) -> Bool {
    reading.measure.map { sentence.lexicon.units[Int($0)].dimension == .time } ?? false
  }

  private static func hashes(_ words: [String]) -> Set<UInt64> { Set(words.map { FoldedHash.of($0) }) }
}
