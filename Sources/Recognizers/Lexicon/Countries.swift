// The countries the program knows, by their codes.

/// After ISO 3166-1.
package struct Countries: Sendable {
  /// Alpha-3 code by alpha-3 and alpha-2 code.
  private let codes: [String: String]

  /// Reads `countries.tsv`: its first two columns are the alpha-3 and the alpha-2 code.
  init(table: String) {
    var codes: [String: String] = [:]
    for line in table.split(separator: "\n").filter({ !$0.hasPrefix("#") }).dropFirst() {
      let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      for field in fields.prefix(2) where !field.isEmpty { codes[String(field)] = String(fields[0]) }
    }
    self.codes = codes
  }

  /// The alpha-3 code of a country written as its alpha-3 or alpha-2 code in capitals; nil for any other text.
  package func code(_ written: String) -> String? { codes[written] }
}
