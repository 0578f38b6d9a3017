// Stage 3: the amounts of money in a document.
import Model

/// Finds and reads every amount. One pass finds candidate places, tokens are made only of the sentences around them,
/// and rules combine the tokens.
package struct Recognizer: Sendable {
  private let lexicon: Lexicon
  private let scan: AnchorScan
  private let rules: [any AmountRule.Type]
  private let readsElided: Bool
  private let notesOverflow: Bool
  private let notesSlips: Bool
  private let currencies: CurrencyTable

  package init(rules choices: RuleChoices) {
    lexicon = ReferenceTables.lexicon
    scan = AnchorScan(lexicon)
    rules = RecognizerCatalogue.amountRules.filter { choices.isEnabled($0.rule.id) }
    readsElided = choices.isEnabled(ElidedCurrency.rule.id)
    notesOverflow = choices.isEnabled(NumberOverflow.rule.id)
    notesSlips = choices.isEnabled(DigitSlips.rule.id)
    currencies = ReferenceTables.currencies
  }

  /// The mentions of a normalized document, in text order; those of navigation and boilerplate too.
  package func mentions(in document: Document) -> [Mention] { mentions(in: document) { _ in } }

  /// The same, with what was seen and could not be read.
  package func mentions(in document: Document, noting note: (Finding) -> Void) -> [Mention] {
    document.text.bytes.withUnsafeBufferPointer { text in
      var mentions: [Mention] = []
      let boundary = SentenceBoundary(lexicon: lexicon, text: text)
      let choice = choice(for: document)
      let anchors = AnchorCheck(lexicon: lexicon)
      var last: (reading: Reading, end: Int)?
      var reached = 0
      scan.places(in: text) { place in
        guard anchors.isAnchor(place, text) else { return place }
        let region = document.region(at: place)
        let span = boundary.span(
          around: place, within: region.span, after: reached, isLinewise: region.role.isLinewise)
        reached = span.upperBound
        let sentence = Sentence(lexicon: lexicon, text: text, span: span)
        if notesOverflow { NumberOverflow.findings(in: sentence).forEach(note) }
        if notesSlips { DigitSlips.findings(in: sentence).forEach(note) }
        var readings = readings(of: candidates(in: sentence), in: sentence)
        if readings.isEmpty, readsElided, let last, place - last.end < Self.reach {
          readings = ElidedCurrency.readings(in: sentence, after: last.reading)
        }
        if let reading = readings.last(where: { $0.mark != nil }) {
          last = (reading, sentence.tokens[reading.tokens.upperBound - 1].end)
        }
        if !readings.isEmpty {
          let builder = MentionBuilder(
            sentence: sentence, span: span, region: region.role, choice: choice)
          mentions += builder.mentions(readings)
        }
        return span.upperBound
      }
      return DocumentCurrency.settled(DocumentNumberStyle.settled(mentions))
    }
  }

  /// Every reading that was tried in the sentence around a position: those that stand, and those that lost to them.
  package func explanation(at position: Int, in document: Document) -> Explanation {
    document.text.bytes.withUnsafeBufferPointer { text in
      guard position < text.count else { return Explanation(sentence: "", kept: [], lost: []) }
      let region = document.region(at: position)
      let span = SentenceBoundary(lexicon: lexicon, text: text)
        .span(around: position, within: region.span, isLinewise: region.role.isLinewise)
      let sentence = Sentence(lexicon: lexicon, text: text, span: span)
      let all = candidates(in: sentence)
      let kept = readings(of: all, in: sentence)
      let lost = all.filter { one in !kept.contains { $0.tokens == one.tokens && $0.rule == one.rule } }
      let builder = MentionBuilder(sentence: sentence, span: span, region: region.role, choice: choice(for: document))
      return Explanation(
        sentence: document.text.string(span), kept: builder.mentions(kept), lost: builder.mentions(lost))
    }
  }

  /// Bytes within which a sentence may take its currency from the one before.
  private static let reach = 400

  private func choice(for document: Document) -> CurrencyChoice {
    CurrencyChoice(
      lexicon: lexicon, table: currencies, country: document.origin.country, documentYear: document.publishedDate?.year)
  }

  /// The readings of a sentence that do not overlap, in text order.
  private func readings(of candidates: [Reading], in sentence: Sentence) -> [Reading] {
    var kept: [Reading] = []
    for reading in candidates {
      while let last = kept.last, last.tokens.overlaps(reading.tokens), reading.beats(last) { kept.removeLast() }
      if let last = kept.last, last.tokens.overlaps(reading.tokens) { continue }
      kept.append(reading)
    }
    guard readsElided, !kept.isEmpty else { return kept }
    return ElidedCurrency.completed(kept, in: sentence)
  }

  /// What every rule makes of every token, by the token they begin at.
  private func candidates(in sentence: Sentence) -> [Reading] {
    var found: [Reading] = []
    for index in 0..<sentence.count where mayBegin(index, sentence) {
      for rule in rules {
        if let reading = rule.reading(in: sentence, at: index) { found.append(reading) }
      }
    }
    return found
  }

  /// Whether an amount can begin at a token: a number, a number word, a sign, a minus or a currency before its number.
  private func mayBegin(_ index: Int, _ sentence: Sentence) -> Bool {
    switch sentence.tokens[index].kind {
    case .number, .sign: return true
    case .outside: return false
    case .mark:
      guard index + 1 < sentence.count else { return false }
      return (sentence.isDash(index) || sentence.isMark(index, UInt8(ascii: "(")))
        && (sentence.tokens[index + 1].kind != .word || sentence.roles(index + 1).contains(.currency))
        || sentence.isMark(index, Token.Mark.vulgarFraction)
    case .word:
      let beginners: Roles = [
        .unit, .tens, .multiplier, .scale, .magnitude, .fraction, .ordinalPart, .collective, .currency, .negative,
      ]
      return !sentence.roles(index).isDisjoint(with: beginners) || sentence.phrase(at: index, .magnitude) != nil
        || sentence.tokens[min(index + 1, sentence.count - 1)].kind == .sign || sentence.isLetterSign(index)
    }
  }
}

/// Why a sentence reads as it does.
package struct Explanation: Sendable {
  package let sentence: String
  /// The mentions that stand.
  package let kept: [Mention]
  /// Readings that lost to a longer or more specific one.
  package let lost: [Mention]
}

extension Region.Role {
  /// Every line stands alone in these.
  fileprivate var isLinewise: Bool {
    switch self {
    case .heading, .metadata, .navigation, .boilerplate, .list, .table: true
    case .body, .caption, .footnote, .affiliation: false
    }
  }
}
