// assay run: the whole pipeline.
import ArgumentParser
import Foundation
import Logging
import Pipeline

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Reads the sources, finds, reconciles and checks the amounts, and publishes the dataset.",
    discussion: """
      Reads what ./pipeline.json describes, or --config, or the folders given with --source, and publishes under \
      output/current: CSV tables under data/, dataset.xml under xml/, normalized texts under texts/, the report under \
      report/, datapackage.json at the top. A run appears whole or not at all; what did not change since the last one \
      is not read again. `assay schema pipeline` describes the configuration.

      EXAMPLES
        assay run
        assay run --source letters --source notes.txt --output out
        assay run --config nightly.json --workers 8 --json-logs
        assay run --dry-run                 reads and counts, publishes nothing
      """)

  @Option(help: ArgumentHelp("The configuration; ./pipeline.json when there is one.", valueName: "file"))
  var config: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Folders or files to read in place of the configured sources.", valueName: "path"))
  var source: [String] = []

  @Option(help: ArgumentHelp("The folder to publish in, in place of the configured one.", valueName: "dir"))
  var output: String?

  @Option(parsing: .unconditional, help: "Documents read at once; as many as there are processors.")
  var workers: Int?

  @Flag(help: "Read every document anew, the unchanged ones too.")
  var full = false

  @Flag(help: "Read, reconcile and count everything; publish nothing.")
  var dryRun = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Say everything as JSON on standard error, one object a line.")
  var jsonLogs = false

  func validate() throws {
    for (name, paths) in [("--source", source), ("--output", [output ?? "."]), ("--config", [config ?? "."])]
    where paths.contains("") {
      throw ValidationError("\(name): found an empty path, expected a file or folder")
    }
    if let workers, !(1...1024).contains(workers) {
      throw ValidationError("--workers: found \(workers), expected a number from 1 to 1024")
    }
  }

  func run() throws {
    do { try execute() } catch { throw jsonLogs ? logged(error) : error }
  }

  private func execute() throws {
    let plan = try PlanResolver.plan(configurationAt: config, overrides: overrides)
    let progress = TerminalProgress(isTerminal: StandardError.isTerminal)
    let isTold = !quiet && !jsonLogs
    let run = Run(
      plan: plan, mode: dryRun ? .dryRun : .publish, logger: logger, progress: isTold ? progress : SilentProgress())
    let outcome: RunOutcome
    do {
      defer { progress.finish() }
      outcome = try run.execute()
    }
    if isTold { tell(outcome.summary(output: plan.output)) }
    if jsonLogs { logger.info("the run has ended", metadata: outcome.logMetadata) }
    if outcome.exitStatus != .published { throw Failure(outcome.exitStatus) }
  }

  /// The dataset is out whether or not anybody hears of it: a summary that cannot be written changes no exit code.
  private func tell(_ summary: [[String]]) {
    do throws(StreamFailure) { try StandardOutput.write(TextTable.lines(summary)) } catch {
      StandardError.write("assay: the run has ended, but its summary cannot be told: \(error)\n")
    }
  }

  /// The same failure with its message already said, as a log line.
  private func logged(_ error: any Error) -> any Error {
    let ending = Ending(error)
    guard let message = ending.message, let status = ExitStatus(rawValue: ending.code) else { return error }
    logger.error("\(message)", metadata: ["exit_status": "\(ending.code)"])
    return Failure(status)
  }

  private var overrides: Overrides {
    Overrides(
      sources: source, output: output, workers: workers, isFull: full,
      workingFolder: FileManager.default.currentDirectoryPath)
  }

  private var logger: Logger {
    let style: StandardErrorLog.Style = jsonLogs ? .json : .plain
    let level: Logger.Level = quiet ? .error : jsonLogs ? .info : .warning
    return Logger(label: "assay") { _ in StandardErrorLog(style: style, logLevel: level) }
  }
}
