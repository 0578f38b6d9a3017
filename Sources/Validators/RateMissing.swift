// Amounts that stand unconverted, one finding for each currency and year of a document.
import Model

struct RateMissing: FactCheck {
  static let rule = RuleDescription(
    id: "rate-missing", stage: .validate,
    summary: """
      Warning: amounts of a document stand unconverted, because no annual rate of their currency and year is known or \
      no year is; their converted cells are empty
      """,
    examples: [
      RuleDescription.Example(
        "2010: it cost {5 marks|5 DEM year=1951}",
        "no annual rate from DEM to USD for 1951: 1 amount stands unconverted, first '5 marks'"),
      RuleDescription.Example(
        "undated: it cost {5 marks|5 DEM} or {6 marks|6 DEM}",
        "no year, or no annual rate from DEM to USD for it: 2 amounts stand unconverted, first '5 marks'"),
      RuleDescription.Example(unchanged: "2010: it cost {5 marks|5 DEM year=1996 converted=3}"),
      RuleDescription.Example(unchanged: "2010: it cost {millions of marks|- DEM year=1996}"),
    ])

  private struct Cause: Hashable {
    let currency: Currency.Code
    let year: Int?
  }

  private let reference: ReferenceData
  private let reportingCurrency: Currency.Code
  private let isConverting: Bool

  init(rules: RuleChoices, currencies: CurrencyTable, reference: ReferenceData, reportingCurrency: Currency.Code) {
    self.reference = reference
    self.reportingCurrency = reportingCurrency
    isConverting = rules.isEnabled("annual-average-rates")
  }

  func findings(for facts: [Fact], mentions: [IdentifiedMention]) -> [(finding: Finding, mentionID: String?)] {
    guard isConverting else { return [] }
    let unconverted = mentions.indices.filter { isUnconverted(mentions[$0]) }
    guard let first = unconverted.first.map({ mentions[$0] }) else { return [] }
    if reference.isEmpty { return [(finding(unconverted.count, first, "no rates are configured"), first.id)] }
    var groups: [Cause: (first: Int, count: Int)] = [:]
    var causes: [Cause] = []
    for place in unconverted {
      guard let currency = mentions[place].mention.currency else { continue }
      let cause = Cause(currency: currency, year: mentions[place].mention.statedYear)
      if groups[cause] == nil { causes.append(cause) }
      groups[cause, default: (place, 0)].count += 1
    }
    return causes.compactMap { cause in
      guard let group = groups[cause] else { return nil }
      let first = mentions[group.first]
      return (finding(group.count, first, description(of: cause)), first.id)
    }
  }

  private func isUnconverted(_ identified: IdentifiedMention) -> Bool {
    identified.conversion == nil && identified.mention.currency != nil
      && (identified.mention.amount.lower != nil || identified.mention.amount.upper != nil)
  }

  private func description(of cause: Cause) -> String {
    let rate = "no annual rate from \(cause.currency) to \(reportingCurrency) for"
    return cause.year.map { "\(rate) \($0)" } ?? "no year, or \(rate) it"
  }

  private func finding(_ count: Int, _ first: IdentifiedMention, _ cause: String) -> Finding {
    let counted = count == 1 ? "1 amount stands" : "\(count) amounts stand"
    return first.mention.finding(
      Self.rule, .warning, "\(cause): \(counted) unconverted, first '\(first.mention.surface)'", value: "\(count)",
      expected: "a rate")
  }
}
