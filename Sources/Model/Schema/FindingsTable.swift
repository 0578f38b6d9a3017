// The table of findings: what is wrong or notable, where, how grave, by which rule.

extension Schema {
  package static let findings = Table(
    name: "findings", rowName: "finding",
    meaning: "What is wrong or notable in the sources and in the dataset",
    primaryKey: ["finding_id"],
    references: [Table.Reference("document_id", to: "documents", "document_id")],
    fields: [
      Field("finding_id", .identifier, required: true, "n1- and a hash of rule, document, place and message"),
      Field("rule", .text, required: true, "Check or rule that found it; see docs/RULES.md"),
      Field(
        "severity", .word(Finding.Severity.allCases.map(\.rawValue)), required: true,
        "error: a published number may be wrong because of us; warning: sources disagree or a reading rests on context; note: the rest"
      ),
      Field("document_id", .identifier, "Document it is about; empty where it is about the dataset"),
      Field("line", .integer, "1-based line of the file"),
      Field("start_byte", .integer, unit: "byte", "First byte in the file it is about"),
      Field("end_byte", .integer, unit: "byte", "Byte after the last"),
      Field("message", .text, required: true, "What, where, found, expected"),
      Field("quote", .text, "The words of the source"),
      Field("value", .text, "What was found"),
      Field("expected", .text, "What was expected"),
      Field(
        "fingerprint", .text, required: true,
        "Stays the same from night to night while the finding stands: hash of rule, document, quote and message"),
    ])
}
