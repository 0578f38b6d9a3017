// The worker's contract, over pipes as a caller sees it.
import Formats
import Foundation
import Testing

@testable import Pipeline

@Suite struct WorkerTests {
  /// What the worker answers to an input, byte for byte.
  private static func answer(_ input: [UInt8], _ options: Worker.Options = Worker.Options()) throws -> [UInt8] {
    let folder = try ConfigurationFolder()
    try Data(input).write(to: URL(fileURLWithPath: "\(folder.path)/in"))
    _ = FileManager.default.createFile(atPath: "\(folder.path)/out", contents: nil)
    let reading = try FileHandle(forReadingFrom: URL(fileURLWithPath: "\(folder.path)/in"))
    let writing = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder.path)/out"))
    _ = try Worker(options).run(input: reading.fileDescriptor, output: writing.fileDescriptor)
    return Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/out")))
  }

  private static func lines(_ input: String, _ options: Worker.Options = Worker.Options()) throws -> [JSONValue] {
    let answer = try answer(Array(input.utf8), options)
    #expect(answer.isEmpty || answer.last == 0x0A, "the last line has its end")
    #expect(answer.allSatisfy { $0 < 0x80 }, "answers are ASCII")
    return try answer.split(separator: 0x0A).map { try JSON.parse(Array($0)) }
  }

  @Test func offsetsReferToTheTextGiven() throws {
    let text = "é€😀 costs $5 million."
    let line = try #require(try Self.lines(#"{"id":"x","text":"\#(text)"}"# + "\n").first)
    let mention = try #require(line["mentions"]?.array?.first)
    let start = try #require(mention["start"]?.integer)
    let end = try #require(mention["end"]?.integer)
    let scalars = Array(text.unicodeScalars)[start..<end]
    #expect(String(String.UnicodeScalarView(scalars)) == mention["surface"]?.string)
    let startByte = try #require(mention["start_byte"]?.integer)
    let endByte = try #require(mention["end_byte"]?.integer)
    #expect(String(decoding: Array(text.utf8)[startByte..<endByte], as: UTF8.self) == mention["surface"]?.string)
    #expect(mention["currency"]?.string == "USD")
  }

  @Test func aMentionHasEveryField() throws {
    let line = try #require(try Self.lines(#"{"id":1,"text":"It costs $5 million."}"#).first)
    #expect(
      line["mentions"]?.array?.first?.object?.keys == [
        "start", "end", "start_byte", "end_byte", "surface", "lower", "upper", "currency", "qualifier", "region",
        "per", "currency_evidence", "currency_basis", "year_start", "year_end", "payer", "payer_iso3",
        "payer_agency", "payee", "payee_iso3", "payee_agency", "kind", "flow_status", "about", "rule",
      ])
  }

  @Test func quantitiesStandBesideMentionsWhereTheyAreAskedFor() throws {
    let input = #"{"id":1,"text":"é: They paid $5 million a year for 45 km of road."}"#
    let plain = try #require(try Self.lines(input).first)
    #expect(plain.object?.keys == ["id", "mentions"])
    var options = Worker.Options()
    options.readsQuantities = true
    let line = try #require(try Self.lines(input, options).first)
    #expect(line.object?.keys == ["id", "mentions", "quantities"])
    #expect(line["mentions"] == plain["mentions"])
    let quantity = try #require(line["quantities"]?.array?.first)
    #expect(line["quantities"]?.array?.count == 1)
    #expect(
      quantity.object?.keys == [
        "start", "end", "start_byte", "end_byte", "surface", "lower", "upper", "unit", "qualifier", "region", "about",
        "rule",
      ])
    #expect(quantity["surface"]?.string == "45 km" && quantity["unit"]?.string == "km")
    #expect(quantity["start"]?.integer == 35 && quantity["start_byte"]?.integer == 36)
  }

  @Test func idsAreEchoedAsWritten() throws {
    let answer = try Self.answer(
      Array(#"{"id":"a\u00e9/\/é","text":""}"#.utf8) + [0x0A] + Array(#"{"text":"","id":1.50e2}"#.utf8))
    let lines = String(decoding: answer, as: UTF8.self).split(separator: "\n")
    #expect(lines == [#"{"id":"a\u00e9/\/\u00e9","mentions":[]}"#, #"{"id":1.50e2,"mentions":[]}"#])
  }

  /// A line, the id of its answer as JSON, and its error's code.
  private static let failures: [(line: String, id: JSONValue, code: String)] = [
    ("", .null, "empty-line"),
    ("nonsense", .null, "bad-json"),
    ("[1]", .null, "bad-json"),
    (#"{"id":7,"text":"a""#, 7, "bad-json"),
    (#"{"id":7,"text":"a"} x"#, 7, "bad-json"),
    (#"{"id":7,"text":"\x"}"#, 7, "bad-json"),
    (#"{"id":7,"other":[1,{"a":]}]}"#, 7, "bad-json"),
    (#"{"text":"a"}"#, .null, "missing-id"),
    (#"{"id":null,"text":"a"}"#, .null, "bad-id"),
    (#"{"id":["a"],"text":"a"}"#, .null, "bad-id"),
    (#"{"id":"b"}"#, "b", "missing-text"),
    (#"{"id":"b","text":null}"#, "b", "missing-text"),
    (#"{"id":"b","text":7}"#, "b", "bad-type"),
    (#"{"id":"b","text":"a","language":7}"#, "b", "bad-type"),
    (#"{"id":"b","text":"a","date":"July"}"#, "b", "bad-date"),
    (#"{"id":"b","text":"a","country":"canada"}"#, "b", "bad-country"),
    (#"{"id":"b","text":"a","country":"XQ"}"#, "b", "bad-country"),
    (#"{"id":"b","text":"a","language":"xx"}"#, "b", "bad-language"),
    (#"{"id":"b","text":"a","lang":"english"}"#, "b", "bad-language"),
    (#"{"id":"b","text":"a","path":"/"}"#, "b", "text-and-path"),
    (#"{"id":"b","text":"a","text":"b"}"#, "b", "repeated-key"),
    (#"{"id":"b","id":"c","text":"b"}"#, "b", "repeated-key"),
    (#"{"id":"b","text":"b","lang":"en","language":"en"}"#, "b", "repeated-key"),
    (#"{"id":"b","text":"b","other":1,"other":1}"#, "b", "repeated-key"),
    (#"{"id":"b","path":"/no/such/file.txt"}"#, "b", "unreadable-file"),
    (#"{"id":"b","path":"/"}"#, "b", "unreadable-file"),
  ]

  @Test func badLinesAreAnsweredAndStopNothing() throws {
    let input = Self.failures.map { $0.line + "\n" }.joined() + #"{"id":"last","text":"a"}"# + "\n"
    let lines = try Self.lines(input)
    #expect(lines.count == Self.failures.count + 1)
    for (failure, line) in zip(Self.failures, lines) {
      #expect(line["id"] == failure.id, "id answering \(failure.line)")
      #expect(line["error"]?["code"]?.string == failure.code, "code answering \(failure.line)")
      #expect(line["error"]?["message"]?.string?.isEmpty == false)
      #expect(line["mentions"] == nil)
    }
    #expect(lines.last?["mentions"] == [])
  }

  @Test func malformedUTF8IsABadLine() throws {
    let answer = try Self.answer(Array(#"{"id":1,"text":""#.utf8) + [0xFF] + Array("\"}\n".utf8))
    let line = try JSON.parse(Array(answer.dropLast()))
    #expect(line["error"]?["code"]?.string == "bad-json")
    #expect(line["id"] == 1, "the id came before what is amiss")
  }

  @Test func anIdThatIsCutIsNoId() throws {
    for id in ["1", "\"a"] {
      let answer = try Self.answer(Array("{\"id\":\(id)".utf8) + [0xFF] + Array("\",\"text\":\"\"}\n".utf8))
      #expect(try JSON.parse(Array(answer.dropLast()))["id"] == .null)
    }
  }

  @Test func codesOfCountriesAndLanguagesAreTakenAsTheyAreWritten() throws {
    func currency(_ members: String) throws -> String? {
      let line = try #require(try Self.lines(#"{"id":1,"text":"It costs $30.",\#(members)}"#).first)
      return line["mentions"]?.array?.first?["currency"]?.string
    }
    #expect(try currency(#""country":"CAN""#) == "CAD")
    #expect(try currency(#""country":"CA","language":"en""#) == "CAD")
    #expect(try currency(#""country":"","language":"pt-BR""#) == "USD")
    #expect(try currency(#""lang":"tgk""#) == "USD")
  }

  @Test func aByteOrderMarkBeforeTheFirstLineIsSkipped() throws {
    #expect(try Self.lines("\u{FEFF}{\"id\":1,\"text\":\"a\"}\n").first?["id"] == 1)
    let second = try Self.lines("\n\u{FEFF}{\"id\":1,\"text\":\"a\"}\n")
    #expect(second.map { $0["error"]?["code"]?.string } == ["empty-line", "bad-json"])
    #expect(try Self.lines("\u{FEFF}").isEmpty)
  }

  @Test func unknownFieldsAreIgnoredAndKnownOnesMayBeNull() throws {
    let line =
      #"{"id":1,"meta":{"a":[1,"]",{}],"b":-1.5e3},"lang":null,"date":null,"country":"KEN","text":"$5","path":1}"#
    #expect(try Self.lines(line).first?["error"]?["code"]?.string == "bad-type")
    let good = line.replacingOccurrences(of: #","path":1"#, with: #","path":null"#)
    #expect(try Self.lines(good).first?["mentions"]?.array?.count == 1)
  }

  @Test func aDateMayCarryATime() throws {
    let lines = try Self.lines(#"{"id":1,"text":"a","date":"2010-07-14T00:00:00Z"}"#)
    #expect(lines.first?["mentions"] == [])
  }

  @Test func aLoneSurrogateCountsAsOneScalar() throws {
    let lines = try Self.lines(#"{"id":1,"text":"\ud800 $5 \udc00\ud83d\ude00 $6"}"#)
    let starts = lines.first?["mentions"]?.array?.map { $0["start"] }
    #expect(starts == [2, 8])
  }

  @Test func lineEndsMayBeCRLFAndTheLastMayMiss() throws {
    let lines = try Self.lines("{\"id\":1,\"text\":\"a\"}\r\n{\"id\":2,\"text\":\"b\"}")
    #expect(lines.map { $0["id"] } == [1, 2])
  }

  @Test func noInputGivesNoOutput() throws {
    #expect(try Self.answer([]).isEmpty)
  }

  @Test func aFilesOffsetsReferToItsDecodedText() throws {
    let folder = try ConfigurationFolder()
    let bytes: [UInt8] = Array("caf".utf8) + [0xE9] + Array(" costs $5".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/a.txt"))
    let line = try #require(try Self.lines(#"{"id":1,"path":"\#(folder.path)/a.txt"}"#).first)
    let mention = try #require(line["mentions"]?.array?.first)
    #expect(mention["start"] == 11 && mention["start_byte"] == 12)
  }

  @Test func cleanReturnsTheTextAndThePlacesInIt() throws {
    var options = Worker.Options()
    options.cleans = true
    let line = try #require(try Self.lines(#"{"id":1,"text":"It costs $5 million – at most."}"#, options).first)
    let text = Array(try #require(line["text"]?.string).utf8)
    let mention = try #require(line["mentions"]?.array?.first)
    let start = try #require(mention["text_start"]?.integer)
    let end = try #require(mention["text_end"]?.integer)
    #expect(String(decoding: text[start..<end], as: UTF8.self) == mention["surface"]?.string)
  }

  @Test func theTrailerCounts() throws {
    var options = Worker.Options()
    options.writesTrailer = true
    let lines = try Self.lines("{\"id\":1,\"text\":\"$5\"}\nbad\n", options)
    #expect(lines.last == ["trailer": ["lines": 2, "errors": 1, "mentions": 1, "bytes": 23]])
  }

  @Test func orderHoldsUnderAnyNumberOfThreads() throws {
    let input = (0..<5000).map { number in
      number % 97 == 0
        ? "bad \(number)\n"
        : "{\"id\":\(number),\"text\":\"\(String(repeating: "é", count: number % 300)) $\(number)\"}\n"
    }.joined()
    var options = Worker.Options()
    let expected = try Self.answer(Array(input.utf8), options)
    for threads in [2, 3, 8] {
      options.threads = threads
      #expect(try Self.answer(Array(input.utf8), options) == expected, "\(threads) threads")
    }
    #expect(expected.split(separator: 0x0A).count == 5000)
  }

  @Test func aLineBeyondTheLimitIsAnsweredAndForgotten() throws {
    var options = Worker.Options()
    options.maximumLineBytes = 1 << 20
    let long = String(repeating: "x", count: 3 << 20)
    let lines = try Self.lines(
      "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"\(long)\"}\n{\"id\":3,\"text\":\"b\"}\n{\"id\":4,\"text\":\"\(long)\"}",
      options)
    #expect(lines.map { $0["error"]?["code"]?.string } == [nil, "line-too-long", nil, "line-too-long"])
    #expect(lines.map { $0["id"] } == [1, 2, 3, 4])
  }

  @Test func answersComeBeforeTheInputEnds() throws {
    let input = Pipe()
    let output = Pipe()
    let (reading, writing) = (input.fileHandleForReading.fileDescriptor, output.fileHandleForWriting.fileDescriptor)
    let done = DispatchGroup()
    DispatchQueue.global().async(group: done) { _ = try? Worker(Worker.Options()).run(input: reading, output: writing) }
    input.fileHandleForWriting.write(Data("{\"id\":1,\"text\":\"a\"}\n".utf8))
    // Blocks for ever where the answer waits for more input.
    let answer = output.fileHandleForReading.availableData
    #expect(String(decoding: answer, as: UTF8.self) == "{\"id\":1,\"mentions\":[]}\n")
    try input.fileHandleForWriting.close()
    done.wait()
  }
}
