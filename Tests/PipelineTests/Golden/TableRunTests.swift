// A table through a whole run: two places for each amount, and totals that no sum counts twice.
import Foundation
import Testing

@testable import Pipeline

@Suite struct TableRunTests {
  private static let text = """
    Table 3. Grants paid (million somoni)

    | Ministry | 2008 | 2009 |
    |---|---:|---:|
    | Ministry of Health | 120 | 131 |
    | Ministry of Energy | 120 | 95 |
    | Total | 240 | 226 |

    """

  private func runOfATable() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.text, to: "sources/news/grants.md")
    try scratch.write("Nothing.\n", to: "sources/reports/b.txt")
    try scratch.run()
    return scratch
  }

  @Test func theUnitIsASecondSourceRange() throws {
    let source = Array(Self.text.utf8)
    let mentions = try runOfATable().table("mentions")
    #expect(mentions.map { $0["surface"] } == ["120", "131", "120", "95", "240", "226"])
    for mention in mentions {
      let ranges = (mention["source_ranges"] ?? "").split(separator: " ").map { range in
        range.split(separator: "-").compactMap { Int($0) }
      }
      let texts = ranges.map { String(decoding: source[$0[0]..<$0[1]], as: UTF8.self) }
      #expect(texts == [mention["surface"], "million somoni"])
      #expect(mention["start_byte"] == String(ranges[0][0]) && mention["end_byte"] == String(ranges[0][1]))
      #expect(mention["currency"] == "TJS" && mention["currency_basis"] == "table")
      #expect(mention["currency_evidence"] == "table" && mention["region"] == "table")
    }
    #expect(mentions.first?["about"] == "Ministry of Health, 2008")
    #expect(mentions.first?["amount_lower"] == "120000000")
    #expect(mentions.map { $0["locator"] } == ["line 5", "line 5", "line 6", "line 6", "line 7", "line 7"])
  }

  @Test func totalsAreNotAddedToTheirParts() throws {
    let scratch = try runOfATable()
    let facts = try scratch.table("facts")
    #expect(facts.count == 6, "equal amounts of one table are different facts")
    #expect(facts.map { $0["recommended_for_aggregates"] } == ["true", "true", "true", "true", "false", "false"])
    #expect(Set(facts.suffix(2).map { $0["aggregates_reason"] }) == ["it is a total of its table"])
    #expect(try scratch.table("findings").allSatisfy { $0["rule"] != "conflicting-amounts" })
  }
}
