// Checks a value against its shape and fills in the standard values.
import Formats
import Model

extension Shape {
  /// The value with the standard of every absent key filled in; throws where it does not fit.
  package func completed(
    _ value: JSONValue, at place: JSONPlace, in file: String
  ) throws(ConfigurationError) -> JSONValue {
    switch (self, value) {
    case (.text(let kind), .string(let text)):
      guard kind.accepts(text) else { throw misfit("unusable text", value, at: place, in: file) }
      return value
    case (.word(let words, _), .string(let text)):
      guard words.contains(text) else {
        throw misfit("unknown name", value, at: place, in: file, nearest: NearestName.nearest(to: text, among: words))
      }
      return value
    case (.boolean, .bool), (.switchable, .bool(false)):
      return value
    case (.integer(let range), .number(let digits)):
      guard let number = Int(digits), range.contains(number) else {
        throw misfit("number out of range", value, at: place, in: file)
      }
      return value
    case (.decimal, .number(let digits)):
      guard ExactDecimal(digits) != nil else { throw misfit("unusable number", value, at: place, in: file) }
      return value
    case (.list(let shape), .array(let elements)):
      return try shape.completed(elements, at: place, in: file)
    case (.object(let keys, let noun), .object(let object)):
      return try Self.completed(object, keys: keys, noun: noun, at: place, in: file)
    case (.switchable(let settings), .object):
      return try settings.completed(value, at: place, in: file)
    default:
      throw misfit("wrong type", value, at: place, in: file)
    }
  }

  private func completed(
    _ elements: [JSONValue], at place: JSONPlace, in file: String
  ) throws(ConfigurationError) -> JSONValue {
    var completed: [JSONValue] = []
    for (index, element) in elements.enumerated() {
      completed.append(try self.completed(element, at: place[index], in: file))
    }
    return .array(completed)
  }

  /// The object's members in the order of its keys.
  private static func completed(
    _ object: JSONObject, keys: [Key], noun: String, at place: JSONPlace, in file: String
  ) throws(ConfigurationError) -> JSONValue {
    for member in object.members where !keys.contains(where: { $0.name == member.key }) {
      throw unknown(member.key, among: keys.map(\.name), noun: noun, at: place, in: file)
    }
    var members = JSONObject()
    for key in keys {
      if let value = object[key.name] {
        members[key.name] = try key.shape.completed(value, at: place[key.name], in: file)
      } else if case .standard(let value) = key.presence {
        members[key.name] = try key.shape.completed(value, at: place[key.name], in: file)
      } else if case .required = key.presence {
        throw ConfigurationError(
          "missing key", file: file, place: place.description, found: "no \"\(key.name)\"",
          expected: "\"\(key.name)\": \(key.shape.expectation)", advice: "it is needed: \(key.meaning)")
      }
    }
    return .object(members)
  }

  private static func unknown(
    _ name: String, among names: [String], noun: String, at place: JSONPlace, in file: String
  ) -> ConfigurationError {
    let suggestion = NearestName.nearest(to: name, among: names)
    let isShort = names.count <= 16
    return ConfigurationError(
      "unknown \(noun)", file: file, place: place[name].description, found: "\"\(name)\"",
      expected: names.isEmpty
        ? "none: there are none" : isShort ? "one of \(names.joined(separator: ", "))" : "a known \(noun)",
      suggestion: suggestion, advice: isShort || suggestion != nil ? "" : "`assay rules` lists them")
  }

  private func misfit(
    _ problem: String, _ value: JSONValue, at place: JSONPlace, in file: String, nearest: String? = nil
  ) -> ConfigurationError {
    ConfigurationError(
      problem, file: file, place: place.description, found: value.told, expected: expectation, suggestion: nearest)
  }
}

extension JSONValue {
  /// The value as a message tells it: short ones as written, long ones by their type.
  fileprivate var told: String {
    switch self {
    case .null: "null"
    case .bool(let flag): String(flag)
    case .number(let digits): digits
    case .string(let text): text.utf8.count <= 60 ? "\"\(text)\"" : "a text of \(text.utf8.count) bytes"
    case .array(let elements): "a list of \(elements.count)"
    case .object: "an object"
    }
  }
}
