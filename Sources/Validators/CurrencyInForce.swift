// A currency named for a year in which it was not legal tender.
import Model

struct CurrencyInForce: DocumentCheck {
  static let rule = RuleDescription(
    id: "currency-in-force", stage: .validate,
    summary: """
      Warning: the currency of an amount was not legal tender in any year the mention states, or, where it states \
      none, in the document's
      """,
    examples: [
      RuleDescription.Example(
        "2010: it cost {5 rubles in 1996|5 RUB year=1996}",
        "RUB is legal tender from 1998-01-01, but the amount is of 1996"),
      RuleDescription.Example(
        "2010: it costs {5 marks|5 DEM}",
        "DEM is legal tender from 1948-06-20 to 2001-12-31, but the document is of 2010"),
      RuleDescription.Example(unchanged: "2010: it cost {5 marks in 1996|5 DEM year=1996}"),
      RuleDescription.Example(unchanged: "undated: it cost {5 marks|5 DEM}"),
    ])

  private let currencies: CurrencyTable

  init(rules: RuleChoices, currencies: CurrencyTable) { self.currencies = currencies }

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    mentions.findings { place in
      guard let code = mentions[place].currency, let year = mentions[place].statedYear ?? document.publishedDate?.year,
        !currencies.isInForce(code, year: year),
        !currencies.isInForce(code, year: mentions[place].yearStart ?? year), let currency = currencies[code]
      else { return nil }
      let mention = mentions[place]
      let whose = mention.statedYear == nil ? "document" : "amount"
      return mention.finding(
        Self.rule, .warning, "\(currency.code) is legal tender \(period(of: currency)), but the \(whose) is of \(year)",
        value: "\(currency.code)", expected: "a currency in force in \(year)")
    }
  }

  private func period(of currency: Currency) -> String {
    [currency.validFrom.map { "from \($0)" }, currency.validTo.map { "to \($0)" }].compactMap { $0 }
      .joined(separator: " ")
  }
}
