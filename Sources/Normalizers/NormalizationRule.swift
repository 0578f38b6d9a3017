// What every cleaning rule declares, and the phases rules act in.

import Model

/// The phases of cleaning, in the order they run. Rules of one phase commute; rules that must be ordered are in
/// different phases. (Decoding itself is the readers'.)
package enum Phase: Int, Sendable, CaseIterable, Comparable {
  /// Characters that a wrong code page has made of others before the text was saved.
  case encoding
  /// Characters that stand for others or for nothing.
  case characters
  /// White space at and between line ends.
  case lines
  /// The order of paragraphs: what is moved and joined.
  case structure
  /// Line ends inside paragraphs, where whoever set the page broke its lines.
  case paragraphs
  /// Marks inside the text and under headings: emphasis, links, escapes, footnote markers, underlines.
  case style

  package static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
}

/// One cleaning rule. It is called at each of its trigger bytes, never walks the document, and asks for edits that do
/// not overlap those of the other rules of its phase. Its examples are texts before and after the rule acts alone.
package protocol NormalizationRule: Sendable {
  static var rule: RuleDescription { get }
  static var phase: Phase { get }
  /// The bytes without which the rule cannot act.
  static var triggers: [UInt8] { get }
  /// Whether the rule also wants to see the end of the text, as position `count`.
  static var seesEnd: Bool { get }
  /// Whether the rule acts in Markdown documents only.
  static var isMarkdownOnly: Bool { get }

  init()

  /// Looks at the trigger at `position` and adds what is to be done; returns the first position at which the rule
  /// wants to be called again, normally the one after what it has dealt with.
  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int
}

extension NormalizationRule {
  package static var seesEnd: Bool { false }
  package static var isMarkdownOnly: Bool { false }
}
