// The compiled-in currency table as rows: one currency, one row, with all its words.
import Model

struct CurrencySource: Sendable {
  struct Row: Sendable {
    var currency: Currency
    /// Unambiguous and shared words alike; sharing shows when a second row adds the same word.
    var words: [String]
    var signs: [String]
    /// Word and power of ten of the parts it names.
    var subunits: [(String, Int)]
    var subunitSigns: [(String, Int)]
    var adjectives: [String]
  }

  let rows: [Row]
  let ambiguousWords: Set<String>

  /// Columns are found by their header; rows that do not name a currency are left out.
  init(table: String, ambiguous: String) {
    let lines = table.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let header = lines.first?.map(String.init) ?? []
    rows = lines.dropFirst().compactMap { cells in
      Self.row(Dictionary(zip(header, cells.map(String.init)), uniquingKeysWith: { first, _ in first }))
    }
    ambiguousWords = Set(
      ambiguous.split(separator: "\n").dropFirst().compactMap { $0.split(separator: "\t").first }.map(String.init))
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
      adjectives: list(cells["adjectives"]))
  }

  /// `cent:100`; parts that are not a power of ten (nickel:20) are left out.
  private static func subunit(_ text: String) -> (String, Int)? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let divisor = text[text.index(after: colon)...]
    guard divisor.first == "1", divisor.dropFirst().allSatisfy({ $0 == "0" }) else { return nil }
    return (String(text[..<colon]), divisor.utf8.count - 1)
  }

  private static func list(_ cell: String?) -> [String] { (cell ?? "").split(separator: "|").map(String.init) }
}
