// "fifty kwacha" in a text that says "MK 41 million" elsewhere: the document tells which kwacha.
import Model

enum DocumentCurrency {
  /// Mentions whose currency was the usual one for want of better take the one the document names with other words,
  /// where it names just one of those possible. Dollars, pounds, euros and yen keep their usual meaning: a text that
  /// once says "C$" still means its own dollars elsewhere.
  static func settle(_ mentions: inout [Mention]) {
    let open = mentions.withUnsafeBufferPointer { mentions in mentions.indices.filter { isOpen(mentions, $0) } }
    guard !open.isEmpty else { return }
    let named = mentions.withUnsafeBufferPointer { codes(namedIn: $0) }
    for index in open {
      guard let code = mentions[index].currencyCandidates.onlyCommon(with: named) else { continue }
      mentions[index].currency = code
      if mentions[index].currencyBasis != .neighbour { mentions[index].currencyBasis = .document }
      mentions[index].currencyCandidates.moveToFront(code)
    }
  }

  /// The currencies that mentions name by words of their own.
  private static func codes(namedIn mentions: UnsafeBufferPointer<Mention>) -> [Currency.Code] {
    var named: [Currency.Code] = []
    for index in mentions.indices where isNamed(mentions, index) {
      if let code = mentions[index].currency, !named.contains(code) { named.append(code) }
    }
    return named
  }

  private static func isNamed(_ mentions: UnsafeBufferPointer<Mention>, _ index: Int) -> Bool {
    switch mentions[index].currencyBasis {
    case .explicit, .adjective: true
    case .neighbour: mentions[index].currencyEvidence != .elided
    case .document, .source, .default, .table, nil: false
    }
  }

  private static let usual: [Currency.Code] = ["USD", "EUR", "GBP", "JPY"]

  // Of a mention in its place, as copies of it count references.
  private static func isOpen(_ mentions: UnsafeBufferPointer<Mention>, _ index: Int) -> Bool {
    guard mentions[index].currencyCandidates.count > 1 else { return false }
    guard let code = mentions[index].currency else { return true }
    switch mentions[index].currencyBasis {
    case .default, .neighbour: return !usual.contains(code)
    case .explicit, .adjective, .document, .source, .table, nil: return false
    }
  }
}
