// "C$1.05, up 3 cents", "5 million Swiss francs and 2 million francs": the sentence tells which cents and francs.
import Model

enum NeighbourCurrency {
  /// Mentions of one sentence, of which those that could be several currencies take the one that another mention of the
  /// sentence names, where it names one alone of them. A sign such as "$" is its own name, and follows only the amount
  /// it is listed with or moves from; an amount in brackets restates in another currency.
  /// The mentions are those from `first` on.
  static func settle(_ mentions: inout [Mention], from first: Int, of readings: [Reading], in sentence: Sentence) {
    guard (first..<mentions.count).contains(where: { isOpen(mentions[$0]) }) else { return }
    if mentions.count == first + 1, mentions[first].currencyCandidates.first.map(worldwide.contains) ?? true { return }
    // Each is told from what the others were before.
    let found = (first..<mentions.count).map { index in
      isOpen(mentions[index])
        ? named(for: index - first, mentions[first...], readings, sentence) ?? country(of: mentions[index], sentence)
        : nil
    }
    for (index, code) in zip(first..., found) {
      guard let code else { continue }
      mentions[index].currencyCandidates.moveToFront(code)
      mentions[index].currency = code
      mentions[index].currencyBasis = .neighbour
    }
  }

  @inline(__always)
  private static func isOpen(_ mention: borrowing Mention) -> Bool {
    guard mention.currencyCandidates.count > 1 else { return false }
    switch mention.currencyBasis {
    case .adjective, .explicit, .neighbour: return false
    case .document, .source, .default, .table, nil: return true
    }
  }

  private static func named(
    for index: Int, _ mentions: ArraySlice<Mention>, _ readings: [Reading], _ sentence: Sentence
  ) -> Currency.Code? {
    var found: Currency.Code?
    for (other, mention) in mentions.enumerated() where other != index {
      guard mention.currencyBasis == .explicit || mention.currencyBasis == .adjective, let code = mention.currency,
        mentions[mentions.startIndex + index].currencyCandidates.contains(code)
      else { continue }
      if let found, found != code { return nil }
      guard !isAside(readings[index], sentence), !isAside(readings[other], sentence) else { return nil }
      if readings[index].mark?.form == .sign, readings[index].mark?.divisorPower == 0,
        !isJoined(readings[min(index, other)], readings[max(index, other)], sentence)
      {
        return nil
      }
      found = code
    }
    return found
  }

  /// "Nepal needs Rs 16 billion", "The Rwandan franc fell; fuel is 1,639 francs": the one country of the sentence whose
  /// currency it could be. Dollars, pounds, euros and yen are quoted the world over, and not told by a country.
  private static func country(of mention: Mention, _ sentence: Sentence) -> Currency.Code? {
    guard let usual = mention.currencyCandidates.first, !worldwide.contains(usual),
      sentence.phraseRoles.contains(.adjective)
    else { return nil }
    var found: Currency.Code?
    var index = 0
    while index < sentence.count {
      guard let name = sentence.phrase(at: index, .adjective) else {
        index += 1
        continue
      }
      for code in sentence.lexicon.adjectives[Int(name.lexeme.adjective)]
      where mention.currencyCandidates.contains(code) {
        if let found, found != code { return nil }
        found = code
      }
      index = name.end
    }
    return found
  }

  private static let worldwide: [Currency.Code] = ["USD", "EUR", "GBP", "JPY"]

  private static func isAside(_ reading: Reading, _ sentence: Sentence) -> Bool {
    (max(0, reading.tokens.lowerBound - 3)..<reading.tokens.lowerBound).contains {
      sentence.isMark($0, UInt8(ascii: "("))
    } || sentence.isMark(reading.tokens.upperBound, UInt8(ascii: ")"))
  }

  /// "A$5m and $6m", "from A$5m to $7m".
  private static func isJoined(_ one: Reading, _ other: Reading, _ sentence: Sentence) -> Bool {
    if AmountList.link(one, other, in: sentence) != nil {
      return !sentence.roles(other.tokens.lowerBound - 1).contains(.or)
    }
    return sentence.roles(one.tokens.lowerBound - 1).contains(.from)
      && sentence.roles(other.tokens.lowerBound - 1).contains(.to)
      && other.tokens.lowerBound - one.tokens.upperBound <= 6
  }
}
