// Why a line of the worker's input has no mentions.

/// One line's failure; it is that line's answer and stops nothing.
package struct WorkerFailure: Error, Sendable, Hashable {
  /// Stable, in kebab-case.
  package let code: String
  /// What, where, found, expected.
  package let message: String

  package init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }

  static func longLine(_ maximum: Int) -> WorkerFailure {
    WorkerFailure("line-too-long", "line is longer than \(maximum) bytes; split the text or give a \"path\"")
  }
}
