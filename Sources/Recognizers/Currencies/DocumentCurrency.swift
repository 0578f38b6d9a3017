// "fifty kwacha" in a text that says "MK 41 million" elsewhere: the document tells which kwacha.
import Model

enum DocumentCurrency {
  /// Mentions whose currency was the usual one for want of better take the one the document names with other words,
  /// where it names just one of those possible. Dollars, pounds, euros and yen keep their usual meaning: a text that
  /// once says "C$" still means its own dollars elsewhere.
  static func settled(_ mentions: [Mention]) -> [Mention] {
    guard mentions.contains(where: { isOpen($0) }) else { return mentions }
    let named = Set(
      mentions.filter {
        $0.currencyBasis == .explicit || $0.currencyBasis == .adjective
          || $0.currencyBasis == .neighbour && $0.currencyEvidence != .elided
      }.compactMap(\.currency))
    return mentions.map { mention in
      let possible = mention.currencyCandidates.filter(named.contains)
      guard isOpen(mention), possible.count == 1, let code = possible.first else { return mention }
      var settled = mention
      settled.currency = code
      settled.currencyBasis = mention.currencyBasis == .neighbour ? .neighbour : .document
      settled.currencyCandidates = [code] + mention.currencyCandidates.filter { $0 != code }
      return settled
    }
  }

  private static let usual: [Currency.Code] = ["USD", "EUR", "GBP", "JPY"]

  private static func isOpen(_ mention: Mention) -> Bool {
    guard mention.currencyCandidates.count > 1 else { return false }
    guard let code = mention.currency else { return true }
    return (mention.currencyBasis == .default || mention.currencyBasis == .neighbour) && !usual.contains(code)
  }
}
