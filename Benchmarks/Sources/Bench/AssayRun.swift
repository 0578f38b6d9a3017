// One `assay run` over generated texts, and what run.json says of it.
import Foundation

struct AssayRun {
  var measurement: Measurement
  /// CPU nanoseconds by stage, as run.json has them.
  var stages: [String: Double]
  var mentions: Int
  /// Bytes of all files read, in megabytes of 10^6.
  var megabytes: Double

  /// Milliseconds of CPU for a megabyte of text, in some of the stages.
  func milliseconds(_ names: [String]) -> Double {
    names.reduce(0) { $0 + (stages[$1] ?? 0) } / 1e6 / megabytes
  }

  /// The megabytes of text that a CPU-second brings through the run.
  var speed: Double { megabytes / measurement.cpu }
}

/// The program that is measured.
struct Assay {
  let program: String
  let configuration: String
  /// Where the runs publish, each in a folder of its own. They stay until the last one: for minutes after files are
  /// removed, ext4 makes new ones slowly.
  let output: URL

  /// Reads all anew and publishes where nothing was published before.
  func run(over folders: [URL], workers: Int) throws -> AssayRun {
    let place = output.appending(path: UUID().uuidString)
    let arguments = [
      "run", "--config", configuration, "--output", place.path, "--full", "--quiet", "--workers", "\(workers)",
    ]
    // Findings of severity error are a result here, not a failure.
    let measurement = try Program(
      path: program, arguments: arguments + folders.flatMap { ["--source", $0.path] }, accepts: [0, 1]
    ).measure()
    let record = try JSONDecoder().decode(
      RunRecord.self, from: Data(contentsOf: place.appending(path: "current/run.json")))
    return AssayRun(
      measurement: measurement, stages: record.cpuNanoseconds, mentions: record.mentions,
      megabytes: record.documents.bytes / 1e6)
  }

  /// Pipes JSON Lines through the worker.
  func worker(_ lines: URL) throws -> Measurement {
    try Program(path: program, arguments: ["worker"], input: lines.path).measure()
  }
}

/// The part of run.json that is read here.
private struct RunRecord: Decodable {
  struct Documents: Decodable { var bytes: Double }

  var cpuNanoseconds: [String: Double]
  var documents: Documents
  var mentions: Int
}
