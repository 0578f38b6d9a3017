// The parts of a table: units in heads, numbers in cells, years, totals. Whole tables stand in Tests/Corpus/tables.
import Model
import Testing

@testable import Recognizers

@Suite struct TableTests {
  /// A table of one amount under a head.
  private static func amount(under head: String, cell: String = "12", label: String = "Harbour") -> Mention? {
    Reader.mentions("| Item | \(head) |\n|---|---|\n| \(label) | \(cell) |\n", in: .table).first
  }

  @Test(arguments: [
    ("US$ million", "12000000 USD"), ("US$m", "12000000 USD"), ("$000", "12000 USD"), ("$'000", "12000 USD"),
    ("£’000s", "12000 GBP"), ("(EUR bn)", "12000000000 EUR"), ("Rs crore", "120000000 INR"),
    ("Rs. in lakhs", "1200000 INR"), ("in thousands of somoni", "12000 TJS"), ("Cost, mn TJS", "12000000 TJS"),
    ("Budget (millions of U.S. dollars)", "12000000 USD"), ("US dollars in millions", "12000000 USD"),
    ("USD (thousands)", "12000 USD"), ("Million, US$", "12000000 USD"), ("тыс. руб.", "12000 RUB"),
    ("млн долл. США", "12000000 USD"), ("млрд рублей", "12000000000 RUB"), ("万元", "120000 CNY"),
    ("金额（亿元）", "1200000000 CNY"), ("百万美元", "12000000 USD"), ("TEUR", "12000 EUR"), ("M€", "12000000 EUR"),
    ("k€", "12000 EUR"), ("100 million yen", "1200000000 JPY"), ("€ thousand", "12000 EUR"), ("Price €", "12 EUR"),
    ("USD amount", "12 USD"), ("Value (in Swiss francs)", "12 CHF"), ("Fee, US cents", "0.12 USD"),
    ("US$ million 1/", "12000000 USD"), ("2009 US$m", "12000000 USD"), ("US$ million, 2009", "12000000 USD"),
    ("Loans (MAD million)", "12000000 MAD"), ("million lei", "12000000 RON"),
  ])
  func headsGiveCurrencyAndScale(_ head: String, _ expected: String) throws {
    let mention = try #require(Self.amount(under: head), "nothing is read under: \(head)")
    #expect("\(mention.amount.lower?.description ?? "") \(mention.currency?.description ?? "-")" == expected, "\(head)")
    #expect(mention.currencyEvidence == .table)
  }

  @Test(arguments: [
    "2009", "Amount", "Persons", "% of GDP", "Share of US$ loans, %", "TJS per US$", "USD/RUB", "Rubles per US dollar",
    "Exchange rate, TJS", "Won", "Real", "Marks", "Pts", "ALL", "Euro area", "Euro 2008", "Dollar bonds",
    "Population (million)",
    "Tonnes", "Loans over $5 million", "1 EUR =", "In millions", "Length (m)", "EUR to USD", "Number of loans",
    "Price (USD, EUR)",
  ])
  func otherHeadsGiveNone(_ head: String) {
    #expect(Self.amount(under: head).map(\.surface) != "12", "\(head)")
  }

  @Test(arguments: [
    ("1,234", "1,234", "1234"), ("(1,234)", "(1,234)", "-1234"), ("-1,234", "-1,234", "-1234"),
    ("−12.5", "−12.5", "-12.5"), ("– 7", "– 7", "-7"), ("1,234-", "1,234-", "-1234"), ("+12", "12", "12"),
    ("1,234 a/", "1,234", "1234"), ("1,234¹", "1,234", "1234"), ("1,234 1/", "1,234", "1234"), ("12*", "12", "12"),
    ("12 (b)", "12", "12"), ("12[3]", "12", "12"), ("12 †", "12", "12"), ("1 234 567", "1 234 567", "1234567"),
    ("1.234.567", "1.234.567", "1234567"), ("1.234,5", "1.234,5", "1234.5"), ("1'234.50", "1'234.50", "1234.5"),
    (".5", ".5", "0.5"), ("0", "0", "0"), ("1.5 million", "1.5 million", "1500000"), ("2bn", "2bn", "2000000000"),
  ])
  func cellsAreReadWithoutTheirMarks(_ cell: String, _ surface: String, _ value: String) throws {
    let mention = try #require(Self.amount(under: "Cost (EUR)", cell: cell), "nothing is read in: \(cell)")
    #expect(mention.surface == surface, "\(cell)")
    #expect(mention.amount.lower == ExactDecimal(value) && mention.amount.isPoint, "\(cell)")
    #expect(mention.qualifier == .exact, "\(cell)")
  }

