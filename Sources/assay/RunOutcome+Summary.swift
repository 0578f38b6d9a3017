// What a run says of itself when it is done.
import Logging
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
      ["found", found],
      [
        "findings",
        "\(counted(counts.errors, "error")), \(counted(counts.warnings, "warning")), \(counted(counts.notes, "note"))",
      ],
    ]
    if counts.quarantined > 0 { rows.append(["quarantine", "\(output)/quarantine"]) }
    rows.append(["published", published == nil ? "nothing: a dry run" : "\(output)/current"])
    return rows
  }

  private var found: String {
    let money = "\(counted(counts.mentions, "mention")), \(counted(counts.facts, "fact"))"
    guard let quantities = counts.quantities else { return money }
    return money + ", " + (quantities == 1 ? "1 quantity" : "\(quantities) quantities")
  }

  /// The same for a log.
  var logMetadata: Logger.Metadata {
    [
      "run_id": "\(runID)", "exit_status": "\(exitStatus.rawValue)", "published": "\(published ?? "")",
      "files": "\(counts.files)", "read": "\(counts.read)", "recomputed": "\(counts.recomputed)",
      "duplicates": "\(counts.duplicates)", "quarantined": "\(counts.quarantined)", "mentions": "\(counts.mentions)",
      "facts": "\(counts.facts)", "errors": "\(counts.errors)", "warnings": "\(counts.warnings)",
      "notes": "\(counts.notes)",
    ]
  }

  private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
