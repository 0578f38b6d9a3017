// The dataset is a function of source bytes, configuration, reference data and program alone.
import Foundation
import Testing

@testable import Pipeline

@Suite struct DeterminismTests {
  private static func differences(_ left: [String: Data], _ right: [String: Data]) -> [String] {
    Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
  }

  @Test func workersAndDiscoveryOrderLeaveNoTrace() throws {
    let scratch = try Scratch()
    try scratch.fillSources()
    var digests: Set<String> = []
    var first: [String: Data]?
    for (workers, isReversed) in [(1, false), (2, true), (8, false)] {
      let plan = scratch.plan(workers: workers, output: scratch.path + "/out-\(workers)")
      let run = Run(
        plan: plan, logger: Scratch.logger, durability: .crash,
        order: { isReversed ? $0.reversed() : $0.shuffled() })
      digests.insert(try run.execute().datasetDigest)
      let dataset = try scratch.dataset(at: plan.output + "/current")
      let difference = Self.differences(first ?? dataset, dataset)
      #expect(difference.isEmpty, "these files differ with \(workers) workers: \(difference)")
      first = first ?? dataset
    }
    #expect(digests.count == 1, "equal datasets must have equal digests")
  }

  @Test func askingForQuantitiesReadsStoredDocumentsAnew() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 3)
    try scratch.age()
    try scratch.run(scratch.plan(readsQuantities: false))
    #expect(try scratch.table("quantities").isEmpty)
    try scratch.run()
    #expect(try scratch.table("quantities").map { $0["surface"] }.contains("2 people"))
  }

  @Test func storeAndFullRunGiveTheSameBytes() throws {
    let scratch = try Scratch()
    try scratch.fillSources()
    try scratch.age()
    let fresh = try scratch.run()
    let dataset = try scratch.dataset()
    let again = try scratch.run()
    #expect(Self.differences(dataset, try scratch.dataset()).isEmpty, "a run from the store differs")
    let full = try scratch.run(scratch.plan(isFull: true))
    #expect(Self.differences(dataset, try scratch.dataset()).isEmpty, "a full run differs")
    #expect(Set([fresh.datasetDigest, again.datasetDigest, full.datasetDigest]).count == 1)
    // The quarantined files and the duplicate are looked at again; nothing else is.
    #expect(again.counts.recomputed == again.counts.quarantined + again.counts.duplicates)
    #expect(full.counts.recomputed == full.counts.files)
  }

  @Test func anEditedFileIsReadAgainAndOnlyThat() throws {
    let scratch = try Scratch()
    try scratch.fillSources()
    try scratch.age()
    let before = try scratch.run()
    try scratch.write("The pier now costs $999.\n", to: "sources/news/0/item-0.txt")
    let after = try scratch.run()
    #expect(after.counts.recomputed == before.counts.quarantined + before.counts.duplicates + 1)
    let text = try scratch.dataset().first { $0.value == Data("The pier now costs $999.\n".utf8) }
    #expect(text?.key.hasPrefix("texts/d1-") == true, "the edited text is not published")
    let fromStore = try scratch.dataset()
    try scratch.run(scratch.plan(isFull: true))
    #expect(Self.differences(fromStore, try scratch.dataset()).isEmpty)
  }

  @Test func anEditWithTheSameSizeAndAFreshTimeIsSeen() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 2)
    try scratch.write("It cost $11.\n", to: "sources/news/pier.txt")
    try scratch.run()
    try scratch.write("It cost $22.\n", to: "sources/news/pier.txt")
    try scratch.run()
    #expect(try scratch.table("mentions").contains { $0["surface"]?.contains("22") == true })
  }

  @Test func localeAndTimeZoneLeaveNoTrace() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 6)
    var datasets: [[String: Data]] = []
    for (locale, zone) in [("C", "UTC"), ("tr_TR.UTF-8", "Pacific/Kiritimati"), ("de_DE.UTF-8", "America/New_York")] {
      let output = scratch.path + "/out-" + locale
      let status = try Binary.run(
        ["run", "--quiet", "--source", scratch.sources, "--output", output],
        environment: ["LC_ALL": locale, "TZ": zone])
      #expect(status == ExitStatus.publishedWithQuarantine.rawValue)
      datasets.append(try scratch.dataset(at: output + "/current"))
    }
    for dataset in datasets.dropFirst() { #expect(Self.differences(datasets[0], dataset).isEmpty) }
  }
}

/// The program as it was built beside these tests.
enum Binary {
  static var path: String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return (tests as NSString).deletingLastPathComponent + "/assay"
  }

  static func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The exit code, or minus the signal that ended it.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Int32 {
    let process = try start(arguments, environment: environment)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
  }
}
