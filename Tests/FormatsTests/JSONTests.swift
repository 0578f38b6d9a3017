// JSON: what is read comes back, what is no JSON is refused with its place.
import Testing

@testable import Formats

struct JSONTests {
  private func parse(_ text: String) throws -> JSONValue { try JSON.parse(Array(text.utf8)) }

  private func refusal(_ text: String) -> JSON.SyntaxError? {
    do {
      _ = try JSON.parse(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func valuesComeBackAsWritten() throws {
    let text = #"{"b":[1,-2.50,1e3,0,1.0E+2],"a":{"x":null,"y":true,"z":false},"s":"é \" \\ \n 😀","empty":[{},[]]}"#
    let value = try parse(text)
    #expect(String(decoding: JSON.write(value), as: UTF8.self) == text)
    #expect(value["b"]?.array?[1] == .number("-2.50"))
    #expect(value["s"]?.string == "é \" \\ \n 😀")
    #expect(value.object?.keys == ["b", "a", "s", "empty"])
    #expect(try JSON.parse(JSON.write(value, ascii: true)) == value)
    #expect(try JSON.parse(JSON.write(value, indent: 2)) == value)
    #expect(JSON.write(value, ascii: true).allSatisfy { $0 < 0x80 })
  }

  @Test func escapesAreRead() throws {
    #expect(try parse(#""\u0041\u00e9\ud83d\ude00\/\b\f\n\r\t""#) == .string("Aé😀/\u{8}\u{c}\n\r\t"))
  }

  @Test func everyScalarBeyondASCIIIsEscaped() throws {
    let scalars = [0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF].compactMap(Unicode.Scalar.init)
    let text = String(String.UnicodeScalarView(scalars))
    var writer = JSONLineWriter()
    writer.string(text)
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #""\u0080\u07ff\u0800\ufffd\ud800\udc00\ud83d\ude00\udbff\udfff""#)
    #expect(try JSON.parse(writer.bytes) == .string(text))
  }

  @Test func refusesWhatIsNoJSON() {
    let texts = [
      "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "01", "1.", ".5", "+1", "1e", "-", "tru", "nulll", "\"abc",
      "\"a\u{1}b\"", #""\x""#, #""\u12G4""#, #""\ud800""#, #""\ud800x""#, #""\udc00""#, #""\ud800\u0041""#, "[1] 2",
      "{\"a\":1,\"a\":2}", "{\"a\" 1}", "\u{FEFF}{}", "NaN", "[1 2]", "\"a\nb\"", "// x\n1",
    ]
    for text in texts { #expect(refusal(text) != nil, "read as JSON: \(text)") }
    #expect(throws: JSON.SyntaxError.self) { try JSON.parse([0x22, 0xC3, 0x22]) }
    #expect(throws: JSON.SyntaxError.self) { try JSON.parse([0x22, 0xED, 0xA0, 0x80, 0x22]) }
  }

  @Test func errorsNameTheirPlace() {
    #expect(
      refusal("{\n  \"a\": 1,\n  \"b\": tru\n}")?.description
        == "line 3, column 11: found the end of the line, expected 'true'")
    #expect(
      refusal("{\"a\":1,\n\"a\":2}")?.description
        == "line 2, column 1: found key \"a\" again, expected each key once in an object")
    #expect(refusal("[1;2]")?.description == "line 1, column 3: found ';', expected ',' or ']'")
    #expect(
      refusal(#"["\ud800"]"#)?.description == "line 1, column 3: found a lone surrogate, expected a pair of surrogates")
  }

  @Test func duplicateKeysAreRefusedAmongMany() {
    let members = (0..<40).map { "\"k\($0)\":\($0)" }
    #expect(refusal("{" + members.joined(separator: ",") + "}") == nil)
    #expect(refusal("{" + (members + ["\"k3\":0"]).joined(separator: ",") + "}") != nil)
  }

  @Test func depthIsLimited() {
    let deepest = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(refusal(deepest) == nil)
    #expect(refusal("[" + deepest + "]")?.expected == "at most 128 levels of arrays and objects")
    #expect(refusal(String(repeating: "[", count: 1_000_000)) != nil)
  }

  @Test func longStringsComeBack() throws {
    let text = String(repeating: "x\"\\é\n😀 plain text of some length ", count: 30_000)
    #expect(try JSON.parse(JSON.write(.string(text))) == .string(text))
    #expect(try JSON.parse(JSON.write(.string(text), ascii: true)) == .string(text))
  }

  @Test func everyPositionOfASpecialByteIsFound() throws {
    for position in 0..<40 {
      for special in ["\"", "\\", "\n", "\u{1F}", "é", "\u{7F}"] {
        let text = String(repeating: "a", count: position) + special + String(repeating: "b", count: 40 - position)
        #expect(try JSON.parse(JSON.write(.string(text), ascii: true)) == .string(text), "at \(position)")
      }
    }
  }

  @Test func lineWriterPlacesCommas() {
    var writer = JSONLineWriter()
    for _ in 0..<2 {
      writer.beginObject()
      writer.key("id")
      writer.value(.number("1.50"))
      writer.key("list")
      writer.beginArray()
      writer.integer(.min)
      writer.string("a")
      writer.beginObject()
      writer.endObject()
      writer.null()
      writer.endArray()
      writer.key("ok")
      writer.bool(true)
      writer.endObject()
      writer.endLine()
    }
    let line = #"{"id":1.50,"list":[-9223372036854775808,"a",{},null],"ok":true}"# + "\n"
    #expect(String(decoding: writer.bytes, as: UTF8.self) == line + line)
    writer.removeAll()
    #expect(writer.bytes.isEmpty)
  }
}
