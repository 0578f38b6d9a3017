// What is wrong with a configuration or with a file it names, and where.

package struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong: "unknown key", "wrong type".
  package var problem: String
  /// The file as the user named it; empty where none was found.
  package var file: String
  /// JSON path such as `$.sources[1].langauge`, or `line 3, column rate` in a table; empty for the whole file.
  package var place: String
  package var found: String
  package var expected: String
  /// The nearest known name, where one is near.
  package var suggestion: String?
  /// What to do; empty where the rest says it.
  package var advice: String

  package init(
    _ problem: String, file: String, place: String = "", found: String = "", expected: String = "",
    suggestion: String? = nil, advice: String = ""
  ) {
    self.problem = problem
    self.file = file
    self.place = place
    self.found = found
    self.expected = expected
    self.suggestion = suggestion
    self.advice = advice
  }

  /// `unknown key in pipeline.json at $.x: found "x", expected one of …; did you mean "y"?`
  package var description: String {
    var text = problem
    if !file.isEmpty { text += " in \(file)" }
    if !place.isEmpty { text += " at \(place)" }
    let facts = [found.isEmpty ? "" : "found \(found)", expected.isEmpty ? "" : "expected \(expected)"]
    let told = facts.filter { !$0.isEmpty }.joined(separator: ", ")
    if !told.isEmpty { text += ": \(told)" }
    if let suggestion { text += "; did you mean \"\(suggestion)\"?" }
    if !advice.isEmpty { text += "; \(advice)" }
    return text
  }
}
