// The words or signs beside a number that say in which currency it is.
import Model

struct CurrencyMark {
  /// Tokens of the sentence.
  var start: Int
  var end: Int
  var word: CurrencyWord
  /// The currencies an adjective picks; empty without one.
  var adjective: [Currency.Code] = []
  /// It is joined to the number by a hyphen: "10-million-dollar".
  var isHyphenated = false

  var evidence: Mention.CurrencyEvidence {
    switch word.form {
    case .sign: .symbol
    case .code: .code
    case .word: .word
    }
  }

  /// The currencies words and adjective allow together, the usual one first.
  var candidates: [Currency.Code] {
    let picked = word.candidates.filter(adjective.contains)
    return picked.isEmpty ? word.candidates : picked
  }

  var isFixedByAdjective: Bool { word.candidates.count > 1 && word.candidates.contains(where: adjective.contains) }

  /// Whether two marks may name the same currency.
  func agrees(with other: CurrencyMark) -> Bool { candidates.contains(where: other.candidates.contains) }
}
