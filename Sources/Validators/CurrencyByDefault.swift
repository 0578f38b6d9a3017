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
    var defaulted: [Currency.Code: (first: Int, count: Int)] = [:]
    for place in mentions.published where mentions[place].currencyBasis == .default {
      if let currency = mentions[place].currency { defaulted[currency, default: (place, 0)].count += 1 }
    }
    return defaulted.sorted { $0.key < $1.key }.map { code, same in
      let first = mentions[same.first]
      let others = same.count > 1 ? " and of \(same.count - 1) more" : ""
      let candidates = first.currencyCandidates.list
      return first.finding(
        Self.rule, .warning,
        "currency \(code) of '\(first.surface)'\(others) is read by default only"
          + (candidates.isEmpty ? "" : ", of \(candidates)"), value: "\(code)",
        expected: "a currency that the text or its source gives")
    }
  }
}
