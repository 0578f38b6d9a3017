// What a run says of itself when it is done.
import Pipeline

extension RunOutcome {
  /// What was read, found and published, and where; two columns.
  func summary(output: String) -> [[String]] {
    var rows = [
      [
        "read",
        "\(counted(counts.read, "document")) of \(counted(counts.files, "file")): "
          + "\(counts.recomputed) anew, \(counted(counts.duplicates, "duplicate")), \(counts.quarantined) quarantined",
      ],
      ["found", "\(counted(counts.mentions, "mention")), \(counted(counts.facts, "fact"))"],
      [
        "findings",
        "\(counted(counts.errors, "error")), \(counted(counts.warnings, "warning")), \(counted(counts.notes, "note"))",
      ],
    ]
    if counts.quarantined > 0 { rows.append(["quarantine", "\(output)/quarantine"]) }
    rows.append(["published", published == nil ? "nothing: a dry run" : "\(output)/current"])
    return rows
  }

  private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
