// Amounts in navigation and boilerplate are left out of a run's dataset: one note per document counts them.
import Model

/// "unpublished-regions"
package enum UnpublishedRegions {
  package static let rule = RuleDescription(
    id: "unpublished-regions", stage: .write,
    summary: "Amounts in navigation and boilerplate are left out of `mentions`; one note per document counts them.")

  /// The note of a document, from its mentions in every region; nil where none is left out.
  package static func note(for mentions: [Mention]) -> Finding? {
    let left = mentions.filter { !$0.region.isContent }
    guard let first = left.first else { return nil }
    let navigation = left.count { $0.region == .navigation }
    return Finding(
      rule: rule.id, severity: .note,
      message: "\(left.count) amounts left out: \(navigation) in navigation, \(left.count - navigation) in boilerplate",
      quote: first.surface, value: String(left.count))
  }
}

/// The rules a run applies itself.
package enum RunCatalogue {
  package static let rules: [RuleDescription] = [UnpublishedRegions.rule]
}
