// Why the amount at one byte of a file was read as it was.
import Model
import Recognizers

package struct Explain: Sendable {
  /// What is told, in lines.
  package let lines: [String]
  /// Whether a mention covers the byte.
  package let isCovered: Bool

  /// Explains every amount of a file, in text order, with a blank line between them.
  package static func all(_ result: Inspection.Result, inspection: Inspection) -> [String] {
    guard !result.mentions.isEmpty else { return ["\(result.file): no amount of money found"] }
    return Array(
      result.mentions.map { lines(for: $0, in: result, inspection) }.joined(separator: [""]))
  }

  /// Explains the byte `offset` of a file.
  package init(_ result: Inspection.Result, at offset: Int, inspection: Inspection) {
    let document = result.document
    let covering = result.mentions.first { mention in
      document.text.sourceRanges(of: mention.span).contains { $0.contains(offset) }
    }
    isCovered = covering != nil
    guard let covering else {
      lines = Self.uncovered(result, at: offset)
      return
    }
    lines = Self.lines(for: covering, in: result, inspection)
  }

  private static func lines(
    for mention: Mention, in result: Inspection.Result, _ inspection: Inspection
  ) -> [String] {
    reading(of: mention, in: result) + reasons(for: mention) + unit(of: mention, in: result)
      + inspection.losers(against: mention, in: result.document)
  }

  private static func reading(of mention: Mention, in result: Inspection.Result) -> [String] {
    let ranges = result.document.text.sourceRanges(of: mention.span)
    let bytes = ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    let amount = mention.amount
    let told = amount.told.isEmpty ? "no bounds" : amount.told
    let digits =
      amount.significantDigits == 1 ? "1 significant digit" : "\(amount.significantDigits) significant digits"
    return [
      "\(result.file): \"\(mention.surface)\"",
      row("bytes", bytes),
      row("amount", "\(told), \(mention.qualifier.rawValue), \(digits)" + (mention.per.map { ", per \($0)" } ?? "")),
    ]
  }

  private static func reasons(for mention: Mention) -> [String] {
    var lines = [row("currency", currency(of: mention))]
    if !mention.currencyCandidates.isEmpty {
      lines.append(row("candidates", mention.currencyCandidates.map(\.description).joined(separator: " ")))
    }
    if let start = mention.yearStart {
      lines.append(row("years", mention.yearEnd.map { $0 == start ? "\(start)" : "\(start)–\($0)" } ?? "from \(start)"))
    }
    let kind = mention.kind.map { ", kind \($0.rawValue)" } ?? ""
    lines.append(row("money", "flow \(mention.flowStatus.rawValue)\(kind)"))
    for (name, party) in [("payer", mention.payer), ("payee", mention.payee)] {
      if let party { lines.append(row(name, told(party))) }
    }
    if !mention.about.isEmpty { lines.append(row("about", mention.about)) }
    lines.append(
      row("region", mention.region.rawValue + (mention.region.isContent ? "" : " (left out of a run's mentions)")))
    lines.append(row("rule", rule(mention.rule)))
    lines.append(row("sentence", mention.sentence))
    return lines
  }

  /// For a cell of a table: the words its unit was read from, and where they stand.
  private static func unit(of mention: Mention, in result: Inspection.Result) -> [String] {
    guard let unit = mention.cell?.unit else { return [] }
    let hull = result.document.sourceHull(of: unit)
    return [row("unit", "\"\(result.document.text.string(unit))\" at \(hull.lowerBound)-\(hull.upperBound)")]
  }

  private static func currency(of mention: Mention) -> String {
    let name = mention.currency.map { code in
      "\(code)" + (Rulebook.currencies[code].map { " (\($0.name))" } ?? "")
    }
    let basis = mention.currencyBasis.map { ", basis \($0.rawValue)" } ?? ""
    return "\(name ?? "none"), read from \(mention.currencyEvidence.rawValue)\(basis)"
  }

  private static func told(_ party: Mention.Party) -> String {
    party.name + (party.iso3.map { " (\($0))" } ?? "") + (party.agency.map { ", \($0)" } ?? "")
  }

  private static func rule(_ id: RuleID) -> String {
    let summary = Rulebook.rules.first { $0.id == id }?.summary
    return id.description + (summary.map { ": \($0)" } ?? "")
  }

  private static func uncovered(_ result: Inspection.Result, at offset: Int) -> [String] {
    let before = result.mentions.filter { result.document.sourceHull(of: $0.span).upperBound <= offset }
      .max { result.document.sourceHull(of: $0.span).lowerBound < result.document.sourceHull(of: $1.span).lowerBound }
    let after = result.mentions.filter { result.document.sourceHull(of: $0.span).lowerBound > offset }
      .min { result.document.sourceHull(of: $0.span).lowerBound < result.document.sourceHull(of: $1.span).lowerBound }
    var lines = ["\(result.file): no mention covers byte \(offset)"]
    for (name, mention) in [("before", before), ("after", after)] {
      guard let mention else { continue }
      let hull = result.document.sourceHull(of: mention.span)
      lines.append(row(name, "\"\(mention.surface)\" at \(hull.lowerBound)-\(hull.upperBound)"))
    }
    return lines
  }

  static func row(_ name: String, _ value: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 12 - name.count)) + value
  }
}

extension Inspection {
  /// The readings that lost against the one that stands at a span.
  fileprivate func losers(against winner: Mention, in document: Document) -> [String] {
    recognizer.explanation(at: winner.span.lowerBound, in: document).lost
      .filter { $0.span.overlaps(winner.span) }
      .map { loser in
        let currency = loser.currency?.description ?? "no currency"
        return Explain.row("lost", "\"\(loser.surface)\": \(loser.amount.told) \(currency) by \(loser.rule)")
      }
  }
}
