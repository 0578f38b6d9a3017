// The JSON Schema of a shape, draft 2020-12.
import Formats

extension Shape {
  /// A schema document for a whole file.
  package func schemaDocument(title: String, meaning: String) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title)),
      ("description", .string(meaning)),
    ]
    members += schemaMembers
    return .object(JSONObject(members))
  }

  fileprivate var schema: JSONValue { .object(JSONObject(schemaMembers)) }

  private var schemaMembers: [(key: String, value: JSONValue)] {
    switch self {
    case .text(let kind):
      let pattern = kind.pattern.map { [(key: "pattern", value: JSONValue.string($0))] } ?? []
      return [("type", .string("string")), ("minLength", .number("1"))] + pattern
    case .word(let words, _):
      return [("type", .string("string")), ("enum", .array(words.map { .string($0) }))]
    case .boolean:
      return [("type", .string("boolean"))]
    case .integer(let range):
      let most = range.upperBound == .max ? [] : [(key: "maximum", value: JSONValue.number("\(range.upperBound)"))]
      return [("type", .string("integer")), ("minimum", .number("\(range.lowerBound)"))] + most
    case .decimal:
      return [("type", .string("number"))]
    case .list(let shape):
      return [("type", .string("array")), ("items", shape.schema)]
    case .object(let keys, _):
      return Self.schemaMembers(of: keys)
    case .switchable(let settings):
      return [("anyOf", .array([.object(JSONObject([("const", .bool(false))])), settings.schema]))]
    }
  }

  private static func schemaMembers(of keys: [Key]) -> [(key: String, value: JSONValue)] {
    let required = keys.filter { if case .required = $0.presence { true } else { false } }
    var members: [(key: String, value: JSONValue)] = [
      ("type", .string("object")),
      ("properties", .object(JSONObject(keys.map { (key: $0.name, value: $0.schema) }))),
      ("additionalProperties", .bool(false)),
    ]
    if !required.isEmpty { members.append(("required", .array(required.map { .string($0.name) }))) }
    return members
  }
}

extension Key {
  fileprivate var schema: JSONValue {
    guard case .object(let object) = shape.schema else { return .null }
    var members = [(key: "description", value: JSONValue.string(meaning))] + object.members
    if case .standard(let value) = presence { members.append((key: "default", value: value)) }
    return .object(JSONObject(members))
  }
}
