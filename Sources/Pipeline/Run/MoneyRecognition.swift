// The run's one call of the recognizers.
import Model

struct MoneyRecognition: Sendable {
  init(rules: RuleChoices) {}

  func mentions(in document: Document) -> [Mention] { [] }
}
