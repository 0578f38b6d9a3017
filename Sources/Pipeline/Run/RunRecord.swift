// run.json: what depends on the night. Beside the dataset, outside its digest.
import Formats
import Glibc
import Model

enum RunRecord {
  static func document(_ outcome: RunOutcome, started: Int, ended: Int, workers: Int) -> [UInt8] {
    let counts = outcome.counts
    let record: JSONValue = [
      "runId": .string(outcome.runID),
      "programVersion": .string(ProgramVersion.current),
      "started": .string(time(started)),
      "ended": .string(time(ended)),
      "datasetSha256": .string(outcome.datasetDigest),
      "exitStatus": .integer(Int(outcome.exitStatus.rawValue)),
      "workers": .integer(workers),
      "documents": [
        "found": .integer(counts.files), "read": .integer(counts.read), "duplicate": .integer(counts.duplicates),
        "quarantined": .integer(counts.quarantined), "recomputed": .integer(counts.recomputed),
        "fromStore": .integer(counts.files - counts.recomputed), "bytes": .integer(counts.bytes),
      ],
      "mentions": .integer(counts.mentions),
      "facts": .integer(counts.facts),
      "quantities": counts.quantities.map { .integer($0) } ?? .null,
      "findings": [
        "error": .integer(counts.errors), "warning": .integer(counts.warnings), "note": .integer(counts.notes),
      ],
      "cpuNanoseconds": .object(
        JSONObject(
          StageName.allCases.map {
            JSONObject.Member(key: $0.rawValue, value: .integer(Int(outcome.times[$0])))
          })),
      "peakMemoryBytes": .integer(outcome.peakMemory),
    ]
    return JSON.write(record, indent: 2) + [0x0A]
  }

  /// ISO 8601 in UTC, to the second.
  private static func time(_ nanoseconds: Int) -> String {
    var seconds = nanoseconds / 1_000_000_000
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let text = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { strftime($0, 32, "%Y-%m-%dT%H:%M:%SZ", &parts) } ?? 0
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  /// CPU of all threads so far, in nanoseconds.
  static var processTime: UInt64 { StageClock.nanoseconds(CLOCK_PROCESS_CPUTIME_ID) }
}
