// Makes mentions of the readings of one sentence: qualifier, per, years, currency and context.
import Model

struct MentionBuilder {
  let sentence: Sentence
  /// Where the sentence stands in the text.
  let span: Range<Int>
  let region: Region.Role
  let choice: CurrencyChoice

  /// Appends a mention for each reading, in their order.
  func append(_ readings: [Reading], to mentions: inout [Mention]) {
    let first = mentions.count
    let years = StatedYears(sentence)
    // One string for all: they share its storage.
    let text = sentence.string(bytes: span)
    if readings.count == 1 {
      let hedge = Hedges.read(readings[0], in: sentence)
      mentions.append(mention(readings[0], years.years(of: 0, in: readings), hedge, text))
    } else {
      let hedges = Hedges.read(readings, in: sentence)
      for index in readings.indices {
        mentions.append(mention(readings[index], years.years(of: index, in: readings), hedges[index], text))
      }
    }
    NeighbourCurrency.settle(&mentions, from: first, of: readings, in: sentence)
  }

  /// One mention for each reading, in their order.
  func mentions(_ readings: [Reading]) -> [Mention] {
    var mentions: [Mention] = []
    if !readings.isEmpty { append(readings, to: &mentions) }
    return mentions
  }

  private func mention(
    _ reading: Reading, _ years: StatedYears.Years?, _ hedge: (qualifier: Qualifier, end: Int), _ sentenceText: String
  ) -> Mention {
    let (qualifier, end) = hedge
    let bytes = sentence.span(reading.tokens)
    let isElided = reading.rule == ElidedCurrency.self || reading.mark == nil
    let chosen = reading.mark.flatMap { choice.choice($0, year: years?.end ?? years?.start) }
    return Mention(
      span: bytes, surface: sentence.string(bytes: bytes), sentence: sentenceText, sentenceSpan: span, region: region,
      amount: Hedges.bounds(reading.amount, qualifier), qualifier: qualifier, currency: chosen?.code,
      currencyEvidence: isElided ? .elided : reading.mark?.evidence ?? .elided,
      currencyBasis: isElided ? chosen?.code.map { _ in .neighbour } : chosen?.basis,
      currencyCandidates: chosen?.candidates ?? [],
      per: PerPhrase.unit(after: end, in: sentence),
      yearStart: years?.start, yearEnd: years?.end,
      about: NearbyWords.about(reading.tokens, in: sentence), rule: reading.rule.id)
  }
}
