// assay explain: why an amount was read as it was.
import ArgumentParser
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells why the amount at a byte of a file was read as it was.",
    discussion: """
      Names the rule, the bounds, where the currency was read and on what its choice rests, the other currencies the \
      words allow, and the readings that lost. The byte is counted in the file as it lies on disk, from 0, as in the \
      columns start_byte and end_byte.

      EXAMPLES
        assay explain report.txt:4975
        assay explain seeds/documents/solar-mini-grids.md:1200
      """)

  @Argument(help: ArgumentHelp("A file and a byte in it.", valueName: "file:byte"))
  var place: String

  func validate() throws {
    guard located != nil else {
      throw ValidationError("found \"\(place)\", expected FILE:BYTE such as report.txt:4975")
    }
  }

  func run() throws {
    guard let (file, offset) = located else { return }
    let inspection = Inspection()
    var unread = UnreadFiles()
    guard let result = unread.reading(file, inspection.result) else { return try unread.finish() }
    guard offset < result.byteCount else {
      throw Failure(
        .usage, "\(file) has \(result.byteCount) bytes: found byte \(offset), expected 0 to \(result.byteCount - 1)")
    }
    let explanation = Explain(result, at: offset, inspection: inspection)
    try StandardOutput.write(explanation.lines.joined(separator: "\n") + "\n")
  }

  private var located: (file: String, offset: Int)? {
    guard let colon = place.lastIndex(of: ":"), colon > place.startIndex,
      let offset = Int(place[place.index(after: colon)...]), offset >= 0
    else { return nil }
    return (String(place[..<colon]), offset)
  }
}
