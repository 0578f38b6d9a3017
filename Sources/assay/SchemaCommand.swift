// assay schema: the schemas of what goes in and comes out.
import ArgumentParser
import Pipeline

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a schema: \(SchemaName.allCases.map(\.rawValue).joined(separator: ", ")).",
    discussion: """
      \(SchemaName.allCases.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: "\n"))

      EXAMPLES
        assay schema pipeline > pipeline.schema.json
        xmllint --noout --schema <(assay schema dataset) output/current/xml/dataset.xml
      """)

  @Argument(help: "Which schema.")
  var name: String

  func run() throws {
    let known = SchemaName.allCases.map(\.rawValue)
    guard let schema = SchemaName(rawValue: name) else {
      let nearest = NearestName.nearest(to: name, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
      throw Failure(
        .usage, "unknown schema: found \"\(name)\", expected one of \(known.joined(separator: ", "))\(nearest)")
    }
    try StandardOutput.write(schema.document)
  }
}
