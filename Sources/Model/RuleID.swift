// The name of a rule, as it stands in rule files, configuration, findings and docs/RULES.md.

/// A kebab-case identifier such as `no-break-spaces`.
package struct RuleID: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let description: String

  package init(stringLiteral value: String) { description = value }
  package init(_ value: String) { description = value }

  package static func < (left: RuleID, right: RuleID) -> Bool { left.description < right.description }
}
