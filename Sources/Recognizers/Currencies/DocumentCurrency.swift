// "fifty kwacha" in a text that says "MK 41 million" elsewhere: the document tells which kwacha.
import Model

enum DocumentCurrency {
  /// Mentions whose currency was the usual one for want of better take the one the document names with other words,
  /// where it names just one of those possible. Dollars, pounds, euros and yen keep their usual meaning: a text that
  /// once says "C$" still means its own dollars elsewhere.
  static func settle(_ mentions: inout [Mention]) {
    guard let first = mentions.indices.first(where: { isOpen(mentions[$0]) }) else { return }
    var named: [Currency.Code] = []
    for index in mentions.indices where isNamed(mentions[index]) {
      if let code = mentions[index].currency, !named.contains(code) { named.append(code) }
    }
    for index in first..<mentions.count where isOpen(mentions[index]) {
      guard let code = mentions[index].currencyCandidates.onlyCommon(with: named) else { continue }
      mentions[index].currency = code
      if mentions[index].currencyBasis != .neighbour { mentions[index].currencyBasis = .document }
      mentions[index].currencyCandidates.moveToFront(code)
    }
  }

  @inline(__always)
  private static func isNamed(_ mention: borrowing Mention) -> Bool {
    switch mention.currencyBasis {
    case .explicit, .adjective: true
    case .neighbour: mention.currencyEvidence != .elided
    case .document, .source, .default, .table, nil: false
    }
  }

  private static let usual: [Currency.Code] = ["USD", "EUR", "GBP", "JPY"]

  @inline(__always)
  private static func isOpen(_ mention: borrowing Mention) -> Bool {
    guard mention.currencyCandidates.count > 1 else { return false }
    guard let code = mention.currency else { return true }
    switch mention.currencyBasis {
    case .default, .neighbour: return !usual.contains(code)
    case .explicit, .adjective, .document, .source, .table, nil: return false
    }
  }
}
