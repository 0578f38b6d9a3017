// The whole flow of a run: find, read, reconcile, check, write, publish.
import Glibc
import Logging
import Model
import Recognizers
import Writers

package struct Run: Sendable {
  package enum Mode: Sendable {
    case publish
    /// Reads and counts everything, publishes nothing.
    case dryRun
  }

  private let plan: Plan
  private let mode: Mode
  private let layout: OutputLayout
  private let logger: Logger
  private let progress: any ProgressSink
  private let durability: Publication.Durability
  private let step: @Sendable (RunStep) throws -> Void
  private let order: @Sendable ([DiscoveredFile]) -> [DiscoveredFile]
  private let stop = StopRequest()

  package init(plan: Plan, mode: Mode = .publish, logger: Logger, progress: any ProgressSink = SilentProgress()) {
    self.init(plan: plan, mode: mode, logger: logger, progress: progress, durability: .powerCut, step: { _ in })
  }

  /// For tests: `durability` need not wait for the disk; `step` is told of each step done and may break the run off
  /// there; `order` disturbs what discovery found before it is sorted.
  package init(
    plan: Plan, mode: Mode = .publish, logger: Logger, progress: any ProgressSink = SilentProgress(),
    durability: Publication.Durability, step: @escaping @Sendable (RunStep) throws -> Void = { _ in },
    order: @escaping @Sendable ([DiscoveredFile]) -> [DiscoveredFile] = { $0 }
  ) {
    self.plan = plan
    self.mode = mode
    self.logger = logger
    self.progress = progress
    self.durability = durability
    self.step = step
    self.order = order
    layout = OutputLayout(output: plan.output)
  }

  /// Runs to the end, or throws with nothing published and the old dataset as it was.
  package func execute() throws(RunFailure) -> RunOutcome {
    let signals = StopSignal(stop)
    defer { signals.cancel() }
    do {
      // Before any folder is made: a run that finds nothing leaves nothing.
      progress.report(Progress(phase: .finding, done: 0, total: 0, bytes: 0, mentions: 0))
      let files = try Discovery(plan: plan).files(order)
      guard !files.isEmpty else { throw RunFailure.usage(Self.nothingFound(in: plan)) }
      let missing = mode == .dryRun ? [layout.runs, layout.state].filter { FileSystem.linkStatus(of: $0) == nil } : []
      let above = mode == .dryRun ? FileSystem.missingFolders(of: layout.output) : []
      defer { removeMade(missing, above: above) }
      for folder in [layout.runs, layout.state] { try FileSystem.makeFolder(folder) }
      let lock = try RunLock(layout.lock)
      defer { lock.release() }
      try RunFolder.removeUnfinished(in: layout)
      let folder = try RunFolder(layout: layout, runID: RunFolder.newID(in: layout))
      do { return try write(files, into: folder) } catch {
        // What cannot be removed now, the next run removes.
        try? FileSystem.remove(folder.unfinished)
        throw error
      }
    } catch {
      throw RunFailure(error)
    }
  }

  /// Removes the folders that a dry run made for itself.
  private func removeMade(_ folders: [String], above: [String]) {
    for folder in folders { try? FileSystem.remove(folder) }
    // Only what is empty goes: another program may have put something there since.
    for folder in above { rmdir(folder) }
  }

  private func write(_ files: [DiscoveredFile], into folder: RunFolder) throws -> RunOutcome {
    try step(.folderMade)
    let started = Int(StageClock.nanoseconds(CLOCK_REALTIME))
    let cpu = RunRecord.processTime
    let reading = try read(files, into: folder)
    try step(.documentsRead)
    var outcome = try dataset(of: reading, in: folder)
    try step(.datasetWritten)
    try stop.check()
    try gate(outcome)

    outcome.times[.rest] &+= RunRecord.processTime &- cpu &- outcome.times.total
    outcome.peakMemory = RunRecord.peakMemory
    let ended = Int(StageClock.nanoseconds(CLOCK_REALTIME))
    outcome.seconds = Double(ended - started) / 1e9
    guard mode == .publish else {
      try FileSystem.remove(folder.unfinished)
      return outcome
    }
    outcome.published = folder.published
    let record = RunRecord.document(outcome, started: started, ended: ended, workers: plan.workers)
    try FileSystem.write(record, to: folder.path("run.json"))
    try publish(folder, quarantined: outcome.quarantined)
    return outcome
  }

  /// Refuses a dataset without a document that was read: it would take the place of one that has some.
  private func gate(_ outcome: RunOutcome) throws {
    guard outcome.counts.read == 0 else { return }
    if mode == .publish {
      try QuarantineFolder(layout: layout).replace(with: outcome.quarantined, maximumBytes: plan.maximumFileBytes)
    }
    let reasons = outcome.quarantined.prefix(3).map { "\($0.sourceID)/\($0.path): \($0.reason)" }
    let rest = outcome.quarantined.count > 3 ? "; …" : ""
    throw RunFailure.gate(
      "no document could be read, nothing published: \(outcome.quarantined.count) of \(outcome.counts.files) files "
        + "quarantined, expected one or more to be read; \(reasons.joined(separator: "; "))\(rest)")
  }

  /// Which folders and patterns gave nothing.
  private static func nothingFound(in plan: Plan) -> String {
    let places = plan.sources.map { source in
      "\(source.folder) (source \"\(source.id)\", include \(source.include.joined(separator: ", ")))"
    }
    return "no document found in \(places.joined(separator: "; ")); check the folder and the patterns"
  }

  private func read(_ files: [DiscoveredFile], into folder: RunFolder) throws -> ReadingPass.Result {
    let logger = logger
    let store = try DocumentStore.open(layout.store) { logger.warning("\($0)") }
    let program = StageDigest.program
    let worker = BatchWorker(
      plan: plan, stages: DocumentStages(plan: plan), files: files, store: store,
      digests: plan.sources.map { StageDigest.digest(plan: plan, source: $0, program: program) },
      texts: folder.path("texts"), publishedTexts: layout.current + "/texts")
    let pass = ReadingPass(
      plan: plan, files: files, worker: worker, store: store,
      segments: SegmentWriter(folder: folder.path("work"), name: "documents"), stop: stop, progress: progress)
    let result = try pass.run()
    try store.close(keptGenerations: plan.keptRuns + 1)
    return result
  }

  /// Everything from the records of the documents to the last file of the dataset.
  private func dataset(of reading: ReadingPass.Result, in folder: RunFolder) throws -> RunOutcome {
    progress.report(
      Progress(
        phase: .reconciling, done: 0, total: reading.chunks.count, bytes: reading.bytes, mentions: reading.mentions))
    let tables = try TableFiles(folder: folder, writesXML: plan.writesXML)
    let reconciled = try ReconcilePass(
      plan: plan, currencies: ReferenceTables.currencies, lines: reading.lines, stop: stop
    ).run(
      reading.chunks, into: tables, findings: SegmentWriter(folder: folder.path("work"), name: "findings"),
      work: folder.path("work"))
    let summary = DatasetSummary(
      lines: reading.lines, filesFound: reading.lines.count, mentionRows: tables.count(of: .mentions),
      factRows: tables.count(of: .facts), evidenceRows: tables.count(of: .evidence),
      factMembers: reconciled.factMembers)
    let checked = try FindingsPass(plan: plan, summary: summary).run(
      reconciled.findingChunks, into: tables, ledger: reading.ledger, work: folder.path("work"))
    try tables.close()
    try step(.tablesWritten)
    var contents = reconciled.contents
    contents.add(checked.contents)
    let written = try DatasetFiles(folder: folder, plan: plan).write(tableRows: tables.rows, contents: contents)
    let texts = zip(reading.lines, reading.textHashes).compactMap { line, hash in hash.map { (line.documentID, $0) } }
    return RunOutcome(
      runID: folder.runID, published: nil,
      datasetDigest: DatasetFiles.digest(of: written.files, texts: texts).hexadecimal,
      counts: RunOutcome.Counts(
        contents, quantities: plan.readsQuantities ? tables.count(of: .quantities) : nil, reading: reading),
      times: reading.times + reconciled.times + checked.times + written.times,
      seconds: 0, peakMemory: 0, quarantined: quarantined(contents))
  }

  private func quarantined(_ contents: RunReport.Contents) -> [QuarantinedFile] {
    let folders = Dictionary(plan.sources.map { ($0.id, $0.folder) }, uniquingKeysWith: { first, _ in first })
    return contents.documents.filter { $0.status == .quarantined }.map { line in
      QuarantinedFile(
        sourceID: line.sourceID, path: line.path,
        original: (folders[line.sourceID] ?? "") + "/" + SourcePath.name(line.path),
        reason: line.reason ?? "")
    }
  }

  private func publish(_ folder: RunFolder, quarantined: [QuarantinedFile]) throws {
    progress.report(Progress(phase: .publishing, done: 0, total: 0, bytes: 0, mentions: 0))
    let publication = Publication(folder: folder, keptRuns: plan.keptRuns, durability: durability)
    try publication.publish(step)
    try step(.published)
    // The dataset is out: what is tidied up after it can no longer fail the run.
    do {
      try QuarantineFolder(layout: layout).replace(with: quarantined, maximumBytes: plan.maximumFileBytes)
      try publication.prune()
    } catch {
      logger.warning("\(error)")
    }
    try step(.pruned)
  }
}
