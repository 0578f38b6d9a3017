// The compiled-in currency table as rows: one currency, one row, with all its words.
import Model

struct CurrencySource: Sendable {
  struct Row: Sendable {
    var currency: Currency
    /// Unambiguous and shared words alike; sharing shows when a second row adds the same word.
    var words: [String]
    var signs: [String]
    var subunits: [Part]
    var subunitSigns: [Part]
    /// Words for several units at once: "fiver", "grand".
    var multiples: [Part]
    var adjectives: [String]
    /// Whether its countries group thousands with dots and state no thousandths.
    var groupsWithDots: Bool
  }

  /// A word or sign for `multiplier` ÷ 10^`power` of the major unit: 1 and 2 for a cent, 5 and 2 for a nickel.
  struct Part: Sendable {
    var text: String
    var multiplier: Int64
    var power: Int

    /// "MSEK": written in capitals only.
    var isCode: Bool { text.utf8.count == 4 && text.utf8.allSatisfy { $0 &- 0x41 < 26 } }

    /// "M€", "C-note": found by its bytes, being no single word.
    var isSign: Bool { text.contains { "€£$-".contains($0) } || isReported }

    /// "USDm", "EURbn": a code and the scale of a report's figures.
    var isReported: Bool {
      text.utf8.count > 3 && text.utf8.prefix(3).allSatisfy { $0 &- 0x41 < 26 }
        && text.utf8.dropFirst(3).allSatisfy { $0 >= 0x61 }
    }
  }

  let rows: [Row]
  let ambiguousWords: Set<String>
  /// Those that are something else only as a name, with a capital.
  let nameWords: Set<String>

  /// Columns are found by their header; rows that do not name a currency are left out.
  init(table: String, ambiguous: String) {
    let lines = table.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let header = lines.first?.map(String.init) ?? []
    rows = lines.dropFirst().compactMap { cells in
      Self.row(Dictionary(zip(header, cells.map(String.init)), uniquingKeysWith: { first, _ in first }))
    }
    let words = ambiguous.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
    ambiguousWords = Set(words.compactMap(\.first))
    nameWords = Set(words.filter { $0.count > 2 && $0[2] == "name" }.map { $0[0] })
  }

  private static func row(_ cells: [String: String]) -> Row? {
    guard let code = Currency.Code(cells["code"] ?? "") else { return nil }
    let currency = Currency(
      code: code, name: cells["name"] ?? "", minorUnits: Int(cells["minor_units"] ?? "") ?? 2,
      areas: list(cells["areas"]), validFrom: PartialDate(edtf: cells["from"] ?? ""),
      validTo: PartialDate(edtf: cells["to"] ?? ""), rank: Int(cells["rank"] ?? "") ?? 5)
    return Row(
      currency: currency,
      words: list(cells["words"]) + list(cells["shared_words"]),
      signs: list(cells["symbols"]) + list(cells["shared_symbols"]),
      subunits: list(cells["subunits"]).compactMap(subunit),
      subunitSigns: list(cells["subunit_symbols"]).compactMap(subunit),
      multiples: list(cells["multiples"]).compactMap(multiple),
      adjectives: list(cells["adjectives"]).map(spaced), groupsWithDots: cells["groups"] == ".")
  }

  /// `cent:100`, `nickel:20`: how many make the unit; parts that are no finite decimal of it are left out.
  private static func subunit(_ text: String) -> Part? {
    guard let (word, count) = entry(text), let divisor = Int64(count), divisor > 0 else { return nil }
    var power = 0
    var ten: Int64 = 1
    while ten % divisor != 0, power < 9 {
      ten *= 10
      power += 1
    }
    return ten % divisor == 0 ? Part(text: word, multiplier: ten / divisor, power: power) : nil
  }

  /// `fiver:5`, `guinea:1.05`: how many units it is.
  private static func multiple(_ text: String) -> Part? {
    guard let (word, factor) = entry(text) else { return nil }
    let parts = factor.split(separator: ".", omittingEmptySubsequences: false)
    guard let multiplier = Int64(parts.joined()), parts.count <= 2 else { return nil }
    return Part(text: word, multiplier: multiplier, power: parts.count == 2 ? parts[1].count : 0)
  }

  private static func entry(_ text: String) -> (word: String, number: Substring)? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    return (String(text[..<colon]), text[text.index(after: colon)...])
  }

  /// A hyphen is a token of its own: "bosnia - herzegovina".
  private static func spaced(_ adjective: String) -> String {
    adjective.split(separator: "-").joined(separator: " - ")
  }

  private static func list(_ cell: String?) -> [String] { (cell ?? "").split(separator: "|").map(String.init) }
}
