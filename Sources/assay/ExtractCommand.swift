// assay extract: the mentions of single files.
import ArgumentParser
import Pipeline

extension ExtractFormat: ExpressibleByArgument {}

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Prints the amounts of money in files or in standard input.",
    discussion: """
      Each mention comes with the bytes of the file it stands in, its bounds in the major unit, its currency and what \
      that rests on. Mentions in navigation and boilerplate are printed too, with their region. \
      `assay explain FILE:BYTE` tells more of one.

      EXAMPLES
        assay extract report.txt
        pdftotext paper.pdf - | assay extract --format csv > amounts.csv
        assay extract --format jsonl *.md | jq -r '.surface'
      """)

  @Argument(help: ArgumentHelp("Files to read; - or none reads standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: "jsonl, csv or table; a table on a terminal, jsonl otherwise.")
  var format: ExtractFormat?

  func run() throws {
    let extract = Extract(format: format ?? (StandardOutput.isTerminal ? .table : .jsonl))
    let inspection = Inspection()
    var unread = UnreadFiles()
    try StandardOutput.write(try extract.heading())
    for file in files.isEmpty ? ["-"] : files {
      guard let result = unread.reading(file, inspection.result) else { continue }
      try StandardOutput.write(try extract.bytes(of: result))
    }
    try unread.finish()
  }
}
