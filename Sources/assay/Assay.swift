// The command line's entry: arguments, messages and exit codes.
import ArgumentParser
import Glibc
import Pipeline

@main
struct Assay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Finds every amount of money in messy text and says what it rests on.",
    discussion: """
      Assay reads plain text and Markdown in any encoding, finds the amounts of money in it, reconciles statements of \
      the same amount into facts, converts them, checks everything and publishes CSV and XML tables with the exact \
      bytes each amount came from.

      EXAMPLES
        assay run                       the run that ./pipeline.json describes
        assay run --source letters      a folder, without writing a configuration
        assay extract report.txt        the amounts of one file, in a table
        assay explain report.txt:4975   why the amount at this byte was read so
        assay worker < in > out         the recognizers in a pipe, as in Spark

      EXIT CODES
        0 done · 1 published, with findings of severity error · 2 usage, configuration or nothing to read · \
      3 some documents could not be read · 4 a gate failed, nothing published · 11 another run holds the lock · \
      70 output fails its schema · 74 input/output error · 129, 130, 143 stopped by a signal
      """,
    version: ProgramVersion.current,
    subcommands: [
      RunCommand.self, ExtractCommand.self, CleanCommand.self, WorkerCommand.self, ExplainCommand.self,
      ValidateCommand.self, RulesCommand.self, SchemaCommand.self,
    ])

  static func main() {
    // A reader that goes away is told by the write that fails, not by death.
    signal(SIGPIPE, SIG_IGN)
    StandardStreams.open()
    FreedMemory.keep()
    // A run hears of signals from its first moment on; what has no run ends by them.
    if CommandLine.arguments.dropFirst().first == "run" { StopSignal.hold() }
    do {
      try refuseUnknownHelp(CommandLine.arguments)
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Glibc.exit(Ending(error).report())
    }
  }

  /// The argument parser answers `assay help nope` as it does `assay help`.
  private static func refuseUnknownHelp(_ arguments: [String]) throws(Failure) {
    guard arguments.count > 2, arguments[1] == "help", !arguments[2].hasPrefix("-") else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let name = arguments[2]
    guard name != "help", !names.contains(name) else { return }
    let nearest = NearestName.nearest(to: name, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    throw Failure(
      .usage, "unknown subcommand: found \"\(name)\", expected one of \(names.joined(separator: ", "))\(nearest)")
  }
}
