// A run that breaks off anywhere leaves the old dataset whole, and the next run is right.
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Pipeline

@Suite struct CrashTests {
  private struct Interruption: Error {}

  @Test func breakingOffAfterAnyStepLeavesAWholeDataset() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 6)
    let old = try scratch.run()
    try scratch.write("The mole cost $31.\n", to: "sources/news/mole.txt")
    let new = try scratch.run(scratch.plan(output: scratch.path + "/elsewhere"))
    for step in RunStep.allCases {
      let run = Run(
        plan: scratch.plan(), logger: Scratch.logger, durability: .crash,
        step: { if $0 == step { throw Interruption() } })
      #expect(throws: RunFailure.self) { try run.execute() }
      let digest = try Self.digest(of: scratch.current)
      let isPublished = step == .published || step == .pruned
      #expect(digest == (isPublished ? new : old).datasetDigest, "after breaking off at \(step)")
      if isPublished { continue }
      let rest = try FileManager.default.contentsOfDirectory(atPath: scratch.output + "/runs")
      #expect(!rest.contains { $0.hasPrefix(".tmp-") }, "\(step) left \(rest)")
    }
    #expect(try scratch.run().datasetDigest == new.datasetDigest)
  }

  private static func digest(of folder: String) throws -> String {
    let record = try String(contentsOfFile: folder + "/run.json", encoding: .utf8)
    let part = try #require(record.components(separatedBy: "\"datasetSha256\": \"").last)
    return String(part.prefix(64))
  }

  @Test func aKilledRunLeavesTheOldDatasetAndTheNextIsRight() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 60)
    let arguments = ["run", "--quiet", "--source", scratch.sources, "--output"]
    let expected = scratch.path + "/expected"
    #expect(try Binary.run(arguments + [expected]) == ExitStatus.publishedWithQuarantine.rawValue)
    let whole = try scratch.dataset(at: expected + "/current")
    #expect(try Binary.run(arguments + [scratch.output]) == ExitStatus.publishedWithQuarantine.rawValue)
    for delay in stride(from: 2_000, through: 120_000, by: 13_000) {
      let process = try Binary.start(arguments + [scratch.output, "--full"])
      usleep(UInt32(delay))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try scratch.dataset() == whole, "current is damaged by a kill after \(delay) µs")
    }
    #expect(try Binary.run(arguments + [scratch.output]) == ExitStatus.publishedWithQuarantine.rawValue)
    #expect(try scratch.dataset() == whole)
    let runs = try FileManager.default.contentsOfDirectory(atPath: scratch.output + "/runs")
    #expect(!runs.contains { $0.hasPrefix(".tmp-") }, "a killed run left \(runs)")
  }

  @Test func aSignalEndsTheRunWithItsNumber() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 400)
    for (signal, status) in [(SIGINT, ExitStatus.interrupted), (SIGTERM, .terminated), (SIGHUP, .hungUp)] {
      let process = try Binary.start([
        "run", "--quiet", "--full", "--source", scratch.sources, "--output", scratch.output,
      ])
      // Late enough for the signals to be looked after: once the store is there, the run is on its way.
      while process.isRunning, !FileManager.default.fileExists(atPath: scratch.output + "/state/lock") { usleep(200) }
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect([status.rawValue, 3].contains(process.terminationStatus), "found \(process.terminationStatus)")
      try? FileManager.default.removeItem(atPath: scratch.output)
    }
  }

  @Test func aReaderOfCurrentNeverSeesAMixture() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 2)
    try scratch.run()
    let current = scratch.current
    let isDone = Atomic(false)
    let mixtures = Atomic(0)
    let reads = Atomic(0)
    // A thread of its own: the runs fill the global queue.
    let ended = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      defer { ended.signal() }
      while !isDone.load(ordering: .relaxed) {
        // One resolution of the link is one dataset: its own record names the folder it stands in.
        let folder = open(current, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        let names = ["data/mentions.csv", "xml/dataset.xml", "report/report.json", "datapackage.json", "run.json"]
        let isWhole = names.allSatisfy { name in faccessat(folder, name, R_OK, 0) == 0 }
        if folder < 0 || !isWhole { mixtures.add(1, ordering: .relaxed) }
        reads.add(1, ordering: .relaxed)
      }
    }
    var plan = scratch.plan()
    plan.keptRuns = 100
    for _ in 0..<12 { try scratch.run(plan) }
    while reads.load(ordering: .relaxed) <= 100 { try scratch.run(plan) }
    isDone.store(true, ordering: .relaxed)
    ended.wait()
    #expect(mixtures.load(ordering: .relaxed) == 0, "of \(reads.load(ordering: .relaxed)) reads")
  }
}
