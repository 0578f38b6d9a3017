// assay explain: why an amount was read as it was.
import ArgumentParser
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells why an amount was read as it was.",
    discussion: """
      Names the rule, the bounds, where the currency was read and on what its choice rests, the other currencies the \
      words allow, who pays whom, and the readings that lost: for the amount at one byte of a file, or for every amount \
      of a file or of standard input. The byte is counted in the file as it lies on disk, from 0, as in the columns \
      start_byte and end_byte.

      EXAMPLES
        assay explain report.txt:4975
        assay explain seeds/documents/solar-mini-grids.md
        echo 'The bank lent Peru $3.5-4m.' | assay explain -
      """)

  @Argument(help: ArgumentHelp("A file, or a byte in it; - for standard input.", valueName: "file[:byte]"))
  var place: String

  func validate() throws {
    if place.isEmpty {
      throw ValidationError("found an empty name, expected FILE or FILE:BYTE such as report.txt:4975")
    }
  }

  func run() throws {
    let (file, offset) = located
    let inspection = Inspection()
    var unread = UnreadFiles()
    guard let result = unread.reading(file, inspection.result) else { return try unread.finish() }
    guard let offset else {
      return try StandardOutput.write(
        Explain.all(result, inspection: inspection).joined(separator: "\n") + "\n")
    }
    guard offset < result.byteCount else {
      throw Failure(
        .usage, "\(file) has \(result.byteCount) bytes: found byte \(offset), expected 0 to \(result.byteCount - 1)")
    }
    let explanation = Explain(result, at: offset, inspection: inspection)
    try StandardOutput.write(explanation.lines.joined(separator: "\n") + "\n")
  }

  private var located: (file: String, offset: Int?) {
    guard let colon = place.lastIndex(of: ":"), colon > place.startIndex,
      let offset = Int(place[place.index(after: colon)...]), offset >= 0
    else { return (place, nil) }
    return (String(place[..<colon]), offset)
  }
}
