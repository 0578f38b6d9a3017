// Money in tables: cells whose currency stands in a header, a label, a caption or a note.
import Model

/// Not an `AmountRule`: it sees whole tables.
enum TableCells: ReadingRule {
  static let specificity = 0
  static let id: RuleID = "table-cells"
  static let rule = RuleDescription(
    id: id, stage: .recognize,
    summary: """
      A number in a table, in the currency and scale that its column's header, its row's label, the table's caption or \
      a note below gives; counts, percentages, years, ranks and rates of exchange are none.
      """,
    examples: [
      .init(
        "| Ministry | 2009 (US$ m) | Staff |\n|---|---:|---:|\n| Defence | 1,234 | 5,600 |",
        "1,234 = 1234000000 USD"),
      .init(
        "Table 3. Budget by office (thousand somoni)\n\nOffice     2008     2009\nHarbour     120    (45)\nLights      1.5     n/a",
        "120 = 120000 TJS; (45) = -45000 TJS; 1.5 = 1500 TJS"),
      .init(
        "Item               2008   2009\nGDP, US$ bn         3.7    5.0\nPopulation, million  6.9    7.1",
        "3.7 = 3700000000 USD; 5.0 = 5000000000 USD"),
      .init(
        unchanged: "Club     Played   Won   Points\nHarbour      12     9       27\nHill         12     4       14"),
      .init(unchanged: "| Currency | TJS per unit |\n|---|---|\n| US dollar | 9.85 |\n| Euro | 10.71 |"),
    ])
}
