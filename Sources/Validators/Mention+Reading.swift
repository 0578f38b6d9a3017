// A mention as the messages of the checks name it.
import Model

extension Mention {
  /// `5000000 DEM`, `10 to 15 EUR`, `from 5 USD`, `up to 5 USD`.
  var reading: String {
    let currency = currency.map { " \($0)" } ?? ""
    return switch (amount.lower, amount.upper) {
    case (let lower?, let upper?): lower == upper ? "\(lower)\(currency)" : "\(lower) to \(upper)\(currency)"
    case (let lower?, nil): "from \(lower)\(currency)"
    case (nil, let upper?): "up to \(upper)\(currency)"
    case (nil, nil): "an open amount\(currency)"
    }
  }

  /// The last year it states for the money.
  var statedYear: Int? { yearEnd ?? yearStart }

  /// A finding at its place, quoting its surface.
  func finding(
    _ rule: RuleDescription, _ severity: Finding.Severity, _ message: String, value: String, expected: String
  ) -> Finding {
    Finding(
      rule: rule.id, severity: severity, span: span, message: message, quote: surface, value: value, expected: expected)
  }
}

extension [Mention] {
  /// Those a run publishes: navigation and boilerplate are left out.
  var published: [Mention] { allSatisfy(\.region.isContent) ? self : filter(\.region.isContent) }
}