  @Test(arguments: [
    "n/a", "—", "..", "-", "12%", "12 %", "12.05.2009", "08:15", "2008/09", "2-1", "12 km", "5th", "x", "(a)", "000",
    "1,23,4.5,6", "free", "12 of 15", "v1.2.3", "12h", "555 0100 22",
  ])
  func otherCellsAreNone(_ cell: String) {
    #expect(Self.amount(under: "Cost (EUR)", cell: cell) == nil, "\(cell)")
  }

  @Test(arguments: [
    ("2009", 2009, 2009), ("FY2009", 2009, 2009), ("FY09", 2009, 2009), ("2008/09", 2008, 2009),
    ("2005–2009", 2005, 2009), ("Q1 2009", 2009, 2009), ("2009 (est.)", 2009, 2009), ("2009 1/", 2009, 2009),
    ("31 December 2009", 2009, 2009), ("1999/2000", 1999, 2000), ("Budget 2010", 2010, 2010),
  ])
  func headsGiveYears(_ head: String, _ start: Int, _ end: Int) throws {
    let text = "(US$ million)\n| Item | \(head) |\n|---|---|\n| Harbour | 12 |\n"
    let mention = try #require(Reader.mentions(text, in: .table).first, "nothing is read under: \(head)")
    #expect(mention.yearStart == start && mention.yearEnd == end, "\(head)")
  }

  /// Under a caption that gives the unit, a head says whether its column is of money.
  @Test(arguments: [
    ("2009", true), ("Cost", true), ("Grants", true), ("Staff costs", true), ("Spending on schools", true),
    ("Cost per student", true), ("Fiscal year 2009", true), ("2010 год", true), ("Payments for 2009", true),
    ("Unit price", true), ("Total", true), ("Loans", true),
    ("Note", false), ("Loan no.", false), ("Loan term", false), ("Budget year", false), ("Interest rate", false),
    ("Price index", false), ("Staff", false), ("Number of grants", false), ("Share", false), ("Qty", false),
    ("% change", false), ("Change", false), ("Rank", false), ("Page", false), ("HS code", false), ("Beds", false),
    ("Persons", false), ("Tonnes", false), ("Exchange rate", false), ("Passengers (thousand)", false),
  ])
  func headsTellMoneyFromCounts(_ head: String, _ isMoney: Bool) {
    let text = "Figures (EUR million)\n\n| Item | \(head) |\n|---|---|\n| Harbour | 12 |\n| Lights | 5 |\n"
    #expect(Reader.mentions(text, in: .table).map(\.surface) == (isMoney ? ["12", "5"] : []), "\(head)")
  }

  @Test func labelsAndHeadsNameParties() throws {
    func parties(_ text: String) -> [String] {
      Reader.mentions(text, in: .table).map { "\($0.payer?.name ?? "-") > \($0.payee?.name ?? "-")" }
    }
    let donors =
      "Aid by donor (US$ million)\n\n| Country | 2009 |\n|---|---|\n| Japan | 12 |\n| United States 1/ | 5 |\n| Others | 2 |\n"
    #expect(parties(donors) == ["Japan > -", "United States > -", "- > -"])
    let flows =
      "| Donor | Recipient | Grant, US$ m |\n|---|---|---|\n| Sweden | Mali | 12 |\n| World Bank | Chad | 5 |\n"
    #expect(parties(flows) == ["Sweden > Mali", "World Bank > Chad"])
    let matrix = "Grants (EUR)\n\n| Recipient | France | Japan |\n|---|---|---|\n| Mali | 12 | 5 |\n"
    #expect(parties(matrix) == ["France > Mali", "Japan > Mali"])
    let debts = "Debt, US$ m\n\n| Creditor | 2009 |\n|---|---|\n| China | 12 |\n"
    #expect(parties(debts) == ["- > China"])
    let product = "GDP by country (US$ bn)\n\n| Country | 2009 |\n|---|---|\n| Japan | 12 |\n"
    #expect(parties(product) == ["- > -"])
  }

  @Test func numbersOfRowsAreNone() {
    let text = "Costs (EUR)\n\n101   Salaries    1,200\n102   Rent          300\n203   Travel         50\n"
    #expect(Reader.mentions(text, in: .table).map(\.surface) == ["1,200", "300", "50"])
    let dated = "Date          USD\n3 Jan 2014    4.77\n6 Jan 2014    4.78\n"
    #expect(Reader.mentions(dated, in: .table).isEmpty)
  }

