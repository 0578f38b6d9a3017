// What a run is to do, as resolved from `pipeline.json` and the command line: every default filled in, every path
// absolute, every rule known.
import Model

package struct Plan: Sendable {
  /// One source with its files' common metadata.
  package struct Source: Sendable, Hashable {
    package var id: String
    /// Absolute folder.
    package var folder: String
    /// Globs relative to the folder; `**` crosses folders.
    package var include: [String]
    package var exclude: [String]
    package var publisher: String?
    /// ISO 3166 alpha-3.
    package var country: String?
    package var language: String?
    package var encoding: String?
    package var date: PartialDate?
    /// Whether the normalized texts are published; quotes always are.
    package var publishesText: Bool
  }

  package var sources: [Source]
  /// Absolute folder that holds `current`, `runs`, `state`, `quarantine`.
  package var output: String
  package var reportingCurrency: Currency.Code
  package var constantBaseYear: Int?
  package var reference: ReferenceData
  package var rules: RuleChoices
  /// Larger files are quarantined.
  package var maximumFileBytes: Int
  /// Published runs that are kept beside the current one.
  package var keptRuns: Int
  package var writesXML: Bool
  /// Whether quantities other than money are read.
  package var readsQuantities = false
  package var workers: Int
  /// Ignore the store and read every document anew.
  package var isFull: Bool
  /// The configuration as written, canonical JSON without paths of this machine: part of what the dataset depends on.
  package var fingerprint: String
}
