// A reference table as it lies in its CSV file, and its values with their places.
import Formats
import Model

struct ReferenceTable {
  /// One row, which knows where it stands.
  struct Line {
    let file: String
    /// 1-based line of the file the row begins on.
    let number: Int
    fileprivate let header: [String]
    fileprivate let fields: [String]

    /// Nil where there is no such column.
    fileprivate subscript(column: String) -> String? { header.firstIndex(of: column).map { fields[$0] } }
  }

  let file: String
  private let header: [String]
  private let records: [CSVRecord]

  init(_ bytes: [UInt8], file: String) throws(ConfigurationError) {
    self.file = file
    do {
      let records = try CSVReader.records(of: bytes)
      header = records.first?.fields ?? []
      self.records = Array(records.dropFirst())
    } catch {
      throw ConfigurationError("not CSV", file: file, place: "line \(error.line)", advice: error.message)
    }
  }

  /// Every row, read by `make`; throws where a column or a value is missing or wrong, or the first `keys` columns of two
  /// rows are equal.
  func rows<Row>(
    of columns: [String], keys: Int, _ make: (Line) throws(ConfigurationError) -> Row
  ) throws(ConfigurationError) -> [Row] {
    for column in columns where !header.contains(column) {
      throw ConfigurationError(
        "missing column \(column)", file: file, place: "line 1", found: header.joined(separator: ","),
        expected: columns.joined(separator: ","))
    }
    var rows: [Row] = []
    rows.reserveCapacity(records.count)
    var seen: Set<[String]> = []
    for record in records {
      guard record.fields.count == header.count else {
        throw ConfigurationError(
          "broken row", file: file, place: "line \(record.line)", found: "\(record.fields.count) values",
          expected: "\(header.count)")
      }
      let line = Line(file: file, number: record.line, header: header, fields: record.fields)
      let key = columns.prefix(keys).map { line[$0] ?? "" }
      guard seen.insert(key).inserted else {
        throw ConfigurationError(
          "repeated row", file: file, place: "line \(record.line)",
          found: "\(key.joined(separator: " ")) a second time", expected: "it once")
      }
      rows.append(try make(line))
    }
    return rows
  }
}

extension ReferenceTable.Line {
  func text(_ column: String) throws(ConfigurationError) -> String {
    guard let text = self[column], !text.isEmpty else { throw misfit(column, "a text that is not empty") }
    return text
  }

  func currency(_ column: String) throws(ConfigurationError) -> Currency.Code {
    guard let code = Currency.Code(self[column] ?? "") else {
      throw misfit(column, "an ISO 4217 code such as USD")
    }
    return code
  }

  func area(_ column: String) throws(ConfigurationError) -> String {
    // Deflators are published for groups of countries too, such as EMU.
    guard let area = self[column], area.utf8.count == 3, area.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw misfit(column, "a code of three capital letters such as USA")
    }
    return area
  }

  func year(_ column: String) throws(ConfigurationError) -> Int {
    guard let date = PartialDate(edtf: self[column] ?? ""), date.month == nil else {
      throw misfit(column, "a year of four digits")
    }
    return date.year
  }

  func date(_ column: String) throws(ConfigurationError) -> PartialDate {
    guard let date = PartialDate(edtf: self[column] ?? "") else { throw misfit(column, TextKind.date.expectation) }
    return date
  }

  func positive(_ column: String) throws(ConfigurationError) -> ExactDecimal {
    guard let number = ExactDecimal(self[column] ?? ""), !number.isNegative, !number.isZero else {
      throw misfit(column, "a decimal number above zero")
    }
    return number
  }

  private func misfit(_ column: String, _ expected: String) -> ConfigurationError {
    ConfigurationError(
      "unusable value", file: file, place: "line \(number), column \(column)", found: "\"\(self[column] ?? "")\"",
      expected: expected)
  }
}
