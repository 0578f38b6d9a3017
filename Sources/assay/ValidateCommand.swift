// assay validate: re-checks a published dataset.
import ArgumentParser
import Model
import Pipeline

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks a published dataset from its files alone.",
    discussion: """
      Every row against its table, keys, references and counts; dataset.xml against its schema and the CSV rows; \
      datapackage.json, run.json and report.json against the files and tables; every text against its hash, every \
      surface against its text; files that are missing or no part of a dataset. Problems go to standard error, one to a line, and \
      the exit code is 70.

      EXAMPLES
        assay validate output/current
        assay validate /archive/2026-11-20 && echo sound
      """)

  @Argument(help: ArgumentHelp("The dataset's folder.", valueName: "dir"))
  var folder: String

  func run() throws {
    if let status = FileSystem.status(of: folder), status.kind != .folder {
      throw Failure(.usage, "\(folder) is a file, expected a dataset folder")
    }
    let validation = try DatasetValidation(folder: folder)
    for problem in validation.problems { StandardError.write("assay: \(problem)\n") }
    let rows = Schema.tables.map { "\(validation.rows[$0.name] ?? 0) \($0.name)" }.joined(separator: ", ")
    guard validation.problems.isEmpty else {
      throw Failure(.brokenOutput, "\(folder) is not sound: \(validation.problems.count) problems in \(rows)")
    }
    try StandardOutput.write("\(folder) is sound: \(rows), \(validation.surfaces) surfaces compared with their texts\n")
  }
}
