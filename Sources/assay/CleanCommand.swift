// assay clean: normalized texts.
import ArgumentParser
import Pipeline

extension CleanFormat: ExpressibleByArgument {}

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Prints or writes the normalized text of files.",
    discussion: """
      The text is what the recognizers read: UTF-8, one kind of line end and space, footnotes moved behind the \
      sentences they cut, links and escapes resolved. `--format json` adds title, authors, date and regions.

      With --out, NAME.* becomes NAME.txt (or NAME.json) under DIR, with the folders of a folder kept; where two files \
      would share a name, nothing is written.

      EXAMPLES
        assay clean paper.txt | less
        assay clean articles --out cleaned
        assay clean page.md --format json | jq .title
      """)

  @Argument(help: ArgumentHelp("Files and folders to read; - or none reads standard input.", valueName: "file|dir"))
  var paths: [String] = []

  @Option(help: "text or json.")
  var format = CleanFormat.text

  @Option(help: ArgumentHelp("Write files under this folder instead of standard output.", valueName: "dir"))
  var out: String?

  func run() throws {
    let clean = Clean(format: format)
    let inspection = Inspection()
    var unread = UnreadFiles()
    let targets = try clean.targets(paths.isEmpty ? ["-"] : paths, areWritten: out != nil)
    if let out { try Clean.refuseOverwriting(targets, under: out) }
    for target in targets {
      guard let document = unread.reading(target.file, inspection.document) else { continue }
      let bytes = clean.bytes(of: document)
      if let out { try Clean.write(bytes, to: "\(out)/\(target.path)") } else { try StandardOutput.write(bytes) }
    }
    try unread.finish()
  }
}
