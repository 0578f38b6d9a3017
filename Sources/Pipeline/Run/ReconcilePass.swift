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
    try OrderedBatches(count: chunks.count, workers: plan.workers).run { number in
      try stop.check()
      return try output(of: chunks[number], contents: empty, spill: "\(work)/rows-\(number)")
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

  private func output(of chunk: SegmentChunk, contents: RunReport.Contents, spill: String) throws -> Output {
    var rows = ChunkRows(writesXML: plan.writesXML, stage: .reconcile, spill: spill)
    var contents = contents
    var findings: [(document: Int, record: [UInt8])] = []
    var members = 0
    for (offset, bytes) in try chunk.records().enumerated() {
      let document = chunk.firstDocument + offset
      let record = try DocumentRecord(decoding: bytes)
      let found = try add(record, line: lines[document], to: &rows, contents: &contents, members: &members)
      if !found.isEmpty {
        findings.append((document, DocumentFindings(documentID: record.documentID, findings: found).encoded()))
      }
    }
    let (tables, times) = try rows.finish()
    return Output(tables: tables, contents: contents, findings: findings, factMembers: members, times: times)
  }

  /// Adds one document's rows and returns its findings.
  private func add(
    _ record: DocumentRecord, line: DatasetSummary.Line, to rows: inout ChunkRows, contents: inout RunReport.Contents,
    members: inout Int
  ) throws -> [DocumentRecord.LocatedFinding] {
    let entry = record.entry(publishesText: publishesText[record.origin.sourceID] ?? true)
    try rows.add(Rows.document(entry), to: Schema.documents)
    contents.add(entry, reason: line.originalID ?? (record.status == .quarantined ? record.reason : nil))
    let mentions = reconciler.converted(
      record.mentions, date: record.description?.publishedDate, dateBasis: record.description?.dateBasis)
    let facts = reconciler.facts(of: mentions) { Identity.fact(mentionID: $0) }
    var factOfMention: [String: String] = [:]
    for fact in facts {
      for member in fact.members { factOfMention[member.id] = fact.id }
      members += fact.members.count
      try rows.add(Rows.fact(fact, sources: [record.source(entry)], independentSources: 1), to: Schema.facts)
      for row in Rows.evidence(fact) { try rows.add(row, to: Schema.evidence) }
      contents.add(fact)
    }
    for mention in mentions {
      try rows.add(Rows.mention(mention, factID: factOfMention[mention.id] ?? ""), to: Schema.mentions)
      contents.add(mention.mention)
    }
    return record.findings + findings(for: facts, mentions: mentions)
  }

  private func findings(for facts: [Fact], mentions: [IdentifiedMention]) -> [DocumentRecord.LocatedFinding] {
    guard !mentions.isEmpty else { return [] }
    // Some documents have more findings than others have words.
    let places = Dictionary(zip(mentions.map(\.id), mentions.indices), uniquingKeysWith: { first, _ in first })
    return factChecks.flatMap { check in
      check.findings(for: facts, mentions: mentions).map { finding, mentionID in
        guard let mention = mentionID.flatMap({ places[$0] }).map({ mentions[$0] }) else {
          return DocumentRecord.LocatedFinding(finding: finding)
        }
        return DocumentRecord.LocatedFinding(finding: finding, source: mention.hull, line: mention.line)
      }
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