  @Test func labelsThatAreYearsGiveThem() {
    let text = "| Year | Aid, US$ m |\n|---|---|\n| 2007 | 12 |\n| FY2008/09 | 14 |\n| 2010 budget | 15 |\n"
    #expect(Reader.mentions(text, in: .table).map(\.yearStart) == [2007, 2008, 2010])
    #expect(Reader.mentions(text, in: .table).map(\.yearEnd) == [2007, 2009, 2010])
  }

  @Test(arguments: [
    ("Total", Mention.TableCell.Share.total), ("Sub-total", .total), ("Grand total", .total), ("TOTAL", .total),
    ("All ministries", .total), ("Итого", .total), ("Всего расходов", .total), ("合计", .total),
    ("Defence, total", .total),
    ("All fishing boats", .total), ("of which roads", .part), ("в том числе дороги", .part),
    ("Ministry of Defence", .entry),
    ("Allowances", .entry), ("All others", .entry), ("Totem poles", .entry),
  ])
  func totalsAreMarked(_ label: String, _ share: Mention.TableCell.Share) throws {
    let mention = try #require(Self.amount(under: "EUR", label: label), "nothing is read for: \(label)")
    #expect(mention.cell?.share == share, "\(label)")
  }

  @Test(arguments: [
    ("GDP, US$ bn", "12000000000 USD"), ("GDP (US$ billion)", "12000000000 USD"), ("Wages (somoni)", "12 TJS"),
    ("Oil, US$ per barrel", "12 USD"), ("Earnings per share", "12 EUR"), ("Roads", "12000000 EUR"),
    ("Staff costs", "12000000 EUR"), ("Euro bonds", "12000000 EUR"), ("Schools", "12000000 EUR"),
    ("Population, million", ""), ("Population", ""), ("Number of loans", ""), ("Growth, %", ""), ("Roads (km)", ""),
    ("Interest rate", ""), ("Exchange rate", ""), ("Passengers (thousand)", ""),
  ])
  func labelsMayCarryTheUnit(_ label: String, _ expected: String) {
    let text = "Figures (EUR million)\n| Item | 2009 |\n|---|---|\n| \(label) | 12 |\n| Others | 5 |\n"
    let mention = Reader.mentions(text, in: .table).first { $0.surface == "12" }
    let read = mention.map { "\($0.amount.lower?.description ?? "") \($0.currency?.description ?? "-")" } ?? ""
    #expect(read == expected, "\(label)")
  }

  @Test func formsFollowTheColumn() {
    func values(_ cells: [String]) -> [String] {
      let rows = cells.map { "| x | \($0) |\n" }.joined()
      return Reader.mentions("| Item | EUR |\n|---|---|\n\(rows)", in: .table).map {
        $0.amount.lower?.description ?? ""
      }
    }
    #expect(values(["1.234", "12.345,6"]) == ["1234", "12345.6"])
    #expect(values(["1.234", "87", "310"]) == ["1234", "87", "310"])
    #expect(values(["1.234", "2.5"]) == ["1.234", "2.5"])
    #expect(values(["1,234", "2,5", "0,75"]) == ["1.234", "2.5", "0.75"])
    #expect(values(["1,234", "12.5"]) == ["1234", "12.5"])
    #expect(values(["1.250", "12.400", "2.375"]) == ["1250", "12400", "2375"])
    #expect(values(["1.259", "1.344", "1.375"]) == ["1.259", "1.344", "1.375"])
  }

  @Test func theUnitIsASecondPlaceOfTheMention() throws {
    let text =
      "Spending (thousand somoni)\n\nOffice     2008     2009\nHarbour     120      145\nLights        1        3\n"
    let mention = try #require(Reader.mentions(text, in: .table).first)
    let unit = try #require(mention.cell?.unit)
    #expect(String(decoding: Array(text.utf8)[unit], as: UTF8.self) == "thousand somoni")
    #expect(mention.about == "Harbour, 2008")
    #expect(mention.sentence == "Harbour     120      145")
  }

  @Test func aCellThatNamesItsCurrencyKeepsIt() throws {
    let text = "| Item | Cost (EUR million) |\n|---|---|\n| A | $5 |\n| B | €7 |\n| C | £2 million |\n"
    let mentions = Reader.mentions(text, in: .table)
    #expect(mentions.map { $0.currency?.description ?? "" } == ["USD", "EUR", "GBP"])
    #expect(mentions.map { $0.amount.lower?.description ?? "" } == ["5", "7000000", "2000000"])
    #expect(mentions.allSatisfy { $0.currencyEvidence == .symbol })
  }
}
