// "fifty kwacha" in a text that says "MK 41 million" elsewhere: the document tells which kwacha.
import Model

enum DocumentCurrency {
  /// Mentions whose currency was the usual one for want of better take the one the document names with other words,
  /// where it names just one of those possible. Dollars, pounds, euros and yen keep their usual meaning: a text that
  /// once says "C$" still means its own dollars elsewhere.
  static func settle(_ mentions: inout [Mention]) {
    guard mentions.indices.contains(where: { isOpen(mentions[$0]) }) else { return }
    var named: Set<Currency.Code> = []
    for index in mentions.indices where isNamed(mentions[index]) {
      if let code = mentions[index].currency { named.insert(code) }
    }
    for index in mentions.indices where isOpen(mentions[index]) {
      let candidates = mentions[index].currencyCandidates
      let possible = candidates.filter(named.contains)
      guard possible.count == 1, let code = possible.first else { continue }
      mentions[index].currency = code
      mentions[index].currencyBasis = mentions[index].currencyBasis == .neighbour ? .neighbour : .document
      mentions[index].currencyCandidates = [code] + candidates.filter { $0 != code }
    }
  }

  @inline(__always)
  private static func isNamed(_ mention: Mention) -> Bool {
    mention.currencyBasis == .explicit || mention.currencyBasis == .adjective
      || mention.currencyBasis == .neighbour && mention.currencyEvidence != .elided
  }

  private static let usual: [Currency.Code] = ["USD", "EUR", "GBP", "JPY"]

  @inline(__always)
  private static func isOpen(_ mention: Mention) -> Bool {
    guard mention.currencyCandidates.count > 1 else { return false }
    guard let code = mention.currency else { return true }
    return (mention.currencyBasis == .default || mention.currencyBasis == .neighbour) && !usual.contains(code)
  }
}
