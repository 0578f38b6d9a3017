// assay worker: JSON Lines in, JSON Lines out.
import ArgumentParser
import Pipeline

struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Reads JSON Lines on standard input and answers each with its mentions.",
    discussion: """
      One line out for each line in, in order, as ASCII, written whenever the input would block.

      IN    {"id": 7, "text": "It cost $5 million."}      "language", "country" and "date" may be told
            {"id": "a", "path": "reports/a.txt"}
      OUT   {"id":7,"mentions":[{"start":8,"end":18,"start_byte":8,"end_byte":18,"surface":"$5 million",…}]}
            {"id":"a","error":{"code":"unreadable-file","message":"…"}}

      "start" and "end" count Unicode scalars of the text given (of the decoded file for a path), "start_byte" and \
      "end_byte" its UTF-8 bytes. "country" is a code of ISO 3166 (CAN or CA), "language" a tag such as en or pt-BR, \
      "date" 2010, 2010-07 or 2010-07-14. A line, or a file named by a path, may have 64 MiB; --max-line-bytes sets \
      another limit, and what is longer is answered with the error line-too-long or oversized-file. A bad line is answered with an error and stops nothing. No environment, locale, \
      working directory, temporary file or network is needed.

      EXAMPLES
        assay worker < records.jsonl > mentions.jsonl
        parallel --pipe assay worker < records.jsonl
        jq -c '{id: .url, text: .body}' pages.jsonl | assay worker --strict --trailer
        assay worker --quantities < records.jsonl | jq -c '.quantities[]'
      """)

  // The scanner counts positions in 32 bits.
  private static let mostLineBytes = 1 << 30

  @Flag(help: "Also return \"text\", the normalized text, and \"text_start\" and \"text_end\" of each mention in it.")
  var clean = false

  @Flag(
    help: """
      Also return \"quantities\", what is measured or counted beside money: \
      [{"start":…,"end":…,"surface":"30,000 troops","lower":"30000","upper":"30000","unit":"person",…}].
      """)
  var quantities = false

  @Flag(help: "End with a line of counts: {\"trailer\":{\"lines\":…,\"errors\":…,\"mentions\":…,\"bytes\":…}}.")
  var trailer = false

  @Flag(help: "Exit with 3 if any line was answered with an error.")
  var strict = false

  @Option(help: "Threads; answers stay in order.")
  var workers = 1

  @Option(help: ArgumentHelp("Longest line, and largest file named by a path, that is read.", valueName: "bytes"))
  var maxLineBytes = Worker.Options().maximumLineBytes

  func validate() throws {
    guard (1...Self.mostLineBytes).contains(maxLineBytes) else {
      throw ValidationError(
        "--max-line-bytes: found \(maxLineBytes), expected a number from 1 to \(Self.mostLineBytes)")
    }
    guard (1...256).contains(workers) else {
      throw ValidationError("--workers: found \(workers), expected a number from 1 to 256")
    }
  }

  func run() throws {
    var options = Worker.Options()
    options.cleans = clean
    options.readsQuantities = quantities
    options.writesTrailer = trailer
    options.threads = workers
    options.maximumLineBytes = maxLineBytes
    let tally = try Worker(options).run(input: 0, output: 1)
    if strict, tally.failures > 0 {
      throw Failure(.publishedWithQuarantine, "\(tally.failures) of \(tally.lines) lines were answered with an error")
    }
  }
}
