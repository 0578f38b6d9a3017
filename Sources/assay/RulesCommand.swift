// assay rules: what is done to the text, rule by rule.
import ArgumentParser
import Pipeline

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists every rule with its stage and what it does.",
    discussion: """
      A rule's name is what pipeline.json switches it off by ("rules": {"its-name": false}) and what the columns rule \
      in mentions and findings say.

      EXAMPLES
        assay rules | grep normalize
        assay rules --markdown > docs/RULES.md
      """)

  @Flag(help: "Print docs/RULES.md: settings and examples too.")
  var markdown = false

  func run() throws {
    try StandardOutput.write(markdown ? Array(RulesDocument.markdown().utf8) : RulesDocument.table())
  }
}
