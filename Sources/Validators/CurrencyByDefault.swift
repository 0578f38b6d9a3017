// A currency that rests on nothing but a default.
import Model

struct CurrencyByDefault: DocumentCheck {
  static let rule = RuleDescription(
    id: "currency-by-default", stage: .validate,
    summary: "Warning: neither the mention nor its document nor its source tells which of several currencies is meant",
    examples: [
      RuleDescription.Example(
        "2010: it cost {$5|5 USD basis=default}", "currency USD of '$5' is read by default only"),
      RuleDescription.Example(
        "2010: it cost {5 pounds|5 GBP basis=default candidates=GBP,EGP}",
        "currency GBP of '5 pounds' is read by default only, of GBP, EGP"),
      RuleDescription.Example(unchanged: "2010: it cost {US$5|5 USD basis=explicit}"),
    ])

  init(rules: RuleChoices, currencies: CurrencyTable) {}

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    mentions.published.compactMap { mention in
      guard mention.currencyBasis == .default, let currency = mention.currency else { return nil }
      let candidates = mention.currencyCandidates.joined(by: ", ")
      return mention.finding(
        Self.rule, .warning,
        "currency \(currency) of '\(mention.surface)' is read by default only"
          + (candidates.isEmpty ? "" : ", of \(candidates)"), value: "\(currency)",
        expected: "a currency that the text or its source gives")
    }
  }
}
