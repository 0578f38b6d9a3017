// The second pass: mentions are converted and gathered into facts, facts are checked, and the rows of all tables but
// findings are written. Chunks of documents in parallel, output in order.
import Model
import Reconcilers
import Synchronization
import Validators
import Writers

struct ReconcilePass: Sendable {
  let plan: Plan
  let reconciler: Reconciler
  let factChecks: [any FactCheck]
  /// One per document, in order.
  let lines: [DatasetSummary.Line]
  let stop: StopRequest
  private let publishesText: [String: Bool]

  init(plan: Plan, currencies: CurrencyTable, lines: [DatasetSummary.Line], stop: StopRequest) {
    self.plan = plan
    self.lines = lines
    self.stop = stop
    reconciler = Reconciler(
      reportingCurrency: plan.reportingCurrency, constantBaseYear: plan.constantBaseYear, reference: plan.reference,
      currencies: currencies, rules: plan.rules)
    factChecks = ValidatorCatalogue.factChecks(
      rules: plan.rules, currencies: currencies, reference: plan.reference, reportingCurrency: plan.reportingCurrency)
    publishesText = Dictionary(plan.sources.map { ($0.id, $0.publishesText) }, uniquingKeysWith: { first, _ in first })
  }

  struct Result: Sendable {
    var contents: RunReport.Contents
    var findingChunks: [SegmentChunk] = []
    var factMembers = 0
    var times = StageTimes()
  }

  /// What one chunk gives.
  private struct Output: Sendable {
    var tables: TableParts
    var contents: RunReport.Contents
    /// Encoded findings of each document that has any.
    var findings: [(document: Int, record: [UInt8])]
    var factMembers: Int
    var times: StageTimes
  }

  /// `work` is the folder for what does not fit into the memory.
  func run(
    _ chunks: [SegmentChunk], into tables: TableFiles, findings: SegmentWriter, work: String
  ) throws -> Result {
    let empty = RunReport.Contents(
      programVersion: ProgramVersion.current, reportingCurrency: plan.reportingCurrency)
    let result = Mutex(Result(contents: empty))
    let files = Mutex(SingleOwner((tables, findings)))
    let rates = Mutex<[KnownRates]>([])
    try OrderedBatches(count: chunks.count, workers: plan.workers).run { number in
      try stop.check()
      // Each worker goes on with the rates that one before it has worked out.
      var known = rates.withLock { $0.popLast() } ?? KnownRates()
      defer { rates.withLock { $0.append(known) } }
      return try output(of: chunks[number], contents: empty, spill: "\(work)/rows-\(number)", known: &known)
    } deliver: { output in
      let times = try files.withLock { files in
        for finding in output.findings { try files.value.1.append(finding.record, document: finding.document) }
        return try files.value.0.append(output.tables)
      }
      result.withLock { result in
        result.contents.add(output.contents)
        result.factMembers += output.factMembers
        result.times = result.times + output.times + times
      }
    }
    return try result.withLock { result in
      result.findingChunks = try findings.finish()
      return result
    }
  }

  private func output(
    of chunk: SegmentChunk, contents: RunReport.Contents, spill: String, known: inout KnownRates
  ) throws -> Output {
    var chunkOutput = ChunkOutput(
      rows: ChunkRows(writesXML: plan.writesXML, spill: spill), contents: contents)
    for (offset, bytes) in try chunk.records().enumerated() {
      try add(DocumentRecord(decoding: bytes), at: chunk.firstDocument + offset, to: &chunkOutput, known: &known)
    }
    let (tables, times) = try chunkOutput.rows.finish()
    return Output(
      tables: tables, contents: chunkOutput.contents, findings: chunkOutput.findings, factMembers: chunkOutput.members,
      times: times)
  }

  /// What the documents of a chunk have given so far.
  private struct ChunkOutput {
    var rows: ChunkRows
    var contents: RunReport.Contents
    var findings: [(document: Int, record: [UInt8])] = []
    var members = 0
  }

