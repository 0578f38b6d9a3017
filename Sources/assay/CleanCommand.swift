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

      With --decode-only the text is the file's in UTF-8 and nothing else is done to it: line ends stay, and only a byte \
      order mark goes. The encoding is that of the byte order mark, else of --encoding, else UTF-8 where the bytes are \
      that, else what an HTML or XML file declares, else the one in which the bytes make most sense. Bytes that mean \
      nothing in it become U+FFFD, and standard error names their offsets.

      With --out, NAME.* becomes NAME.txt (or NAME.json) under DIR, with the folders of a folder kept; where two files \
      would share a name, nothing is written.

      EXAMPLES
        assay clean paper.txt | less
        assay clean articles --out cleaned
        assay clean page.md --format json | jq .title
        assay clean letter.txt --decode-only
        assay clean ledger.txt --decode-only --encoding ibm866
      """)

  @Argument(help: ArgumentHelp("Files and folders to read; - or none reads standard input.", valueName: "file|dir"))
  var paths: [String] = []

  @Option(help: "text or json.")
  var format = CleanFormat.text

  @Option(help: ArgumentHelp("Write files under this folder instead of standard output.", valueName: "dir"))
  var out: String?

  @Flag(help: "Only decode: the text in UTF-8, with nothing else done.")
  var decodeOnly = false

  @Option(help: ArgumentHelp("The encoding of the files, by its IANA name.", valueName: "name"))
  var encoding: String?

  func validate() throws {
    guard let encoding, !Inspection.knows(encoding: encoding) else { return }
    throw ValidationError(
      "--encoding \(encoding) is not known, expected an encoding named by IANA, such as windows-1251")
  }

  func run() throws {
    let clean = Clean(format: format, endsLines: !decodeOnly)
    let inspection = Inspection(encoding: encoding)
    let read = decodeOnly ? inspection.decodedDocument : inspection.document
    var unread = UnreadFiles()
    let targets = try clean.targets(paths.isEmpty ? ["-"] : paths, areWritten: out != nil)
    if let out { try Clean.refuseOverwriting(targets, under: out) }
    for target in targets {
      guard let document = unread.reading(target.file, read) else { continue }
      if decodeOnly { StandardError.write(document.findings.map { "assay: \(target.file): \($0.message)\n" }.joined()) }
      let bytes = clean.bytes(of: document)
      if let out { try Clean.write(bytes, to: "\(out)/\(target.path)") } else { try StandardOutput.write(bytes) }
    }
    try unread.finish()
  }
}
