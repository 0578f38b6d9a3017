// The scanner and the parser read the same syntax: what one refuses the other refuses, at the same place.
import Testing

@testable import Formats

struct JSONScannerTests {
  /// The string members of one object; other values are stepped over.
  private func strings(_ bytes: [UInt8]) throws(JSON.SyntaxError) -> [String] {
    try bytes.withUnsafeBufferPointer { (buffer) throws(JSON.SyntaxError) in
      var scanner = try JSONScanner(buffer)
      var (key, text, found): ([UInt8], [UInt8], [String]) = ([], [], [])
      try scanner.beginObject()
      while try scanner.nextMember(key: &key) {
        guard scanner.next == .string else {
          _ = try scanner.skipValue()
          continue
        }
        try scanner.string(into: &text)
        found.append(String(decoding: text, as: UTF8.self))
      }
      try scanner.end()
      return found
    }
  }

  private func refusal(_ text: String, _ read: ([UInt8]) throws(JSON.SyntaxError) -> Void) -> String? {
    do {
      try read(Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func stringsAreReadAndOtherValuesSteppedOver() throws {
    let text = #" {"a":"é\n\ud83d\ude00","b":[1,{"c":[]},{}],"d":true,"e":null,"f":-1.5e+3 , "a":""} "#
    #expect(try strings(Array(text.utf8)) == ["é\n😀", ""])
  }

  @Test func aLoneSurrogateIsReplaced() throws {
    let text = #"{"a":"\ud800","b":"\ud800x","c":"\udc00\ud83d\ude00","d":"\ud800\ud83d\ude00","e":"\ud800\n"}"#
    #expect(try strings(Array(text.utf8)) == ["\u{FFFD}", "\u{FFFD}x", "\u{FFFD}😀", "\u{FFFD}😀", "\u{FFFD}\n"])
  }

  @Test func refusesWhatTheParserRefusesAtTheSamePlace() throws {
    let texts = [
      "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{\"a\":'a'}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":-}",
      "{\"a\":1e}", "{\"a\":\n tru\n}", "{\"a\":nul}", "{\"a\":falsey}", "{\"a\":\"b\tc\"}", #"{"a":"\x"}"#,
      #"{"a":"\u12G4"}"#, #"{"a":"\ud800\u12"}"#, #"{"a":[1;2]}"#, #"{"a":{"b":1;2}}"#, #"{"a":[1,]}"#, #"{"a":{1}}"#,
      "{\"a\":NaN}", "{\"a\":1} é", "{\"a\":1 \u{7F}}",
    ]
    for text in texts {
      let scanned = refusal(text) { (bytes) throws(JSON.SyntaxError) in _ = try strings(bytes) }
      let parsed = refusal(text) { (bytes) throws(JSON.SyntaxError) in _ = try JSON.parse(bytes) }
      let place = try #require(parsed).replacing("the end of the text", with: "the end of the line")
      #expect(scanned == place, "scanning \(text)")
    }
  }

  @Test func whereTheLineEndsIsNamed() {
    for text in ["", "{", "{\"a", "{\"a\":", "{\"a\":\"b", "{\"a\":\"\\", "{\"a\":[1", "{\"a\":1"] {
      let scanned = refusal(text) { (bytes) throws(JSON.SyntaxError) in _ = try strings(bytes) }
      let place = "line 1, column \(text.utf8.count + 1): found the end of the line"
      #expect(scanned?.hasPrefix(place) == true, "scanning \(text): \(scanned ?? "read")")
    }
  }

  @Test func malformedUTF8IsRefusedAtItsPlace() {
    #expect(
      throws: JSON.SyntaxError(line: 2, column: 5, found: "byte 0xC3", expected: "well-formed UTF-8")
    ) { try strings(Array("{\n\"a\":".utf8) + [0xC3, 0x22]) }
  }
}
