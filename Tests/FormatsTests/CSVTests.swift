// CSV: what is written comes back, and what RFC 4180 does not allow is refused.
import Testing

@testable import Formats

struct CSVTests {
  private func written(_ records: [[String]]) -> [UInt8] {
    var writer = CSVWriter()
    for record in records {
      for field in record { writer.field(field) }
      writer.endRecord()
    }
    return writer.bytes
  }

  private func fields(_ text: String) throws -> [[String]] {
    try CSVReader.records(of: Array(text.utf8)).map(\.fields)
  }

  @Test func quotesOnlyWhatNeedsThem() {
    let records = [["a", "b c", "d,e", "f\"g", "h\r\ni", " j", "k ", "", "é\tl"]]
    #expect(
      String(decoding: written(records), as: UTF8.self)
        == "a,b c,\"d,e\",\"f\"\"g\",\"h\r\ni\",\" j\",\"k \",,é\tl\r\n")
    #expect(String(decoding: written([[""], ["", ""]]), as: UTF8.self) == "\"\"\r\n,\r\n")
  }

  @Test func recordsComeBack() throws {
    let records = [
      ["id", "text"], ["1", "line\r\nbreak, comma and \"quotes\""], ["2", ""], ["", "\n"], ["\"", "\"\""],
      [" leading", "trailing "], ["'", ";\t|"], [String(repeating: "long, \"text\" ", count: 90_000), "😀"],
    ]
    #expect(try CSVReader.records(of: written(records)).map(\.fields) == records)
  }

  @Test func everyPositionOfASpecialByteIsFound() throws {
    for position in 0..<24 {
      for special in ["\"", ",", "\n", "\r"] {
        let field = String(repeating: "a", count: position) + special + String(repeating: "b", count: 24 - position)
        #expect(try CSVReader.records(of: written([[field, "x"]])).map(\.fields) == [[field, "x"]], "at \(position)")
      }
    }
  }

  @Test func readsLineEndsOfAnyKind() throws {
    #expect(try fields("a,b\r\n1,2\n3,4\r5,6") == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(try fields("a,b\r\n") == [["a", "b"]])
    #expect(try fields("") == [])
  }

  @Test func keepsSpacesAndEmptyLines() throws {
    #expect(try fields("\u{FEFF}a, b ,c\n\n1,,\n") == [["a", " b ", "c"], [""], ["1", "", ""]])
    #expect(try fields("a\r\n\r\nb\r\n") == [["a"], [""], ["b"]])
  }

  @Test func recordsKnowTheirLine() throws {
    let records = try CSVReader.records(of: Array("a\r\n\"b\nc\"\r\nd\r\n".utf8))
    #expect(records.map(\.line) == [1, 2, 4])
  }

  @Test func chunksMayCutAnywhere() throws {
    let bytes = written([["a", "b,\"c\"\r\n"], ["é", "d"]])
    for cut in 4...bytes.count {
      let reader = CSVReader()
      let records = try reader.read(Array(bytes[..<cut])) + reader.read(Array(bytes[cut...])) + reader.finish()
      #expect(records.map(\.fields) == [["a", "b,\"c\"\r\n"], ["é", "d"]], "cut at \(cut)")
    }
  }

  @Test func refusesWhatIsNoCSV() {
    for text in ["a,\"b", "a,b\"c\n", "\"a\"b,c\n", "\""] {
      #expect(throws: CSVReader.SyntaxError.self, "read as CSV: \(text)") { try fields(text) }
    }
    #expect(throws: CSVReader.SyntaxError.self) { try CSVReader.records(of: [0x61, 0xFF, 0x0A]) }
  }

  @Test func readsOtherDelimiters() throws {
    let records = try CSVReader.records(of: Array("a\tb,c\n".utf8), delimiter: 0x09)
    #expect(records.map(\.fields) == [["a", "b,c"]])
  }
}
