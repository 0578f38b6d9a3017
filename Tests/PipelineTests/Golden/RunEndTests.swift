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
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.output + "/runs").isEmpty)
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