  private func add(
    _ record: consuming DocumentRecord, at document: Int, to output: inout ChunkOutput, known: inout KnownRates
  ) throws {
    var record = record
    reconciler.convert(
      &record.mentions, date: record.description?.publishedDate, dateBasis: record.description?.dateBasis,
      known: &known)
    let (facts, factOfMention) = reconciler.facts(of: record.mentions) { Identity.fact(mentionID: $0) }
    output.rows.charge(.reconcile)
    let found = record.findings + findings(for: facts, mentions: record.mentions)
    output.rows.charge(.documentChecks)
    if !found.isEmpty {
      output.findings.append((document, DocumentFindings(documentID: record.documentID, findings: found).encoded()))
    }
    let entry = record.entry(publishesText: publishesText[record.origin.sourceID] ?? true)
    count(entry, record, facts, line: lines[document], in: &output)
    output.rows.charge(.reconcile)
    try addRows(of: record, entry, facts, factOfMention, to: &output.rows)
  }

  private func count(
    _ entry: DocumentEntry, _ record: DocumentRecord, _ facts: [Fact], line: DatasetSummary.Line,
    in output: inout ChunkOutput
  ) {
    output.contents.add(entry, reason: line.originalID ?? (record.status == .quarantined ? record.reason : nil))
    for place in record.mentions.indices { output.contents.add(record.mentions[place].mention) }
    for place in facts.indices {
      output.contents.add(facts[place])
      output.members += facts[place].members.count
    }
  }

  private func addRows(
    of record: DocumentRecord, _ entry: DocumentEntry, _ facts: [Fact], _ factOfMention: [Int],
    to rows: inout ChunkRows
  ) throws {
    try Rows.add(entry, to: &rows[.documents])
    let sources = FactSources([record.source(entry)])
    for place in facts.indices {
      try Rows.add(facts[place], sources: sources, independentSources: 1, to: &rows[.facts])
      try Rows.addEvidence(facts[place], to: &rows[.evidence])
      try rows.encodeIfMany()
    }
    for place in record.mentions.indices {
      try Rows.add(record.mentions[place], factID: facts[factOfMention[place]].id, to: &rows[.mentions])
      try rows.encodeIfMany()
    }
    for place in record.quantities.indices {
      try Rows.add(record.quantities[place], to: &rows[.quantities])
      try rows.encodeIfMany()
    }
    try rows.endDocument()
  }

  private func findings(for facts: [Fact], mentions: [IdentifiedMention]) -> [DocumentRecord.LocatedFinding] {
    guard !mentions.isEmpty else { return [] }
    let found = factChecks.flatMap { $0.findings(for: facts, mentions: mentions) }
    guard !found.isEmpty else { return [] }
    // Some documents have more findings than others have words.
    let places = Dictionary(zip(mentions.map(\.id), mentions.indices), uniquingKeysWith: { first, _ in first })
    return found.map { finding, mentionID in
      guard let mention = mentionID.flatMap({ places[$0] }).map({ mentions[$0] }) else {
        return DocumentRecord.LocatedFinding(finding: finding)
      }
      return DocumentRecord.LocatedFinding(finding: finding, source: mention.hull, line: mention.line)
    }
  }
}

extension IdentifiedMention {
  /// First byte in the file to the one after the last; nil where it stands for none.
  var hull: Range<Int>? {
    guard let start = sourceRanges.map(\.lowerBound).min(), let end = sourceRanges.map(\.upperBound).max() else {
      return nil
    }
    return start..<end
  }
}

extension DocumentRecord {
  /// Why it was quarantined.
  var reason: String? { findings.first?.finding.message }

  /// What the table of documents says of it.
  func entry(publishesText: Bool) -> DocumentEntry {
    guard let description else {
      return DocumentEntry(id: documentID, origin: origin, status: status, sha256: contentHash?.hexadecimal)
    }
    var entry = DocumentEntry(
      id: documentID, document: description.document(origin: origin), sha256: contentHash?.hexadecimal ?? "",
      textSHA256: publishesText ? textHash?.hexadecimal : nil, mentions: mentions.count)
    entry.status = status
    return entry
  }

  func source(_ entry: DocumentEntry) -> FactSource {
    FactSource(documentID: documentID, sourceID: origin.sourceID, date: entry.publishedDate, url: entry.url)
  }
}
