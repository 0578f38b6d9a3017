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
  /// The places of those a run publishes: navigation and boilerplate are left out. A mention counts some twenty
  /// references when it is copied, so the checks look at it where it stands.
  var published: [Int] { indices.filter { self[$0].region.isContent } }

  /// A finding for each published mention about which `body` has something to say.
  func findings(_ body: (_ place: Int) -> Finding?) -> [Finding] {
    var findings: [Finding] = []
    for place in indices where self[place].region.isContent {
      if let finding = body(place) { findings.append(finding) }
    }
    return findings
  }
}
