// A currency taken from a neighbour that is far away, or in another sentence.
import Model

struct DistantElidedCurrency: DocumentCheck {
  private static let distance = Setting(
    "distance", standard: .integer(300), "Bytes of text between an amount and the neighbour its currency is taken from")

  static let rule = RuleDescription(
    id: "distant-elided-currency", stage: .validate,
    summary: """
      Warning: an amount takes its currency from a neighbour in another sentence or farther away than the distance, or \
      no neighbour has that currency
      """,
    settings: [distance],
    examples: [
      RuleDescription.Example(
        "2010: it cost {5 USD|5 USD}. Then {6|6 USD evidence=elided basis=neighbour} more",
        "currency USD of '6' is taken from '5 USD', 7 bytes away in another sentence"),
      RuleDescription.Example(
        "2010: it cost {5 EUR|5 EUR}, then {6|6 USD evidence=elided basis=neighbour}",
        "currency USD of '6' is taken from a neighbour, but none has it"),
      RuleDescription.Example(
        unchanged: "2010: from {5 USD|5 USD} to {6|6 USD evidence=elided basis=neighbour}"),
    ])

  private let distance: Int

  init(rules: RuleChoices, currencies: CurrencyTable) { distance = rules.integer(Self.distance, of: Self.rule.id) }

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    guard mentions.indices.contains(where: { mentions[$0].currencyEvidence == .elided }) else { return [] }
    let before = neighbours(of: mentions)
    let after = Array(neighbours(of: mentions.reversed()).reversed())
    return mentions.findings { place in
      guard mentions[place].currencyEvidence == .elided, mentions[place].currencyBasis == .neighbour,
        let currency = mentions[place].currency
      else { return nil }
      let mention = mentions[place]
      let candidates = [before[place], after[place]].compactMap { $0 }
      if candidates.contains(where: { isNear($0, mention) }) { return nil }
      let nearest = candidates.min { gap($0, mention) < gap($1, mention) }
      return mention.finding(
        Self.rule, .warning,
        "currency \(currency) of '\(mention.surface)' is taken from \(described(nearest, from: mention))",
        value: "\(currency)", expected: "a neighbour in the sentence, at most \(distance) bytes away")
    }
  }

  /// For each mention the last one before it, in the given order, that names its currency itself.
  private func neighbours(of mentions: some Collection<Mention>) -> [Mention?] {
    var last: [Currency.Code: Mention] = [:]
    return mentions.map { mention in
      guard let currency = mention.currency else { return nil }
      defer { if mention.currencyEvidence != .elided { last[currency] = mention } }
      return last[currency]
    }
  }

  private func isNear(_ neighbour: Mention, _ mention: Mention) -> Bool {
    neighbour.sentenceSpan == mention.sentenceSpan && gap(neighbour, mention) <= distance
  }

  private func gap(_ left: Mention, _ right: Mention) -> Int {
    max(0, right.span.lowerBound - left.span.upperBound, left.span.lowerBound - right.span.upperBound)
  }

  private func described(_ neighbour: Mention?, from mention: Mention) -> String {
    guard let neighbour else { return "a neighbour, but none has it" }
    let away = "'\(neighbour.surface)', \(gap(neighbour, mention)) bytes away"
    return neighbour.sentenceSpan == mention.sentenceSpan ? away : away + " in another sentence"
  }
}
