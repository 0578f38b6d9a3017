// Years told by pointing: "that year", "since then", "last year", "this fiscal year".
import Model

enum RelativeYears {
  struct Years {
    var start: Int?
    var end: Int?
    var basis: Mention.YearBasis
  }

  /// The year an amount points to: one of the sentence before, or one counted from the document's; nil where it points to
  /// none that is known. `next` is where the next amount begins.
  static func years(
    of amount: Range<Int>, before next: Int, in sentence: Sentence, _ preceding: PrecedingSentence, documentYear: Int?
  ) -> Years? {
    guard let pointer = pointer(of: amount, before: next, in: sentence) else { return nil }
    switch pointer {
    case .thatYear:
      return year(before: sentence, preceding).map { Years(start: $0, end: $0, basis: .antecedent) }
    case .sinceThen:
      return year(before: sentence, preceding).map { Years(start: $0, end: nil, basis: .antecedent) }
    case .shifted(let shift):
      return documentYear.map { Years(start: $0 + Int(shift), end: $0 + Int(shift), basis: .document) }
    }
  }

  /// Whether a sentence has words that point to a year.
  static func mayStand(in sentence: Sentence) -> Bool {
    sentence.phraseRoles.contains(.thatYear) || sentence.contextWords.allParts.contains(.relativeYear)
  }

  private enum Pointer {
    case thatYear, sinceThen
    case shifted(Int8)
  }

  /// What stands behind an amount in its clause, else what stands before it.
  private static func pointer(of amount: Range<Int>, before next: Int, in sentence: Sentence) -> Pointer? {
    for index in Range.span(amount.upperBound, min(next, amount.upperBound + 12)) {
      if let found = pointer(at: index, in: sentence) { return found }
      if isBreak(index, in: sentence) { break }
    }
    var index = amount.lowerBound - 1
    while index >= 0 {
      if let found = pointer(at: index, in: sentence) { return found }
      if isBreak(index, in: sentence) { break }
      index -= 1
    }
    return nil
  }

  private static func isBreak(_ index: Int, in sentence: Sentence) -> Bool {
    sentence.isMark(index, UInt8(ascii: ";")) || sentence.roles(index).contains(.clauseBreak)
      || sentence.tokens[index].kind == .sign || sentence.grammar(index) == .relative
  }

  private static func pointer(at index: Int, in sentence: Sentence) -> Pointer? {
    if sentence.phrase(at: index, .thatYear) != nil { return .thatYear }
    if let found = sentence.phrase(at: index, Parts.relativeYear) {
      return found.word.shift == ContextWord.since ? .sinceThen : .shifted(found.word.shift)
    }
    return nil
  }

  /// The last year of the sentence, or of the one before.
  private static func year(before sentence: Sentence, _ preceding: PrecedingSentence) -> Int? {
    preceding.read().flatMap { lastYear(in: $0.sentence) }
  }

  private static func lastYear(in sentence: Sentence) -> Int? {
    sentence.tokens.indices.reversed().first { sentence.isYear($0) && !sentence.isMark($0 + 1, UInt8(ascii: "%")) }
      .flatMap { sentence.digits($0) }
  }
}
