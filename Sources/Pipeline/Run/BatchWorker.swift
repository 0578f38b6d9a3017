// A worker of the first pass: reads a batch of files, from the store where they are unchanged, and writes their texts.
import Glibc
import Model
import Readers

struct BatchWorker: Sendable {
  let plan: Plan
  let stages: DocumentStages
  let files: [DiscoveredFile]
  let store: DocumentStore?
  /// By source.
  let digests: [ContentHash]
  /// Where this run's texts go, and where the last published ones are.
  let texts: String
  let publishedTexts: String

  /// Reads the files of a range of `files`.
  func batch(_ range: Range<Int>) throws -> DocumentBatch {
    var batch = DocumentBatch()
    var clock = StageClock()
    var known: [String: StoredDocument] = [:]
    var knownSource: Int?
    for index in range {
      let file = files[index]
      if file.source != knownSource, !plan.isFull, let store {
        knownSource = file.source
        let last = files[index..<range.upperBound].last { $0.source == file.source } ?? file
        known = store.documents(of: plan.sources[file.source].id, from: file.path, to: last.path)
        clock.lap(.rest)
      }
      try add(file, known: known[file.path], to: &batch, clock: &clock)
    }
    batch.times = clock.times
    return batch
  }

  private func add(
    _ file: DiscoveredFile, known: StoredDocument?, to batch: inout DocumentBatch, clock: inout StageClock
  ) throws {
    let source = plan.sources[file.source]
    let origin = source.origin(path: file.path)
    let path = source.folder + "/" + SourcePath.name(file.path)
    let status = FileSystem.status(of: path)
    let stored = known.flatMap { $0.digest == digests[file.source] ? $0 : nil }
    if let stored, let status, !file.leadsOut, status.stamp == stored.file, let entry = reuse(stored, source: source) {
      batch.bytes += status.size
      batch.used.append(DocumentPlace(source: stored.source, path: stored.path))
      batch.entries.append(entry)
      return clock.lap(.rest)
    }
    let bytes: [UInt8]
    do throws(Quarantine) {
      guard file.isNamed else { throw Self.foreignName }
      guard !file.leadsOut else { throw Self.leadsOut }
      bytes = try SourceFile.bytes(at: path, maximum: plan.maximumFileBytes)
    } catch {
      batch.recomputed += 1
      batch.entries.append(Self.entry(DocumentStages.quarantined(origin, because: error, hash: nil), hasText: false))
      return clock.lap(.readAndHash)
    }
    batch.bytes += bytes.count
    try add(bytes, origin: origin, file: file, status: status, stored: stored, to: &batch, clock: &clock)
  }

  private func add(
    _ bytes: [UInt8], origin: Document.Origin, file: DiscoveredFile, status: FileStatus?, stored: StoredDocument?,
    to batch: inout DocumentBatch, clock: inout StageClock
  ) throws {
    let hash = ContentHash(of: bytes)
    clock.lap(.readAndHash)
    if var stored, stored.contentHash == hash, let entry = reuse(stored, source: plan.sources[file.source]) {
      stored.file = Self.trusted(status)
      batch.kept.append(stored)
      batch.entries.append(entry)
      return clock.lap(.rest)
    }
    batch.recomputed += 1
    let outcome = stages.run(bytes: bytes, hash: hash, origin: origin, clock: &clock)
    var entry = Self.entry(outcome.record, hasText: false)
    var textModified = 0
    clock.lap(.rest)
    if outcome.record.status == .read, plan.sources[file.source].publishesText {
      textModified = try FileSystem.write(outcome.text, to: "\(texts)/\(entry.documentID).txt").modified
      entry.hasText = true
      clock.lap(.texts)
    }
    if outcome.record.status == .read {
      batch.kept.append(
        StoredDocument(
          source: origin.sourceID, path: origin.path, file: Self.trusted(status), contentHash: hash,
          digest: digests[file.source], textModified: textModified, record: entry.record))
    }
    batch.entries.append(entry)
    clock.lap(.rest)
  }

  /// The entry of a document that is as the store has it, its text linked from the last published run; nil where the
  /// record or the text is not as it was left.
  private func reuse(_ stored: StoredDocument, source: Plan.Source) -> DocumentBatch.Entry? {
    guard let record = try? DocumentRecord(decoding: stored.record[...]) else { return nil }
    guard source.publishesText else { return Self.entry(record, encoded: stored.record, hasText: false) }
    let name = record.documentID + ".txt"
    guard let text = FileSystem.status(of: publishedTexts + "/" + name), text.kind == .file,
      text.size == record.textCount, text.modified == stored.textModified,
      FileSystem.hardLink(publishedTexts + "/" + name, as: texts + "/" + name)
    else { return nil }
    return Self.entry(record, encoded: stored.record, hasText: true)
  }

  private static func entry(
    _ record: DocumentRecord, encoded: [UInt8]? = nil, hasText: Bool
  ) -> DocumentBatch.Entry {
    DocumentBatch.Entry(
      documentID: record.documentID, sourceID: record.origin.sourceID, path: record.origin.path, status: record.status,
      contentHash: record.contentHash, textHash: record.textHash, mentionIDs: record.mentions.map(\.id),
      quantityIDs: record.quantities.map(\.id),
      record: encoded ?? record.encoded(), hasText: hasText)
  }

  /// A file changed within the last two seconds may change again without its times showing it: its contents are
  /// compared next time.
  private static func trusted(_ status: FileStatus?) -> FileStatus.Stamp {
    let now = Int(StageClock.nanoseconds(CLOCK_REALTIME))
    guard let status, now - max(status.modified, status.changed) > 2_000_000_000 else {
      return FileStatus.Stamp(size: -1, modified: 0, changed: 0, inode: 0)
    }
    return status.stamp
  }

  private static let foreignName = Quarantine(
    rule: "unreadable-file", message: "the name of the file is not UTF-8", value: "bytes that are not UTF-8",
    expected: "a name in UTF-8")

  private static let leadsOut = Quarantine(
    rule: "unreadable-file", message: "the link leads out of the source's folder and is not followed",
    value: "a link to another folder", expected: "a file or folder inside the source's folder")
}

extension Plan.Source {
  /// The metadata of one of its files.
  package func origin(path: String) -> Document.Origin {
    Document.Origin(
      sourceID: id, path: path, publisher: publisher, country: country, language: language, encoding: encoding,
      date: date)
  }
}
