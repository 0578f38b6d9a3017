// The command line's entry.
import ArgumentParser
import Pipeline

@main
struct Assay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay", abstract: "Finds every amount of money in messy text.")
}
