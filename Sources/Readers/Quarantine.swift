// Why a file was not read, as a value: its document stands in the dataset as quarantined.
import Model

package struct Quarantine: Error, Sendable, Hashable {
  /// The rule that refused it.
  package var rule: RuleID
  /// What, where, found, expected; lower case, no full stop.
  package var message: String
  package var value: String
  package var expected: String

  package init(rule: RuleID, message: String, value: String = "", expected: String = "") {
    self.rule = rule
    self.message = message
    self.value = value
    self.expected = expected
  }

  /// The same as a finding about the whole document.
  package var finding: Finding {
    Finding(rule: rule, severity: .warning, message: message, value: value, expected: expected)
  }
}
