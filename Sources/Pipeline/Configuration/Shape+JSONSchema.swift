// The JSON Schema of a shape, draft 2020-12.
import Formats

extension Shape {
  /// A schema document for a whole file.
  package func schemaDocument(title: String, meaning: String) -> JSONValue {
    var document: JSONObject = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": .string(title),
      "description": .string(meaning),
    ]
    for member in schema.members { document[member.key] = member.value }
    return .object(document)
  }

  fileprivate var schema: JSONObject {
    switch self {
    case .text(let kind):
      var schema: JSONObject = ["type": "string", "minLength": 1]
      schema["pattern"] = kind.pattern.map { .string($0) }
      return schema
    case .word(let words, _):
      return ["type": "string", "enum": .strings(words)]
    case .boolean:
      return ["type": "boolean"]
    case .integer(let range):
      var schema: JSONObject = ["type": "integer", "minimum": .integer(range.lowerBound)]
      if range.upperBound != .max { schema["maximum"] = .integer(range.upperBound) }
      return schema
    case .decimal:
      return ["type": "number"]
    case .list(let shape):
      return ["type": "array", "items": .object(shape.schema)]
    case .object(let keys, _):
      return Self.schema(of: keys)
    case .switchable(let settings):
      return ["anyOf": [["const": false], .object(settings.schema)]]
    }
  }

  private static func schema(of keys: [Key]) -> JSONObject {
    let required = keys.filter { if case .required = $0.presence { true } else { false } }
    var schema: JSONObject = [
      "type": "object",
      "properties": .object(JSONObject(keys.map { JSONObject.Member(key: $0.name, value: .object($0.schema)) })),
      "additionalProperties": false,
    ]
    if !required.isEmpty { schema["required"] = .strings(required.map(\.name)) }
    return schema
  }
}

extension Key {
  fileprivate var schema: JSONObject {
    var schema: JSONObject = ["description": .string(meaning)]
    for member in shape.schema.members { schema[member.key] = member.value }
    if case .standard(let value) = presence { schema["default"] = value }
    return schema
  }
}
