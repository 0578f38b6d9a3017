// What a rule says of itself: the source of docs/RULES.md, `assay rules` and the configuration's JSON Schema.

package struct RuleDescription: Sendable, Hashable {
  package enum Stage: String, Sendable, CaseIterable { case read, normalize, recognize, reconcile, validate, write }

  /// A text and what the rule makes of it; the stage says how both are written.
  package struct Example: Sendable, Hashable {
    package let before: String
    /// Equal to `before` where the rule must not act.
    package let after: String

    package init(_ before: String, _ after: String) {
      self.before = before
      self.after = after
    }

    /// A text the rule must leave alone.
    package init(unchanged text: String) { self.init(text, text) }
  }

  package let id: RuleID
  package let stage: Stage
  /// The pattern it treats and what it does, in one sentence.
  package let summary: String
  package let settings: [Setting]
  package let examples: [Example]

  package init(id: RuleID, stage: Stage, summary: String, settings: [Setting] = [], examples: [Example] = []) {
    self.id = id
    self.stage = stage
    self.summary = summary
    self.settings = settings
    self.examples = examples
  }
}

/// One thing that can be set about a rule in `pipeline.json`.
package struct Setting: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    case integer(Int)
    case decimal(ExactDecimal)
    case text(String)
    case words([String])
  }

  package let name: String
  package let standard: Value
  package let meaning: String

  package init(_ name: String, standard: Value, _ meaning: String) {
    self.name = name
    self.standard = standard
    self.meaning = meaning
  }
}

/// Which rules are off, and the settings that differ from the standard.
package struct RuleChoices: Sendable, Hashable {
  package var disabled: Set<RuleID>
  package var values: [RuleID: [String: Setting.Value]]

  package init(disabled: Set<RuleID> = [], values: [RuleID: [String: Setting.Value]] = [:]) {
    self.disabled = disabled
    self.values = values
  }

  package func isEnabled(_ rule: RuleID) -> Bool { !disabled.contains(rule) }

  /// The chosen value of a setting, else its standard.
  package func value(_ setting: Setting, of rule: RuleID) -> Setting.Value {
    values[rule]?[setting.name] ?? setting.standard
  }

  /// The chosen value of a whole-number setting; zero for a setting of another kind.
  package func integer(_ setting: Setting, of rule: RuleID) -> Int {
    if case .integer(let chosen) = value(setting, of: rule) { return chosen }
    if case .integer(let standard) = setting.standard { return standard }
    return 0
  }

  /// The chosen value of a decimal setting, which may be written as a whole number; zero for a setting of another kind.
  package func decimal(_ setting: Setting, of rule: RuleID) -> ExactDecimal {
    for value in [value(setting, of: rule), setting.standard] {
      if case .decimal(let decimal) = value { return decimal }
      if case .integer(let integer) = value { return ExactDecimal(integer: integer) }
    }
    return .zero
  }
}
