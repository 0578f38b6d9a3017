// The first pass: every file found is read, normalized, recognized and checked, in parallel; results go on in order.
import Model
import Synchronization

struct ReadingPass {
  let plan: Plan
  let files: [DiscoveredFile]
  let worker: BatchWorker
  let store: DocumentStore?
  let segments: SegmentWriter
  let stop: StopRequest
  let progress: any ProgressSink

  /// What the pass leaves: one line per document in order, and where the records are.
  struct Result: Sendable {
    var lines: [DatasetSummary.Line] = []
    /// Hash of each document's published text; nil where it has none.
    var textHashes: [ContentHash?] = []
    var chunks: [SegmentChunk] = []
    var ledger = IdentityLedger()
    var bytes = 0
    var mentions = 0
    var recomputed = 0
    var times = StageTimes()
  }

  /// Batches of some hundred kilobytes where documents have a few, and enough of them for every worker to the end.
  private var batchSize: Int { max(1, min(32, files.count / (plan.workers * 8))) }

  func run() throws -> Result {
    let size = batchSize
    let batches = OrderedBatches(count: (files.count + size - 1) / size, workers: plan.workers)
    let writer = Mutex(SingleOwner(Writer(pass: self)))
    let (files, worker, stop) = (files.count, worker, stop)
    try batches.run { number in
      try stop.check()
      let start = number * size
      return try worker.batch(start..<min(start + size, files))
    } deliver: { batch in
      try writer.withLock { try $0.value.take(batch) }
    }
    return try writer.withLock { try $0.value.finish() }
  }
}

/// Writes what the batches hold, in order.
private struct Writer {
  let pass: ReadingPass
  var result = ReadingPass.Result()
  /// The first document with each content.
  var originals: [ContentHash: String] = [:]
  var kept: [StoredDocument] = []
  var keptBytes = 0
  var used: [DocumentPlace] = []

  init(pass: ReadingPass) {
    self.pass = pass
  }

  mutating func take(_ batch: DocumentBatch) throws {
    for entry in batch.entries { try take(entry) }
    result.bytes += batch.bytes
    result.recomputed += batch.recomputed
    result.times = result.times + batch.times
    kept += batch.kept
    keptBytes += batch.kept.reduce(0) { $0 + $1.record.count }
    used += batch.used
    // Few enough to bound the memory, also where a document holds thousands of amounts.
    if kept.count + used.count > 1000 || keptBytes > 4 << 20 { flush() }
    pass.progress.report(
      Progress(
        phase: .reading, done: result.lines.count, total: pass.files.count, bytes: result.bytes,
        mentions: result.mentions))
  }

  mutating func finish() throws -> ReadingPass.Result {
    flush()
    result.chunks = try pass.segments.finish()
    return result
  }

  private mutating func take(_ entry: DocumentBatch.Entry) throws {
    try result.ledger.note(entry.documentID)
    var line = DatasetSummary.Line(
      documentID: entry.documentID, sourceID: entry.sourceID, path: entry.path, status: entry.status,
      mentions: entry.mentionIDs.count)
    if entry.status == .read, let hash = entry.contentHash, let original = originals[hash] {
      return try takeDuplicate(entry, of: original, line: &line)
    }
    if entry.status == .read, let hash = entry.contentHash { originals[hash] = entry.documentID }
    for id in entry.mentionIDs + entry.quantityIDs { try result.ledger.note(id) }
    result.mentions += entry.mentionIDs.count
    try pass.segments.append(entry.record, document: result.lines.count)
    result.lines.append(line)
    result.textHashes.append(entry.hasText ? entry.textHash : nil)
  }

  /// A file with the bytes of one before it keeps its row and gives nothing else.
  private mutating func takeDuplicate(
    _ entry: DocumentBatch.Entry, of original: String, line: inout DatasetSummary.Line
  ) throws {
    let record = try DocumentRecord(decoding: entry.record[...]).asDuplicate
    if entry.hasText { try FileSystem.remove("\(pass.worker.texts)/\(entry.documentID).txt") }
    line.status = .duplicate
    line.mentions = 0
    line.originalID = original
    try pass.segments.append(record.encoded(), document: result.lines.count)
    result.lines.append(line)
    result.textHashes.append(nil)
  }

  private mutating func flush() {
    pass.store?.keep(kept, used: used)
    kept.removeAll(keepingCapacity: true)
    keptBytes = 0
    used.removeAll(keepingCapacity: true)
  }
}
