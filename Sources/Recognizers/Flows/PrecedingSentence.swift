// The sentence before one with an amount, read only where something points back to it.

final class PrecedingSentence {
  private let boundary: SentenceBoundary
  private lazy var sentence = Sentence(lexicon: boundary.lexicon, text: boundary.text)
  private var region = 0..<0
  private var start = 0
  private var isSought = false
  private var isFound = false
  private var opensParagraph = false
  private var parties: [PartyPhrase] = []

  init(_ boundary: SentenceBoundary) { self.boundary = boundary }

  /// Is to be the sentence before a position of a region.
  func move(before start: Int, in region: Range<Int>) {
    self.start = start
    self.region = region
    isSought = false
  }

  /// Its tokens and parties; nil where the paragraph begins, unless `overParagraphs`.
  func read(overParagraphs: Bool = false) -> (sentence: Sentence, parties: [PartyPhrase])? {
    if !isSought { find() }
    return !isFound || opensParagraph && !overParagraphs ? nil : (sentence, parties)
  }

  private func find() {
    isSought = true
    isFound = false
    var end = start
    var breaks = 0
    while end > region.lowerBound, boundary.text[end - 1] == 0x20 || boundary.text[end - 1] &- 9 < 5 {
      end -= 1
      if boundary.text[end] == 0x0A { breaks += 1 }
    }
    guard end > region.lowerBound else { return }
    opensParagraph = breaks > 1
    let span = boundary.span(around: end - 1, within: region, isLinewise: false)
    guard span.lowerBound < start else { return }
    sentence.read(span.lowerBound..<max(span.lowerBound, min(span.upperBound, start)))
    sentence.readContext()
    PartyScan.read(sentence, beside: [], into: &parties)
    isFound = true
  }
}
