// Nothing vanishes: files, mentions, facts and evidence must add up.
import Model

struct TotalsReconcile: DatasetCheck {
  static let rule = RuleDescription(
    id: "totals-reconcile", stage: .validate,
    summary: """
      Error: the files found are not those read, duplicate and quarantined, or the rows of mentions are not those the \
      documents count, the evidence lists and the facts have as members
      """,
    examples: [
      RuleDescription.Example(
        "found 2; a.txt read 1; rows mentions 1 facts 1 evidence 1 members 1",
        "files found are 2 but documents listed are 1"),
      RuleDescription.Example(
        "found 1; a.txt read 2; rows mentions 1 facts 1 evidence 1 members 1",
        "mentions counted by documents are 2 but rows of mentions are 1"),
      RuleDescription.Example(
        "found 1; a.txt quarantined 1; rows mentions 1 facts 1 evidence 1 members 1",
        "a.txt is quarantined but counts 1 mentions"),
      RuleDescription.Example(
        unchanged: "found 2; a.txt read 2; b.txt duplicate of a.txt; rows mentions 2 facts 1 evidence 2 members 2"),
    ])

  init(rules: RuleChoices) {}

  func findings(for summary: DatasetSummary) -> [(finding: Finding, documentID: String?)] {
    sums(of: summary).map { ($0, nil) }
      + summary.lines.flatMap { line in findings(for: line).map { ($0, line.documentID) } }
      + originals(in: summary)
  }

  private func sums(of summary: DatasetSummary) -> [Finding] {
    [
      equal("files found", summary.filesFound, "documents listed", summary.lines.count),
      equal(
        "mentions counted by documents", summary.lines.reduce(0) { $0 + $1.mentions }, "rows of mentions",
        summary.mentionRows),
      equal("rows of evidence", summary.evidenceRows, "rows of mentions", summary.mentionRows),
      equal("members of facts", summary.factMembers, "rows of mentions", summary.mentionRows),
      summary.factRows > summary.factMembers
        ? wrong("facts are \(summary.factRows) but their members only \(summary.factMembers)", summary.factRows, "")
        : nil,
    ].compactMap { $0 }
  }

  private func findings(for line: DatasetSummary.Line) -> [Finding] {
    guard line.status != .read, line.mentions != 0 else { return [] }
    return [wrong("\(line.path) is \(line.status.rawValue) but counts \(line.mentions) mentions", line.mentions, "0")]
  }

  /// A duplicate must lead to a document that was read.
  private func originals(in summary: DatasetSummary) -> [(finding: Finding, documentID: String?)] {
    let read = Set(summary.lines.filter { $0.status == .read }.map(\.documentID))
    return summary.lines.filter { $0.status == .duplicate && !($0.originalID.map(read.contains) ?? false) }.map {
      (wrong("\($0.path) is a duplicate of a document that was not read", 0, "a document read"), $0.documentID)
    }
  }

  private func equal(_ what: String, _ count: Int, _ other: String, _ expected: Int) -> Finding? {
    count == expected ? nil : wrong("\(what) are \(count) but \(other) are \(expected)", count, "\(expected)")
  }

  private func wrong(_ message: String, _ value: Int, _ expected: String) -> Finding {
    Finding(rule: Self.rule.id, severity: .error, message: message, value: "\(value)", expected: expected)
  }
}
