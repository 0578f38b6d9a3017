// How a run ends when it cannot do its work.
import Foundation
import Testing

@testable import Pipeline

@Suite struct RunEndTests {
  @Test func aHeldLockEndsTheSecondRun() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 1)
    try FileManager.default.createDirectory(atPath: scratch.output + "/state", withIntermediateDirectories: true)
    let lock = try RunLock(scratch.output + "/state/lock")
    #expect { try scratch.run() } throws: { ($0 as? RunFailure)?.exitStatus == .locked }
    #expect(try Binary.run(["run", "--quiet", "--source", scratch.sources, "--output", scratch.output]) == 11)
    lock.release()
    #expect(try scratch.run().published != nil)
  }

  @Test func noDocumentIsAMatterOfConfiguration() throws {
    let scratch = try Scratch()
    for name in ["news", "reports"] {
      try FileManager.default.createDirectory(atPath: scratch.sources + "/" + name, withIntermediateDirectories: true)
    }
    #expect { try scratch.run() } throws: { ($0 as? RunFailure)?.exitStatus == .usage }
    #expect(!FileManager.default.fileExists(atPath: scratch.current))
  }

  @Test func aMissingSourceFolderIsNamed() throws {
    let scratch = try Scratch()
    #expect { try scratch.run() } throws: { "\($0)".contains("source news") }
  }

  @Test func outputThatCannotBeWrittenIsAnInputOutputError() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 1)
    try scratch.write("in the way", to: "output/runs")
    #expect { try scratch.run() } throws: { ($0 as? RunFailure)?.exitStatus == .inputOutput }
  }

  @Test func aDryRunPublishesNothing() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 3)
    let outcome = try Run(plan: scratch.plan(), mode: .dryRun, logger: Scratch.logger).execute()
    #expect(outcome.published == nil)
    #expect(outcome.counts.mentions > 0)
    #expect(!FileManager.default.fileExists(atPath: scratch.output), "a dry run leaves no folder")
  }

  @Test func aDryRunLeavesTheFoldersThatAreThere() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 3)
    try scratch.run()
    let before = try scratch.dataset()
    _ = try Run(plan: scratch.plan(), mode: .dryRun, logger: Scratch.logger).execute()
    #expect(try scratch.dataset() == before)
  }

  @Test func nothingFoundMakesNoFolders() throws {
    let scratch = try Scratch()
    for name in ["news", "reports"] {
      try FileManager.default.createDirectory(atPath: scratch.sources + "/" + name, withIntermediateDirectories: true)
    }
    #expect(throws: RunFailure.self) { try scratch.run() }
    #expect(!FileManager.default.fileExists(atPath: scratch.output))
  }

  @Test func aRunThatReadsNothingKeepsTheOldDataset() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 2)
    try scratch.run()
    let before = try scratch.dataset()
    var plan = scratch.plan()
    plan.maximumFileBytes = 1
    #expect {
      try scratch.run(plan)
    } throws: { error in
      (error as? RunFailure)?.exitStatus == .gateFailed && "\(error)".contains("no document could be read")
    }
    #expect(try scratch.dataset() == before)
    #expect(FileManager.default.fileExists(atPath: scratch.output + "/quarantine/news/mast.txt.reason.txt"))
  }

  @Test func theStoreIsOneFileAfterARun() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 2)
    try scratch.run()
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.output + "/state").sorted()
    #expect(files == ["lock", "store.sqlite"])
  }

  @Test func quarantineCopiesAreTheOperatorsAlone() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 2)
    try scratch.run()
    let copy = scratch.output + "/quarantine/reports/program.txt"
    #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
  }

  @Test func aDocumentOfManyAmountsIsWrittenThroughTheDisk() throws {
    let scratch = try Scratch()
    let padding = String(repeating: "of the long road to the harbour ", count: 40)
    let text = (1..<4000).map { "It cost $\($0) million \(padding)." }.joined(separator: " ")
    try scratch.write(text, to: "sources/news/a.txt")
    try scratch.write("x", to: "sources/reports/b.txt")
    var plan = scratch.plan()
    plan.maximumFileBytes = 64 << 20
    #expect(try scratch.run(plan).counts.mentions == 3999)
    #expect(try scratch.table("mentions").map { $0["amount_lower"] } == (1..<4000).map { "\($0)000000" })
    #expect(try DatasetValidation(folder: scratch.current).problems.isEmpty)
  }

  @Test func olderRunsArePrunedAndTheCurrentNever() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 1)
    for _ in 0..<5 { try scratch.run() }
    let last = try scratch.run()
    let runs = try FileManager.default.contentsOfDirectory(atPath: scratch.output + "/runs")
    #expect(runs.count == 3, "two kept beside the current one; found \(runs)")
    #expect(runs.contains(last.runID))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.current) == "runs/" + last.runID)
  }
}
