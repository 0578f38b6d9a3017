// Something wrong or notable in the data, as a value. What stops the program is an Error, not a Finding.

package struct Finding: Sendable, Hashable {
  package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// The sources are as they are; worth knowing.
    case note
    /// The sources disagree, or a reading rests on context.
    case warning
    /// A published number may be wrong because of us or our reference data.
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  }

  package var rule: RuleID
  package var severity: Severity
  /// Bytes of the normalized text of the document it is about; nil for a whole document or dataset.
  package var span: Range<Int>?
  /// What, where, found, expected; lower case, no full stop.
  package var message: String
  /// The words of the source it is about.
  package var quote: String
  package var value: String
  package var expected: String

  package init(
    rule: RuleID, severity: Severity, span: Range<Int>? = nil, message: String, quote: String = "", value: String = "",
    expected: String = ""
  ) {
    self.rule = rule
    self.severity = severity
    self.span = span
    self.message = message
    self.quote = quote
    self.value = value
    self.expected = expected
  }
}
