// A file with the same bytes as another: it has its own row and no mentions.
import Model

struct DuplicateDocument: DatasetCheck {
  static let rule = RuleDescription(
    id: "duplicate-document", stage: .validate,
    summary: "Note: a file has the same bytes as one that was read; its mentions are not counted again",
    examples: [
      RuleDescription.Example(
        "found 2; a.txt read 1; b.txt duplicate of a.txt; rows mentions 1 facts 1 evidence 1 members 1",
        "b.txt has the same bytes as a.txt"),
      RuleDescription.Example(
        "found 3; a.txt read 0; b.txt duplicate of a.txt; c.txt duplicate of a.txt; rows",
        "b.txt has the same bytes as a.txt / c.txt has the same bytes as a.txt"),
      RuleDescription.Example(unchanged: "found 2; a.txt read 1; b.txt read 0; rows mentions 1"),
    ])

  init(rules: RuleChoices) {}

  func findings(for summary: DatasetSummary) -> [(finding: Finding, documentID: String?)] {
    let duplicates = summary.lines.filter { $0.status == .duplicate }
    let originals = Set(duplicates.compactMap(\.originalID))
    let named = Dictionary(
      summary.lines.filter { originals.contains($0.documentID) }.map { ($0.documentID, $0) },
      uniquingKeysWith: { first, _ in first })
    return duplicates.map { line in
      let original = line.originalID.flatMap { named[$0] }.map { name($0, beside: line) } ?? "another document"
      let finding = Finding(
        rule: Self.rule.id, severity: .note, message: "\(line.path) has the same bytes as \(original)",
        value: line.path, expected: "")
      return (finding, line.documentID)
    }
  }

  private func name(_ original: DatasetSummary.Line, beside line: DatasetSummary.Line) -> String {
    original.sourceID == line.sourceID ? original.path : "\(original.path) of source \(original.sourceID)"
  }
}
