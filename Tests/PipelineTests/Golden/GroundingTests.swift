// What is published can be found again in the files, and nothing that was found is missing.
import Foundation
import Testing

@testable import Pipeline

@Suite struct GroundingTests {
  @Test func spansLeadBackToTheBytesOfTheSource() throws {
    let scratch = try Scratch()
    try scratch.fillSources()
    try scratch.run()
    let documents = Dictionary(
      try scratch.table("documents").map { ($0["document_id"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    let mentions = try scratch.table("mentions")
    let quantities = try scratch.table("quantities")
    #expect(mentions.count > 40)
    #expect(quantities.count > 20)
    for mention in mentions + quantities {
      let document = try #require(documents[mention["document_id"] ?? ""])
      let file = "\(scratch.sources)/\(document["source_id"] ?? "")/\(document["path"] ?? "")"
      let source = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
      let text = [UInt8](
        try Data(contentsOf: URL(fileURLWithPath: "\(scratch.current)/texts/\(mention["document_id"] ?? "").txt")))
      let start = try #require(Int(mention["text_start"] ?? ""))
      let end = try #require(Int(mention["text_end"] ?? ""))
      let surface = mention["surface"] ?? ""
      #expect(String(decoding: text[start..<end], as: UTF8.self) == surface, "text span of \(mention)")
      let bytes = try Self.ranges(mention["source_ranges"] ?? "").flatMap { source[$0] }
      let read =
        document["encoding"]?.lowercased().hasPrefix("utf-16") == true
        ? String(
          decoding: stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 },
          as: UTF16.self)
        : String(decoding: bytes, as: UTF8.self)
      #expect(Self.bare(read) == Self.bare(surface), "source ranges of \(mention)")
      let line = 1 + source[..<(Int(mention["start_byte"] ?? "") ?? 0)].count { $0 == 0x0A }
      #expect(mention["quantity_id"] != nil || mention["locator"] == "line \(line)")
    }
  }

  private static func ranges(_ list: String) throws -> [Range<Int>] {
    try list.split(separator: " ").map { range in
      let ends = range.split(separator: "-").compactMap { Int($0) }
      try #require(ends.count == 2)
      return ends[0]..<ends[1]
    }
  }

  /// Without what the rules of style and spacing may have changed.
  private static func bare(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber || $0 == "$" } }

  @Test func nothingVanishes() throws {
    let scratch = try Scratch()
    try scratch.fillSources()
    let outcome = try scratch.run()
    let documents = try scratch.table("documents")
    #expect(documents.count == outcome.counts.files)
    #expect(documents.map { "\($0["source_id"] ?? "")/\($0["path"] ?? "")" }.sorted() == (try Self.files(scratch)))
    for (status, count) in [("read", outcome.counts.read), ("duplicate", 1), ("quarantined", 4)] {
      #expect(documents.count { $0["status"] == status } == count, "documents of status \(status)")
    }
    let findings = try scratch.table("findings")
    for document in documents where document["status"] == "quarantined" {
      let id = document["document_id"]
      #expect(findings.contains { $0["document_id"] == id }, "no reason for \(document["path"] ?? "")")
      #expect(document["mentions"] == "0")
    }
    let mentions = try scratch.table("mentions")
    let facts = try scratch.table("facts")
    #expect(documents.compactMap { Int($0["mentions"] ?? "") }.reduce(0, +) == mentions.count)
    #expect(facts.compactMap { Int($0["mentions"] ?? "") }.reduce(0, +) == mentions.count)
    #expect(Set(mentions.map { $0["fact_id"] }) == Set(facts.map { $0["fact_id"] }))
    #expect(try scratch.table("evidence").count == mentions.count)
    let read = documents.filter { $0["status"] == "read" }.map { "\($0["document_id"] ?? "").txt" }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.current + "/texts").sorted() == read.sorted())
  }

  private static func files(_ scratch: Scratch) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: scratch.sources)
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted()
  }

  @Test func badFilesAreQuarantinedAndComeBackWhenTheyReadWell() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 2)
    let outcome = try scratch.run()
    #expect(outcome.exitStatus == .publishedWithQuarantine)
    for name in ["empty.txt", "program.txt", "long.txt", "broken.txt"] {
      let reason = "\(scratch.output)/quarantine/reports/\(name).reason.txt"
      #expect(try String(contentsOfFile: reason, encoding: .utf8).count > 10, "no reason for \(name)")
    }
    #expect(FileManager.default.fileExists(atPath: scratch.output + "/quarantine/reports/program.txt"))
    for name in ["empty.txt", "program.txt", "long.txt", "broken.txt"] {
      try? FileManager.default.removeItem(atPath: "\(scratch.sources)/reports/\(name)")
    }
    try scratch.run()
    #expect(!FileManager.default.fileExists(atPath: scratch.output + "/quarantine"))
  }

  @Test func idsStayWhenAnotherPartOfTheDocumentIsEdited() throws {
    let scratch = try Scratch()
    try scratch.write("One pier cost $31 in May.\n\nA ship cost $47 in June.\n", to: "sources/news/a.txt")
    try scratch.write("Nothing.\n", to: "sources/reports/b.txt")
    try scratch.run()
    let before = try #require(try scratch.table("mentions").last)
    try scratch.write("One long pier cost $32 in May or so.\n\nA ship cost $47 in June.\n", to: "sources/news/a.txt")
    try scratch.run()
    let after = try #require(try scratch.table("mentions").last)
    #expect(before["mention_id"] == after["mention_id"])
    #expect(before["start_byte"] != after["start_byte"])
  }
}
