// Adds to the mentions of a document who pays whom, what the money is and what has become of it.
import Model

/// Goes along with the reading of one document, from sentence to sentence.
final class FlowPass {
  private let preceding: PrecedingSentence
  private var discourse = Discourse()

  private let documentYear: Int?
  // Memory that serves one sentence after the other.
  private var amounts: [Range<Int>] = []
  private var parties: [PartyPhrase] = []
  private var predicates: [Predicate] = []

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
    let reader = FlowReader(
      Clause(sentence: sentence, amounts: amounts, parties: parties, predicates: predicates), preceding: preceding,
      told: discourse.flow(before: token.start, in: sentence.text))
    for index in readings.indices {
      if mentions[first + index].yearStart == nil, mentions[first + index].yearEnd == nil {
        let next = index + 1 < amounts.count ? amounts[index + 1].lowerBound : sentence.count
        if let years = RelativeYears.years(
          of: amounts[index], before: next, in: sentence, preceding, documentYear: documentYear)
        {
          mentions[first + index].yearStart = years.start
          mentions[first + index].yearEnd = years.end
          mentions[first + index].yearBasis = years.basis
        }
      }
      let per = mentions[first + index].per
      let flow = reader.flow(
        of: amounts[index], per: per, until: perEnd(amounts[index].upperBound, per, sentence),
        after: discourse.flow(before: token.start, in: sentence.text))
      discourse.note(payer: flow.payer, payee: flow.payee, end: mentions[first + index].sentenceSpan.upperBound)
      mentions[first + index].payer = flow.payer
      mentions[first + index].payee = flow.payee
      mentions[first + index].kind = flow.kind
      mentions[first + index].flowStatus = flow.status
      mentions[first + index].per = per ?? flow.per
    }
  }

  /// The token behind an amount with its per-phrase.
  private func perEnd(_ end: Int, _ per: String?, _ sentence: Sentence) -> Int {
    guard per != nil else { return end }
    for index in end..<min(end + 6, sentence.count) {
      if !sentence.roles(index).isDisjoint(with: [.perUnit, .perAdverb]) { return index + 1 }
    }
    return end
  }
}
