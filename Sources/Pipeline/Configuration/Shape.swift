// What may stand at a place of a configuration. One description gives decoding, messages and the JSON Schema.
import Formats

/// The kind of value a place of the configuration takes.
package indirect enum Shape: Sendable {
  case text(TextKind)
  /// One of the listed words; `noun` says what they are.
  case word([String], noun: String)
  case boolean
  case integer(ClosedRange<Int>)
  case decimal
  case list(of: Shape)
  /// Exactly these keys; `noun` names one of them in messages.
  case object([Key], noun: String)
  /// `false`, or settings.
  case switchable(settings: Shape)
}

/// A text with rules.
package enum TextKind: Sendable {
  case free, identifier, path, glob, country, language, encoding, date
}

/// One key of an object.
package struct Key: Sendable {
  package enum Presence: Sendable {
    case required
    case optional
    /// Stands for an absent key.
    case standard(JSONValue)
  }

  package let name: String
  package let shape: Shape
  package let presence: Presence
  package let meaning: String

  package init(_ name: String, _ shape: Shape, _ presence: Presence, _ meaning: String) {
    self.name = name
    self.shape = shape
    self.presence = presence
    self.meaning = meaning
  }

  /// A key that may be absent and has no standard.
  package init(_ name: String, _ shape: Shape, _ meaning: String) { self.init(name, shape, .optional, meaning) }
}

extension Shape {
  /// What a message says is expected here.
  var expectation: String {
    switch self {
    case .text(let kind): kind.expectation
    case .word(_, let noun): noun
    case .boolean: "true or false"
    case .integer(let range):
      range.upperBound == .max
        ? "a whole number from \(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .decimal: "a number"
    case .list: "a list"
    case .object: "an object"
    case .switchable: "false, or an object of settings"
    }
  }
}
