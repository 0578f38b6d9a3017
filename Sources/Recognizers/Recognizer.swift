// Stage 3: the amounts of money in a document.
import Model

/// Finds and reads every amount. One pass finds candidate places, tokens are made only of the sentences around them,
/// and rules combine the tokens.
package struct Recognizer: Sendable {
  private let lexicon: Lexicon
  private let scan: AnchorScan
  /// The rules to try at a token, by what can begin there: without those that need a currency, and all.
  private let rules: (withoutCurrency: [[any AmountRule.Type]], all: [[any AmountRule.Type]])
  private let readsElided: Bool
  private let notesOverflow: Bool
  private let notesSlips: Bool
  private let readsTables: Bool
  private let currencies: CurrencyTable

  package init(rules choices: RuleChoices) {
    lexicon = ReferenceTables.lexicon
    scan = AnchorScan(lexicon)
    let enabled = RecognizerCatalogue.amountRules.filter { choices.isEnabled($0.id) }
    rules = (Beginnings.table(of: enabled.filter { !$0.needsCurrency }), Beginnings.table(of: enabled))
    readsElided = choices.isEnabled(ElidedCurrency.id)
    notesOverflow = choices.isEnabled(NumberOverflow.rule.id)
    notesSlips = choices.isEnabled(DigitSlips.rule.id)
    readsTables = choices.isEnabled(TableCells.rule.id)
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
      let sentence = Sentence(lexicon: lexicon, text: text)
      lazy var flows = FlowPass(boundary, documentYear: document.publishedDate?.year)
      var readings: [Reading] = []
      let tables = readsTables ? tables(of: document, in: text, choice: choice) : nil
      var last: (reading: Reading, end: Int)?
      var reached = 0
      scan.places(in: text) { place in
        guard anchors.isAnchor(place, text) else { return place }
        if let end = tables?.rowEnd(at: place) { return end }
        let (role, bounds) = document.place(at: place)
        let span = boundary.span(around: place, within: bounds, after: reached, isLinewise: role.isLinewise)
        reached = span.upperBound
        sentence.read(span)
        if notesOverflow { NumberOverflow.findings(in: sentence).forEach(note) }
        if notesSlips { DigitSlips.findings(in: sentence).forEach(note) }
        read(sentence, into: &readings)
        if readings.isEmpty, readsElided, let last, place - last.end < Self.reach {
          readings = ElidedCurrency.readings(in: sentence, after: last.reading)
        }
        if let reading = readings.last(where: { $0.mark != nil }) {
          last = (reading, sentence.tokens[reading.tokens.upperBound - 1].end)
        }
        if !readings.isEmpty {
          let first = mentions.count
          sentence.readContext()
          MentionBuilder(sentence: sentence, span: span, region: role, choice: choice).append(readings, to: &mentions)
          flows.complete(&mentions, from: first, of: readings, in: sentence, within: bounds)
        }
        return span.upperBound
      }
      if let tables { mentions = tables.merged(with: mentions) }
      DocumentNumberStyle.settle(&mentions)
      DocumentCurrency.settle(&mentions)
      return mentions
    }
  }

  /// Every reading that was tried in the sentence around a position: those that stand, and those that lost to them.
  package func explanation(at position: Int, in document: Document) -> Explanation {
    document.text.bytes.withUnsafeBufferPointer { text in
      guard position < text.count else { return Explanation(sentence: "", kept: [], lost: []) }
      let region = document.region(at: position)
      let boundary = SentenceBoundary(lexicon: lexicon, text: text)
      let span = boundary.span(around: position, within: region.span, isLinewise: region.role.isLinewise)
      let sentence = Sentence(lexicon: lexicon, text: text, span: span)
      var all: [Reading] = []
      eachCandidate(in: sentence) { all.append($0) }
      var kept: [Reading] = []
      read(sentence, into: &kept)
      let lost = all.filter { one in !kept.contains { $0.tokens == one.tokens && $0.rule == one.rule } }
      let builder = MentionBuilder(sentence: sentence, span: span, region: region.role, choice: choice(for: document))
      sentence.readContext()
      var mentions = builder.mentions(kept)
      FlowPass(boundary, documentYear: document.publishedDate?.year).complete(
        &mentions, from: 0, of: kept, in: sentence, within: region.span)
      return Explanation(sentence: document.text.string(span), kept: mentions, lost: builder.mentions(lost))
    }
  }

  /// The tables of a document; nil where there are none. Each cell is a sentence of its own.
  private func tables(
    of document: Document, in text: UnsafeBufferPointer<UInt8>, choice: CurrencyChoice
  ) -> DocumentTables? {
    guard document.regions.contains(where: { $0.role == .table }) else { return nil }
    let sentence = Sentence(lexicon: lexicon, text: text)
    let flows = FlowPass(
      SentenceBoundary(lexicon: lexicon, text: text), documentYear: document.publishedDate?.year)
    var readings: [Reading] = []
    return DocumentTables(of: document, in: text, lexicon: lexicon, scan: scan, choice: choice) { cell in
      SentenceBoundary.stretches(of: cell, in: text).flatMap { span -> [SpokenAmount] in
        sentence.read(span)
        read(sentence, into: &readings)
        var mentions: [Mention] = []
        guard !readings.isEmpty else { return [] }
        MentionBuilder(sentence: sentence, span: span, region: .table, choice: choice).append(readings, to: &mentions)
        flows.complete(&mentions, from: 0, of: readings, in: sentence, within: cell)
        return zip(mentions, readings).map {
          SpokenAmount(mention: $0, isScaled: $1.scale > 1 || $1.form != .exact)
        }
      }
    }
  }

  /// Bytes within which a sentence may take its currency from the one before.
  private static let reach = 400

  private func choice(for document: Document) -> CurrencyChoice {
    CurrencyChoice(
      lexicon: lexicon, table: currencies, country: document.origin.country, documentYear: document.publishedDate?.year)
  }

  /// The readings of a sentence that do not overlap, in text order, in the place of what `kept` held.
  private func read(_ sentence: Sentence, into kept: inout [Reading]) {
    kept.removeAll(keepingCapacity: true)
    eachCandidate(in: sentence) { reading in
      while let last = kept.last, last.tokens.overlaps(reading.tokens), reading.beats(last) { kept.removeLast() }
      if let last = kept.last, last.tokens.overlaps(reading.tokens) { return }
      kept.append(reading)
    }
    if readsElided, !kept.isEmpty { ElidedCurrency.complete(&kept, in: sentence) }
  }

  /// What every rule makes of every token, by the token they begin at.
  private func eachCandidate(in sentence: Sentence, _ body: (Reading) -> Void) {
    for index in 0..<sentence.count {
      let beginnings = Beginnings(at: index, in: sentence)
      guard !beginnings.isEmpty else { continue }
      let table = index <= sentence.lastCurrency ? rules.all : rules.withoutCurrency
      for rule in table[Int(beginnings.rawValue)] {
        if let reading = rule.reading(in: sentence, at: index) { body(reading) }
      }
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
  var isLinewise: Bool {
    switch self {
    case .heading, .metadata, .navigation, .boilerplate, .list, .table: true
    case .body, .caption, .footnote, .affiliation: false
    }
  }
}
