// Which files are found, and in which order.
import Foundation
import Testing

@testable import Pipeline

@Suite struct DiscoveryTests {
  private static func paths(_ scratch: Scratch) throws -> [String] {
    let plan = scratch.plan()
    return try Discovery(plan: plan).files().map { plan.sources[$0.source].id + ":" + $0.path }
  }

  @Test func filesComeBySourceAndPathBytes() throws {
    let scratch = try Scratch()
    for name in [
      "news/b.txt", "news/a/z.txt", "news/a.txt", "news/Z.md", "reports/x.txt", "news/ä.txt", "news/a b.txt",
    ] {
      try scratch.write("x", to: "sources/" + name)
    }
    #expect(
      try Self.paths(scratch) == [
        "news:Z.md", "news:a b.txt", "news:a.txt", "news:a/z.txt", "news:b.txt", "news:ä.txt", "reports:x.txt",
      ])
  }

  @Test func hiddenAndUnnamedFilesAreLeftOut() throws {
    let scratch = try Scratch()
    for name in ["news/.a.txt", "news/.git/b.txt", "news/c.pdf", "news/d.txt", "reports/e.txt"] {
      try scratch.write("x", to: "sources/" + name)
    }
    #expect(try Self.paths(scratch) == ["news:d.txt", "reports:e.txt"])
  }

  @Test func linksAreFollowedButNotInCircles() throws {
    let scratch = try Scratch()
    try scratch.write("x", to: "sources/news/deep/a.txt")
    try scratch.write("x", to: "sources/reports/b.txt")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: scratch.sources + "/news/deep/up", withDestinationPath: "..")
    try files.createSymbolicLink(atPath: scratch.sources + "/news/self", withDestinationPath: "self")
    try files.createSymbolicLink(atPath: scratch.sources + "/news/other", withDestinationPath: "../reports")
    #expect(try Self.paths(scratch) == ["news:deep/a.txt", "news:other", "reports:b.txt"])
  }

  @Test func linksOutOfTheSourceAreQuarantined() throws {
    let scratch = try Scratch()
    try scratch.write("It cost $5.\n", to: "sources/news/deep/a.txt")
    try scratch.write("It cost $6.\n", to: "sources/reports/b.txt")
    let files = FileManager.default
    for (link, target) in [("out", "../reports"), ("out.txt", "../reports/b.txt"), ("in.txt", "deep/a.txt")] {
      try files.createSymbolicLink(atPath: scratch.sources + "/news/" + link, withDestinationPath: target)
    }
    try scratch.run()
    let rows = try scratch.table("documents").map {
      "\($0["source_id"] ?? ""):\($0["path"] ?? "") \($0["status"] ?? "")"
    }
    #expect(
      rows.sorted() == [
        "news:deep/a.txt read", "news:in.txt duplicate", "news:out quarantined", "news:out.txt quarantined",
        "reports:b.txt read",
      ])
    #expect(!files.fileExists(atPath: scratch.output + "/quarantine/news/out.txt"))
    #expect(files.fileExists(atPath: scratch.output + "/quarantine/news/out.txt.reason.txt"))
  }

  @Test func twoNamesThatWereWrittenAlikeAreTwoDocuments() throws {
    let scratch = try Scratch()
    try scratch.write("It cost $5.\n", to: "sources/news/bad%FF.txt")
    try scratch.write("x", to: "sources/reports/b.txt")
    let name = Array((scratch.sources + "/news/bad").utf8) + [0xFF] + Array(".txt".utf8) + [0]
    let file = name.withUnsafeBytes { $0.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { fopen($0, "w") } } }
    if let stream = file ?? nil { fclose(stream) }
    try scratch.run()
    let rows = try scratch.table("documents").map { "\($0["path"] ?? "") \($0["status"] ?? "")" }
    #expect(rows.sorted() == ["b.txt read", "bad%25FF.txt read", "bad%FF.txt quarantined"])
  }

  @Test func aSourceThatIsTheOutputFolderDoesNotReadTheOutput() throws {
    let scratch = try Scratch()
    try scratch.write("It cost $5.\n", to: "sources/news/a.txt")
    try scratch.write("It cost $6.\n", to: "sources/reports/c.txt")
    let plan = scratch.plan(output: scratch.sources + "/news")
    try scratch.run(plan)
    #expect(try Discovery(plan: plan).files().map(\.path) == ["a.txt", "c.txt"])
    var inside = scratch.plan(output: scratch.sources + "/news")
    inside.sources[0].folder = scratch.sources + "/news/current/texts"
    #expect { try Discovery(plan: inside).files() } throws: { "\($0)".contains("the program's own output") }
  }

  @Test func theOutputFolderIsNoSource() throws {
    let scratch = try Scratch()
    try scratch.write("x", to: "sources/news/a.txt")
    try scratch.write("x", to: "sources/reports/out/current/texts/b.txt")
    try scratch.write("x", to: "sources/reports/c.txt")
    let plan = scratch.plan(output: scratch.sources + "/reports/out")
    #expect(try Discovery(plan: plan).files().map(\.path) == ["a.txt", "c.txt"])
  }

  @Test func aNameThatIsNotUTF8IsFoundAndQuarantined() throws {
    let scratch = try Scratch()
    try scratch.write("x", to: "sources/news/a.txt")
    try scratch.write("x", to: "sources/reports/b.txt")
    let name = Array((scratch.sources + "/news/").utf8) + [0xFF] + Array(".txt".utf8) + [0]
    let file = name.withUnsafeBytes { $0.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { fopen($0, "w") } } }
    if let stream = file ?? nil { fclose(stream) }
    #expect(try Self.paths(scratch) == ["news:%FF.txt", "news:a.txt", "reports:b.txt"])
    try scratch.run()
    let row = try scratch.table("documents").first { $0["path"] == "%FF.txt" }
    #expect(row?["status"] == "quarantined")
  }
}
