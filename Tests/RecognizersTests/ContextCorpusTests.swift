// Who pays whom, what for and when, over the sentences of Tests/Corpus/context-en.tsv, column by column.
import Foundation
import Model
import Testing

@testable import Recognizers

@Suite struct ContextCorpus {
  private static let columns = ["payer", "payee", "kind", "years", "per", "flow_status"]

  /// The rules were made with one half of the sentences; the other is kept to tell whether they hold in general.
  @Test(arguments: ["tuned", "kept"])
  func holdsItsFloors(_ half: String) throws {
    let rows = try Self.rows().filter { $0.half == half }
    let floors = try Corpus.floors()
    for (place, column) in Self.columns.enumerated() {
      let wrong = rows.filter { $0.found.map { $0[place] } != $0.expected[place] }
      let right = rows.count - wrong.count
      let name = "context-en \(half) \(column)"
      let floor = try #require(floors[name], "Tests/Corpus/floors.tsv has no row for \(name)")
      print("corpus \(name): \(right) of \(rows.count), floor \(floor.right) of \(floor.cases)")
      // The kept half is not shown, so that nobody makes rules for it.
      for row in wrong.prefix(half == "tuned" ? 40 : 0) {
        print("  \(row.text) [\(row.surface)]: \(row.found?[place] ?? "not read"), expected \(row.expected[place])")
      }
      #expect(rows.count >= floor.cases, "\(name) has shrunk below the floor in Tests/Corpus/floors.tsv")
      #expect(right >= floor.right, "\(name): \(right) right, floor \(floor.right)")
      #expect(
        rows.count == floor.cases && right == floor.right,
        "\(name) is better than its floor: raise Tests/Corpus/floors.tsv to \(rows.count) and \(right)")
    }
  }

  @Test func isWideEnough() throws {
    let rows = try Self.rows()
    #expect(Set(rows.map(\.text)).count >= 300)
    #expect(
      Set(rows.flatMap { [$0.expected[0], $0.expected[1]] }).count > 120, "countries, cities, agencies, companies")
    let kinds = Set(rows.map { $0.expected[2] })
    #expect(Mention.Kind.allCases.allSatisfy { kinds.contains($0.rawValue) })
  }

  private struct Row {
    var half: String
    var text: String
    var surface: String
    var expected: [String]
    /// As `expected`; nil where the amount is not read.
    var found: [String]?
  }

  private static func rows() throws -> [Row] {
    try Corpus.lines("context-en.tsv").dropFirst().map { cells in
      let date = cells.count > 9 && !cells[9].isEmpty ? cells[9] : nil
      let mention = Reader.mentions(cells[1], date: date).first { $0.surface == cells[2] }
      return Row(
        half: cells[0], text: cells[1], surface: cells[2], expected: Array(cells[3...8]),
        found: mention.map { values($0) })
    }
  }

  private static func values(_ mention: Mention) -> [String] {
    [
      mention.payer?.name ?? "", mention.payee?.name ?? "", mention.kind?.rawValue ?? "", years(mention),
      mention.per ?? "", mention.flowStatus.rawValue,
    ]
  }

  /// `2005`, `2005-2007`, `-2005` until, `2005-` since.
  private static func years(_ mention: Mention) -> String {
    guard mention.yearStart != nil || mention.yearEnd != nil else { return "" }
    if mention.yearStart == mention.yearEnd { return mention.yearStart.map(String.init) ?? "" }
    return [mention.yearStart, mention.yearEnd].map { $0.map(String.init) ?? "" }.joined(separator: "-")
  }
}
