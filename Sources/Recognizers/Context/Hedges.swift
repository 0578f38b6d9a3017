// How firmly an amount is stated: the words before and after it.
import Model

enum Hedges {
  /// The qualifier of a reading, `exact` where nothing hedges it, and the token behind the hedge that follows it.
  static func read(_ reading: Reading, in sentence: Sentence) -> (qualifier: Qualifier, end: Int) {
    let after = after(reading.tokens.upperBound, in: sentence)
    let end = after?.end ?? reading.tokens.upperBound
    if reading.form != .exact { return (reading.form, end) }
    return (after?.qualifier ?? before(reading.tokens.lowerBound, in: sentence)?.qualifier ?? .exact, end)
  }

  /// The qualifiers of all readings of a sentence; the hedge before a list ("about $5m, $6m and $7m") is that of each.
  static func read(_ readings: [Reading], in sentence: Sentence) -> [(qualifier: Qualifier, end: Int)] {
    var all = readings.map { read($0, in: sentence) }
    var start = 0
    while start < readings.count {
      var end = start + 1
      var isClosed = false
      while end < readings.count, !isClosed, let link = AmountList.link(readings[end - 1], readings[end], in: sentence)
      {
        isClosed = link == .last
        end += 1
      }
      if isClosed, [.approximate, .moreThan, .atLeast, .lessThan, .atMost].contains(all[start].qualifier),
        all[start].end == readings[start].tokens.upperBound
      {
        for index in start + 1..<end where all[index].qualifier == .exact {
          all[index].qualifier = all[start].qualifier
        }
      }
      start = end
    }
    return all
  }

  /// Bounds that fit a qualifier: open where the text leaves them open.
  static func bounds(_ amount: Amount, _ qualifier: Qualifier) -> Amount {
    var amount = amount
    switch qualifier {
    case .moreThan, .atLeast: amount.upper = nil
    case .lessThan, .atMost: amount.lower = nil
    default: break
    }
    return amount
  }

  /// The hedge that ends before a token, with fillers between, and its own tokens.
  static func before(_ start: Int, in sentence: Sentence) -> (qualifier: Qualifier, tokens: Range<Int>)? {
    var index = start
    if sentence.isMark(index - 1, UInt8(ascii: "(")) || sentence.isMark(index - 1, Token.Mark.openQuote) { return nil }
    if let mark = markHedge(index - 1, in: sentence) { return (mark, (index - 1)..<index) }
    if sentence.isHyphen(index - 1) {
      // "sub-$100 phones", "under-$20 gifts"
      if sentence.reads(index - 2, "sub") { return (.lessThan, (index - 2)..<index) }
      index -= 1
    }
    for _ in 0..<3 {
      if let hedge = sentence.phrase(before: index, .hedge) {
        return hedge.lexeme.roles.contains(.to) && isMovement(to: hedge.start, in: sentence)
          ? nil : (hedge.lexeme.qualifier, hedge.start..<index)
      }
      if sentence.roles(index - 1).contains(.from) {
        return isPriceFloor(index - 1, in: sentence) ? (.atLeast, (index - 1)..<index) : nil
      }
      guard let filler = sentence.phrase(before: index, .filler), !isDefinite(filler.start, start, in: sentence) else {
        return nil
      }
      index = filler.start
    }
    return nil
  }

  /// "more than the $5 million that was planned": an amount named before is itself stated exactly.
  private static func isDefinite(_ index: Int, _ start: Int, in sentence: Sentence) -> Bool {
    // "at least the next 50 years" is hedged all the same.
    if sentence.isWord(start), sentence.roles(start).isDisjoint(with: .spelled.union([.currency, .adjective])) {
      return false
    }
    return sentence.string(index, is: "the") || sentence.string(index, is: "that")
      || sentence.roles(index).contains(.possessive)
  }

  /// A word that may mean "up to" means "to" when a "from" stands before it: с 31 млн … до 29 млн.
  private static func isMovement(to index: Int, in sentence: Sentence) -> Bool {
    (max(0, index - 12)..<index).contains { sentence.roles($0).contains(.from) }
  }

  private static func markHedge(_ index: Int, in sentence: Sentence) -> Qualifier? {
    if sentence.isMark(index, Token.Mark.approximately) || sentence.isMark(index, UInt8(ascii: "~")) {
      return .approximate
    }
    if sentence.isMark(index, Token.Mark.atLeast) { return .atLeast }
    if sentence.isMark(index, Token.Mark.atMost) { return .atMost }
    if sentence.isMark(index, UInt8(ascii: "=")), !sentence.tokens[index].isSpaced {
      if sentence.isMark(index - 1, UInt8(ascii: ">")) { return .atLeast }
      if sentence.isMark(index - 1, UInt8(ascii: "<")) { return .atMost }
    }
    if sentence.isMark(index, UInt8(ascii: ">")) { return .moreThan }
    if sentence.isMark(index, UInt8(ascii: "<")) { return .lessThan }
    return nil
  }

  /// "tickets from $5", "bulk pays less: from 95 pence": a price word, a mark or nothing before "from", and no "to".
  private static func isPriceFloor(_ from: Int, in sentence: Sentence) -> Bool {
    guard !(from..<min(from + 10, sentence.count)).contains(where: { sentence.roles($0).contains(.to) }) else {
      return false
    }
    guard from > 0, sentence.tokens[from - 1].kind != .mark else { return true }
    return sentence.roles(from - 1).contains(.kind) && [.cost, .price, .rent].contains(sentence.lexeme(from - 1).kind)
  }

  /// The hedge that begins behind an amount, and the token after it.
  static func after(_ end: Int, in sentence: Sentence) -> (qualifier: Qualifier, end: Int)? {
    if sentence.isMark(end, UInt8(ascii: "+")), !sentence.tokens[end].isSpaced { return (.atLeast, end + 1) }
    if sentence.isHyphen(end) {
      if sentence.string(end + 1, is: "plus") { return (.atLeast, end + 2) }
      if sentence.string(end + 1, is: "odd") || sentence.string(end + 1, is: "ish") { return (.approximate, end + 2) }
    }
    if let hedge = sentence.phrase(at: end, .hedgeAfter) { return (hedge.lexeme.qualifier, hedge.end) }
    // "$5 million, give or take."
    guard sentence.isMark(end, UInt8(ascii: ",")), let aside = sentence.phrase(at: end + 1, .hedgeAfter),
      aside.end >= sentence.count || sentence.tokens[aside.end].kind == .mark
    else { return nil }
    return (aside.lexeme.qualifier, end)
  }
}
