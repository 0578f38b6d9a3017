// Adds to the mentions of a document who pays whom, what the money is, what has become of it and when.
import Model

/// Goes along with the reading of one document, from sentence to sentence.
final class FlowPass {
  private let preceding: PrecedingSentence
  private let documentYear: Int?
  @exclusivity(unchecked) private var discourse = Discourse()
  // Memory that serves one sentence after the other.
  @exclusivity(unchecked) private var amounts: [Range<Int>] = []
  @exclusivity(unchecked) private var parties: [PartyPhrase] = []
  @exclusivity(unchecked) private var predicates: [Predicate] = []

  /// `documentYear` is what "last year" counts from.
  init(_ boundary: SentenceBoundary, documentYear: Int?) {
    preceding = PrecedingSentence(boundary)
    self.documentYear = documentYear
  }

  /// Completes the mentions of a sentence, which are those from `first` on and made of `readings`; `bounds` is its
  /// region.
  func complete(
    _ mentions: inout [Mention], from first: Int, of readings: [Reading], in sentence: Sentence,
    within bounds: Range<Int>
  ) {
    guard let token = sentence.tokens.first, mentions.count - first == readings.count else { return }
    preceding.move(before: token.start, in: bounds)
    amounts.removeAll(keepingCapacity: true)
    for reading in readings { amounts.append(reading.tokens) }
    PartyScan.read(sentence, beside: amounts, into: &parties)
    PredicateScan.read(sentence, beside: amounts, and: parties, into: &predicates)
    let clause = Clause(sentence: sentence, amounts: amounts, parties: parties, predicates: predicates)
    let reader = FlowReader(
      clause, preceding: preceding, told: discourse.flow(before: token.start, in: sentence.text))
    for index in readings.indices {
      addYears(to: &mentions[first + index], index, clause)
      addFlow(to: &mentions[first + index], index, clause, reader)
    }
  }

  /// Years that the sentence only points to.
  private func addYears(to mention: inout Mention, _ index: Int, _ clause: Clause) {
    guard mention.yearStart == nil, mention.yearEnd == nil, RelativeYears.mayStand(in: clause.sentence) else { return }
    let next = index + 1 < clause.amounts.count ? clause.amounts[index + 1].lowerBound : clause.sentence.count
    guard
      let years = RelativeYears.years(
        of: clause.amounts[index], before: next, in: clause.sentence, preceding, documentYear: documentYear)
    else { return }
    mention.yearStart = years.start
    mention.yearEnd = years.end
    mention.yearBasis = years.basis
  }

  private func addFlow(to mention: inout Mention, _ index: Int, _ clause: Clause, _ reader: FlowReader) {
    let (sentence, amount) = (clause.sentence, clause.amounts[index])
    let end = mention.per.flatMap { _ in PerPhrase.read(after: amount.upperBound, in: sentence)?.end }
    let flow = reader.flow(
      of: amount, per: mention.per, until: end ?? amount.upperBound,
      after: discourse.flow(before: sentence.tokens[0].start, in: sentence.text))
    discourse.note(payer: flow.payer, payee: flow.payee, end: mention.sentenceSpan.upperBound)
    mention.payer = flow.payer
    mention.payee = flow.payee
    mention.kind = flow.kind
    mention.flowStatus = flow.status
    mention.per = mention.per ?? flow.per
  }
}
