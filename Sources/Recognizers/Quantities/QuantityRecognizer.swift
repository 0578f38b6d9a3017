// The quantities other than money in a document: persons, distances, masses, percentages, durations, counted things.
import Model

/// Runs after the amounts of money are known: what belongs to them is no quantity. As there, one pass finds candidate
/// places, and tokens are made only of the sentences around them.
package struct QuantityRecognizer: Sendable {
  private let words: Lexicon
  private let lexicon: QuantityLexicon
  private let scan: AnchorScan
  private let places: QuantityPlaces
  private let rules: [any QuantityRule.Type]
  private let readsElided: Bool

  package init(rules choices: RuleChoices) {
    words = ReferenceTables.lexicon
    lexicon = ReferenceTables.quantityLexicon
    scan = AnchorScan(numberWords: words.numberWords + lexicon.articled)
    places = QuantityPlaces(words: words, lexicon: lexicon)
    rules = RecognizerCatalogue.quantityRules.filter { choices.isEnabled($0.id) }
    readsElided = choices.isEnabled(QuantitiesElided.id)
  }

  /// The quantities of a normalized document beside its amounts of money, in text order; those of navigation and
  /// boilerplate too.
  package func quantities(in document: Document, beside mentions: [Mention]) -> [Quantity] {
    document.text.bytes.withUnsafeBufferPointer { text in
      var found: [Quantity] = []
      let boundary = SentenceBoundary(lexicon: words, text: text)
      // The language the normalizer tells is that of the script: any text in Latin letters is English to it.
      lazy var isEnglish = document.origin.language.map { $0.hasPrefix("en") } ?? EnglishWords.prevail(in: text)
      let tokens = Sentence(lexicon: words, text: text)
      var reached = 0
      var money = mentions[...]
      scan.places(in: text) { place in
        guard places.isCandidate(place, text) else { return place + 1 }
        let (role, bounds) = document.place(at: place)
        let span = boundary.span(around: place, within: bounds, after: reached, isLinewise: role.isLinewise)
        reached = span.upperBound
        money = money.drop { $0.span.upperBound <= span.lowerBound }
        tokens.read(span)
        let sentence = QuantitySentence(
          tokens, lexicon: lexicon, taken: Self.taken(by: money, in: tokens, span), countsThings: isEnglish)
        let readings = readings(in: sentence)
        if !readings.isEmpty {
          found += Self.quantities(readings, in: sentence, span: span, region: role)
        }
        return max(span.upperBound, place + 1)
      }
      return found
    }
  }

  /// The tokens of the amounts of money in a sentence, with their per-phrases.
  private static func taken(by money: ArraySlice<Mention>, in sentence: Sentence, _ span: Range<Int>) -> [Range<Int>] {
    var taken: [Range<Int>] = []
    for mention in money.prefix(while: { $0.span.lowerBound < span.upperBound }) {
      guard let first = sentence.tokens.firstIndex(where: { $0.end > mention.span.lowerBound }) else { continue }
      var end = first
      while end < sentence.count, sentence.tokens[end].start < mention.span.upperBound { end += 1 }
      let behind = Hedges.after(end, in: sentence)?.end ?? end
      taken.append(first..<max(first, PerPhrase.read(after: behind, in: sentence)?.end ?? end))
    }
    return taken
  }

  /// The readings of a sentence that do not overlap, in text order.
  private func readings(in sentence: QuantitySentence) -> [QuantityReading] {
    var kept: [QuantityReading] = []
    for index in 0..<sentence.count where mayBegin(index, sentence.sentence) {
      let number = QuantityNumber.read(in: sentence, at: index)
      for rule in rules {
        guard let reading = rule.reading(in: sentence, at: index, number), sentence.isInOnePlace(reading.tokens) else {
          continue
        }
        while let last = kept.last, last.tokens.overlaps(reading.tokens), reading.beats(last) { kept.removeLast() }
        if let last = kept.last, last.tokens.overlaps(reading.tokens) { continue }
        kept.append(reading)
      }
    }
    guard readsElided, !kept.isEmpty else { return kept }
    return (kept + QuantitiesElided.readings(in: sentence, beside: kept))
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether a quantity can begin at a token: a number, a number word, a minus, an article.
  private func mayBegin(_ index: Int, _ sentence: Sentence) -> Bool {
    switch sentence.tokens[index].kind {
    case .number: return true
    case .sign, .outside: return false
    case .mark: return sentence.isDash(index) || sentence.isMark(index, Token.Mark.vulgarFraction)
    case .word:
      let beginners: Roles = [.unit, .tens, .multiplier, .magnitude, .fraction, .collective, .article]
      return !sentence.roles(index).isDisjoint(with: beginners) || sentence.tokens[index].hash == QuantityNumber.minus
    }
  }

  private static func quantities(
    _ readings: [QuantityReading], in sentence: QuantitySentence, span: Range<Int>, region: Region.Role
  ) -> [Quantity] {
    let tokens = sentence.sentence
    // One string for all: they share its storage.
    let text = tokens.string(bytes: span)
    return readings.map { reading in
      let qualifier = QuantityHedges.qualifier(of: reading, in: sentence)
      let bytes = tokens.span(reading.tokens)
      return Quantity(
        span: bytes, surface: tokens.string(bytes: bytes), sentence: text, sentenceSpan: span, region: region,
        amount: Hedges.bounds(reading.amount, qualifier), qualifier: qualifier, unit: reading.unit,
        about: NearbyWords.about(reading.tokens, in: tokens), rule: reading.rule.id)
    }
  }
}
