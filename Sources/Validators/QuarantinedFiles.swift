// Files that could not be read, in one line.
import Model

struct QuarantinedFiles: DatasetCheck {
  private static let named = Setting("named", standard: .integer(5), "Files that the message names")

  static let rule = RuleDescription(
    id: "quarantined-files", stage: .validate,
    summary: "Warning: files could not be read and are quarantined, each with a finding that tells why",
    settings: [named],
    examples: [
      RuleDescription.Example(
        "found 2; a.txt read 0; b.txt quarantined 0; rows", "1 of 2 files is quarantined: b.txt"),
      RuleDescription.Example(
        "found 2; a.txt quarantined 0; b.txt quarantined 0; rows", "2 of 2 files are quarantined: a.txt, b.txt"),
      RuleDescription.Example(unchanged: "found 1; a.txt read 0; rows"),
    ])

  private let named: Int

  init(rules: RuleChoices) { named = max(0, rules.integer(Self.named, of: Self.rule.id)) }

  func findings(for summary: DatasetSummary) -> [(finding: Finding, documentID: String?)] {
    let paths = summary.lines.filter { $0.status == .quarantined }.map(\.path).sorted()
    guard !paths.isEmpty else { return [] }
    let names = paths.prefix(named).joined(separator: ", ")
    let rest = paths.count > named ? " and \(paths.count - named) more" : ""
    let finding = Finding(
      rule: Self.rule.id, severity: .warning,
      message: "\(paths.count) of \(summary.filesFound) files \(paths.count == 1 ? "is" : "are") quarantined: \(names)"
        + rest,
      value: "\(paths.count)", expected: "0")
    return [(finding, nil)]
  }
}
