// What a run came to.
import Model
import Writers

package struct RunOutcome: Sendable {
  package struct Counts: Sendable, Hashable {
    package var files = 0
    package var read = 0
    package var duplicates = 0
    package var quarantined = 0
    package var mentions = 0
    package var facts = 0
    /// Nil where none were asked for.
    package var quantities: Int?
    package var errors = 0
    package var warnings = 0
    package var notes = 0
    /// Documents whose stages ran anew; the others came from the store.
    package var recomputed = 0
    /// Bytes of the files.
    package var bytes = 0
  }

  package var runID: String
  /// The folder of the published run; nil after a dry run.
  package var published: String?
  package var datasetDigest: String
  package var counts: Counts
  package var times: StageTimes
  package var seconds: Double
  /// Greatest resident size of the process, in bytes.
  package var peakMemory: Int
  /// The files that could not be read.
  package var quarantined: [QuarantinedFile]

  package var exitStatus: ExitStatus {
    if counts.quarantined > 0 { return .publishedWithQuarantine }
    return counts.errors > 0 ? .publishedWithErrors : .published
  }
}

extension RunOutcome.Counts {
  init(_ contents: RunReport.Contents, quantities: Int?, reading: ReadingPass.Result) {
    files = contents.documents.count
    read = contents.count(.read)
    duplicates = contents.count(.duplicate)
    quarantined = contents.count(.quarantined)
    mentions = contents.mentions
    facts = contents.facts
    self.quantities = quantities
    for (key, count) in contents.findings {
      switch key.severity {
      case .error: errors += count
      case .warning: warnings += count
      case .note: notes += count
      }
    }
    recomputed = reading.recomputed
    bytes = reading.bytes
  }
}
