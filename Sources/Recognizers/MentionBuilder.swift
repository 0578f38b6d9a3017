// Makes mentions of the readings of one sentence: qualifier, per, years, currency and context.
import Model

struct MentionBuilder {
  let sentence: Sentence
  /// Where the sentence stands in the text.
  let span: Range<Int>
  let region: Region.Role
  let choice: CurrencyChoice

  /// One mention for each reading, in their order.
  func mentions(_ readings: [Reading]) -> [Mention] {
    let years = StatedYears(sentence)
    // One string for all: they share its storage.
    let text = string(span)
    let hedges = Hedges.read(readings, in: sentence)
    let mentions = readings.indices.map {
      mention(readings[$0], years.years(of: $0, in: readings), hedges[$0], text)
    }
    return NeighbourCurrency.settled(mentions, of: readings, in: sentence)
  }

  private func mention(
    _ reading: Reading, _ years: StatedYears.Years?, _ hedge: (qualifier: Qualifier, end: Int), _ sentenceText: String
  ) -> Mention {
    let (qualifier, end) = hedge
    let bytes = sentence.span(reading.tokens)
    let isElided = reading.rule == ElidedCurrency.self || reading.mark == nil
    let chosen = reading.mark.flatMap { choice.choice($0, year: years?.end ?? years?.start) }
    return Mention(
      span: bytes, surface: string(bytes), sentence: sentenceText, sentenceSpan: span, region: region,
      amount: Hedges.bounds(reading.amount, qualifier), qualifier: qualifier, currency: chosen?.code,
      currencyEvidence: isElided ? .elided : reading.mark?.evidence ?? .elided,
      currencyBasis: isElided ? chosen?.code.map { _ in .neighbour } : chosen?.basis,
      currencyCandidates: chosen?.candidates ?? [],
      per: PerPhrase.unit(after: end, in: sentence),
      yearStart: years?.start, yearEnd: years?.end, kind: NearbyWords.kind(of: reading.tokens, in: sentence),
      flowStatus: NearbyWords.status(of: reading.tokens, in: sentence),
      about: NearbyWords.about(reading.tokens, in: sentence), rule: reading.rule.id)
  }

  private func string(_ bytes: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: sentence.text[bytes]), as: UTF8.self)
  }
}
