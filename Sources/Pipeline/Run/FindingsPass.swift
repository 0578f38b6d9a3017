// The last pass: the findings of the documents and of the whole dataset, in document order, as rows.
import Model
import Synchronization
import Validators
import Writers

struct FindingsPass: Sendable {
  let plan: Plan
  let lines: [DatasetSummary.Line]
  /// Findings of the dataset checks by the document they are about; under nil those about the whole.
  private let ofDataset: [String?: [Finding]]
  /// Order numbers of the documents that the dataset checks name.
  private let named: [(document: Int, id: String)]

  /// Runs the dataset checks, concurrently.
  init(plan: Plan, summary: DatasetSummary) throws {
    self.plan = plan
    lines = summary.lines
    let checks = ValidatorCatalogue.datasetChecks(rules: plan.rules)
    let found = Mutex<[String?: [Finding]]>([:])
    try OrderedBatches(count: checks.count, workers: plan.workers).run { number in
      checks[number].findings(for: summary).map { (finding: $0.finding, documentID: $0.documentID) }
    } deliver: { findings in
      found.withLock { for one in findings { $0[one.documentID, default: []].append(one.finding) } }
    }
    let ofDataset = found.withLock { $0 }
    self.ofDataset = ofDataset
    let ids = summary.lines.map(\.documentID)
    named = ids.indices.filter { ofDataset[ids[$0]] != nil }.map { ($0, ids[$0]) }
  }

  struct Result: Sendable {
    var contents: RunReport.Contents
    var ledger: IdentityLedger
    var times = StageTimes()
  }

  private struct Output: Sendable {
    var tables: TableParts
    var contents: RunReport.Contents
    var ids: [String]
    var times: StageTimes
  }

  /// `work` is the folder for what does not fit into the memory.
  func run(
    _ chunks: [SegmentChunk], into tables: TableFiles, ledger: IdentityLedger, work: String
  ) throws -> Result {
    let empty = RunReport.Contents(
      programVersion: ProgramVersion.current, reportingCurrency: plan.reportingCurrency)
    let result = Mutex(Result(contents: empty, ledger: ledger))
    let files = Mutex(SingleOwner(tables))
    // One more for what is about the dataset as a whole.
    try OrderedBatches(count: chunks.count + 1, workers: plan.workers).run { number in
      try output(of: number, chunks: chunks, contents: empty, spill: "\(work)/findings-\(number)")
    } deliver: { output in
      let times = try files.withLock { try $0.value.append(output.tables) }
      try result.withLock { result in
        for id in output.ids { try result.ledger.note(id) }
        result.contents.add(output.contents)
        result.times = result.times + output.times + times
      }
    }
    return result.withLock { $0 }
  }

  private func output(
    of number: Int, chunks: [SegmentChunk], contents: RunReport.Contents, spill: String
  ) throws -> Output {
    var rows = ChunkRows(writesXML: plan.writesXML, spill: spill)
    var contents = contents
    var ids: [String] = []
    for document in try documents(of: number, in: chunks) {
      var document = document
      document.sort()
      let names = names(of: document)
      ids += names.map(\.id)
      for located in document.findings { contents.add(located.finding) }
      rows.charge(.documentChecks)
      try add(document, names, to: &rows)
    }
    let (tables, times) = try rows.finish()
    return Output(tables: tables, contents: contents, ids: ids, times: times)
  }

  /// The findings of the documents from one chunk to the next, with those of the dataset checks among them.
  private func documents(of number: Int, in chunks: [SegmentChunk]) throws -> [DocumentFindings] {
    let start = number == 0 ? 0 : number < chunks.count ? chunks[number].firstDocument : lines.count
    let end = number + 1 < chunks.count ? chunks[number + 1].firstDocument : lines.count
    var found: [String: DocumentFindings] = [:]
    var order: [String] = []
    if number < chunks.count {
      for record in try chunks[number].records() {
        let document = try DocumentFindings(decoding: record)
        order.append(document.documentID)
        found[document.documentID] = document
      }
    }
    let added = named.filter { (start..<end).contains($0.document) }
    for (_, id) in added {
      let more = (ofDataset[id] ?? []).map { DocumentRecord.LocatedFinding(finding: $0) }
      found[id, default: DocumentFindings(documentID: id, findings: [])].findings += more
    }
    if !added.isEmpty { order = lines[start..<end].map(\.documentID).filter { found[$0] != nil } }
    let whole = number == chunks.count ? ofDataset[nil] ?? [] : []
    return order.compactMap { found[$0] } + [
      DocumentFindings(documentID: "", findings: whole.map { DocumentRecord.LocatedFinding(finding: $0) })
    ]
  }

  private typealias Name = (id: String, fingerprint: String)

  private func names(of document: DocumentFindings) -> [Name] {
    var ordinals: [String: Int] = [:]
    return document.findings.indices.map { index in
      let finding = document.findings[index].finding
      let place = document.findings[index].source.map { String($0.lowerBound) + "-" + String($0.upperBound) } ?? ""
      let first = Identity.finding(finding, documentID: document.documentID, place: place, ordinal: 0)
      let ordinal = ordinals[first] ?? 0
      ordinals[first] = ordinal + 1
      let id =
        ordinal == 0
        ? first : Identity.finding(finding, documentID: document.documentID, place: place, ordinal: ordinal)
      return (id, Identity.fingerprint(finding, documentID: document.documentID))
    }
  }

  private func add(_ document: DocumentFindings, _ names: [Name], to rows: inout ChunkRows) throws {
    let documentID = document.documentID.isEmpty ? nil : document.documentID
    for (located, name) in zip(document.findings, names) {
      try Rows.add(
        located.finding, id: name.id, fingerprint: name.fingerprint, documentID: documentID, line: located.line,
        sourceRange: located.source, to: &rows[.findings])
      try rows.encodeIfMany()
    }
    try rows.endDocument()
  }
}
