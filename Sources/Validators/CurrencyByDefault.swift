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
      RuleDescription.Example(
        "2010: it cost {$5|5 USD basis=default} or {$6|6 USD basis=default}",
        "currency USD of '$5' and of 1 more is read by default only"),
      RuleDescription.Example(unchanged: "2010: it cost {US$5|5 USD basis=explicit}"),
    ])

  init(rules: RuleChoices, currencies: CurrencyTable) {}

  /// One finding for each currency of a document, at the first mention that has it by default.
  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    let defaulted = mentions.published.filter { $0.currencyBasis == .default && $0.currency != nil }
    let codes = Set(defaulted.compactMap(\.currency)).sorted()
    return codes.compactMap { code in
      let same = defaulted.filter { $0.currency == code }
      guard let first = same.first else { return nil }
      let others = same.count > 1 ? " and of \(same.count - 1) more" : ""
      let candidates = first.currencyCandidates.map(\.description).joined(separator: ", ")
      return first.finding(
        Self.rule, .warning,
        "currency \(code) of '\(first.surface)'\(others) is read by default only"
          + (candidates.isEmpty ? "" : ", of \(candidates)"), value: "\(code)",
        expected: "a currency that the text or its source gives")
    }
  }
}
