// Gathered rows: byte for byte what libxml2 and libcsv write of the same cells, whatever is in them.
import TestSupport
import Testing

@testable import Formats

struct RowsTests {
  /// Cells that mean something to CSV, to XML or to nobody.
  private static let hostile = [
    "", "plain", " ", "a b", " lead", "trail ", "\t", "\ttab", "tab\t", "a,b", ",", "\"", "\"\"", "a \"b\" c", "\r",
    "\n",
    "a\r\nb", "1 < 2 & 3 > 2\r\n\"q\" é😀", "<", ">", "&", "&amp;", "]]>", "<![CDATA[x]]>", "<!-- -->", "<\u{2}>",
    "\u{0}", "\u{1}", "\u{8}x", "\u{B}", "\u{1F}", "\u{7F}", "\u{85}", "\u{A0}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}",
    "\u{FFFF}", "\u{FFF0}", "ｆｕｌｌ", "\u{10FFFF}", "\u{1FFFE}", "'", "=1+1", ";", "мост", "橋", "👩‍👧",
    String(repeating: "long, \"text\" ", count: 900), String(repeating: "<&>\"\u{1}", count: 900),
    String(repeating: "plain text ", count: 9000) + ".",
  ]

  private static let names = ["a", "b_2", "column_\(String(repeating: "x", count: 60))", "d"]
  private static let tags = XMLRowTags(row: "row", columns: names, depth: 1)

  private func gathered(_ rows: [[String]]) -> CellRows {
    var gathered = CellRows(columns: rows.first?.count ?? 1)
    for var cell in rows.joined() {
      if cell.isEmpty { gathered.appendEmpty() } else { cell.withUTF8 { gathered.append($0) } }
    }
    return gathered
  }

  private func csv(_ rows: [[String]]) -> String {
    var bytes = GatheredBytes()
    bytes.appendCSV(gathered(rows))
    return String(decoding: bytes.bytes, as: UTF8.self)
  }

  /// RFC 4180, with spaces and tabs at the ends quoted too.
  private func expectedCSV(_ rows: [[String]]) -> String {
    rows.map { row in row == [""] ? "\"\"\r\n" : row.map(expectedField).joined(separator: ",") + "\r\n" }.joined()
  }

  private func expectedField(_ cell: String) -> String {
    let specials: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]
    let blanks: Set<Unicode.Scalar> = [" ", "\t"]
    let scalars = Array(cell.unicodeScalars)
    let hasBlankEnds =
      scalars.prefix(1).contains(where: blanks.contains) || scalars.suffix(1).contains(where: blanks.contains)
    guard hasBlankEnds || scalars.contains(where: specials.contains) else { return cell }
    var quoted = "\""
    for scalar in scalars {
      if scalar == ("\"" as Unicode.Scalar) { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private func xml(_ rows: [[String]]) -> String {
    var bytes = GatheredBytes()
    bytes.appendXML(gathered(rows), tags: Self.tags)
    return "<table>\n" + String(decoding: bytes.bytes, as: UTF8.self) + "</table>\n"
  }

  /// The rows in a `<table>`, written by libxml2 element by element.
  private func expectedXML(_ rows: [[String]]) throws -> String {
    let writer = XMLWriter(indent: true)
    try writer.startElement(XMLName("table"))
    for row in rows {
      try writer.startElement(XMLName("row"))
      for (name, cell) in zip(Self.names, row) where !cell.isEmpty {
        try writer.startElement(XMLName(name))
        try writer.text(cell)
        try writer.endElement()
      }
      try writer.endElement()
    }
    return String(decoding: try writer.finish(), as: UTF8.self)
  }

  @Test func hostileCellsAreWrittenAsTheLibrariesWriteThem() throws {
    for cell in Self.hostile {
      let rows = [["x", cell, "1.5", ""], [cell, cell, "x", cell], ["", "", "x", cell]]
      #expect(csv(rows) == expectedCSV(rows), "\(cell.prefix(40).debugDescription)")
      #expect(xml(rows) == (try expectedXML(rows)), "\(cell.prefix(40).debugDescription)")
      #expect(csv([[cell], ["x"], [cell]]) == expectedCSV([[cell], ["x"], [cell]]))
    }
  }

  @Test func everyPlaceOfASpecialCharacterIsFound() throws {
    var generator = SeededGenerator(seed: 19)
    let specials = [
      "\"", ",", "\n", "\r", "<", ">", "&", "\t", " ", "\u{1}", "\u{FFFE}", "\u{FFFD}", "é", "a", "b", "c",
    ]
    var wrong: [String] = []
    for round in 0..<4_000 {
      let rows = (0..<2).map { _ in
        (0..<4).map { column in
          let letters = (0..<Int.random(in: 0...26, using: &generator)).map { _ in
            Int.random(in: 0..<8, using: &generator) > 0 ? "x" : specials.randomElement(using: &generator) ?? ""
          }
          // A row has something in it.
          return letters.joined() + (column == round % 4 ? "y" : "")
        }
      }
      if csv(rows) != expectedCSV(rows) { wrong.append("CSV of \(rows)") }
      if xml(rows) != (try expectedXML(rows)) { wrong.append("XML of \(rows)") }
    }
    #expect(wrong.isEmpty, "written in another way than by the libraries: \(wrong.prefix(3))")
  }

  @Test func csvWritersAgree() {
    var writer = CSVWriter()
    for cell in Self.hostile { writer.field(cell) }
    writer.endRecord()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == csv([Self.hostile]))
  }

  @Test func numbersAreWrittenInDecimalNotation() {
    for number in [0, 1, -1, 9, 10, 99, 100, -100, 12_345, .max, .min] {
      var bytes = GatheredBytes()
      bytes.append(atMost: 20) { $0.write(number) }
      #expect(String(decoding: bytes.bytes, as: UTF8.self) == String(number))
    }
  }

  @Test func cellsCanBeTakenBack() {
    var rows = gathered([["a", "b"], ["c", "d"]])
    rows.removeLast(2)
    #expect(rows.count == 1 && rows.byteCount == 2 && rows.string(0, 1) == "b")
    rows.removeAll()
    #expect(rows.count == 0 && rows.byteCount == 0)
  }
}
