// Holds a JSON value to a JSON Schema, as far as the schema of the report goes.
import Formats

/// Knows `$ref` into `$defs`, `type`, `const`, `enum`, `minimum`, `properties`, `required`, `additionalProperties` and
/// `items` (JSON Schema 2020-12); leaves `pattern` to the checks of the tables.
struct JSONSchemaSubset {
  private let root: JSONValue

  init(_ schema: JSONValue) { root = schema }

  /// `at $.files: …`; empty where the value follows the schema.
  func problems(in value: JSONValue) -> [String] { problems(value, root, at: .root) }

  private func problems(_ value: JSONValue, _ schema: JSONValue, at place: JSONPlace) -> [String] {
    if let name = schema["$ref"]?.string?.split(separator: "/").last {
      return problems(value, root["$defs"]?[String(name)] ?? .null, at: place)
    }
    if let types = schema["type"], !(types.array ?? [types]).contains(where: { isOf($0.string ?? "", value) }) {
      return [
        "at \(place): found \(value.kind), expected \((types.array ?? [types]).compactMap(\.string).joined(separator: " or "))"
      ]
    }
    if let constant = schema["const"], constant != value {
      return ["at \(place): found another value than the schema's"]
    }
    if let words = schema["enum"]?.array, !words.contains(value) {
      return ["at \(place): found none of the schema's words"]
    }
    if let least = schema["minimum"]?.integer, let number = value.integer, number < least {
      return ["at \(place): found \(number), expected at least \(least)"]
    }
    return memberProblems(value, schema, at: place) + elementProblems(value, schema, at: place)
  }

  private func memberProblems(_ value: JSONValue, _ schema: JSONValue, at place: JSONPlace) -> [String] {
    guard let object = value.object else { return [] }
    let missing = (schema["required"]?.array ?? []).compactMap(\.string).filter { object[$0] == nil }
    return missing.map { "at \(place): found no \($0), expected it" }
      + object.members.flatMap { member -> [String] in
        if let known = schema["properties"]?[member.key] { return problems(member.value, known, at: place[member.key]) }
        guard let other = schema["additionalProperties"] else { return [] }
        if other.bool == false { return ["at \(place[member.key]): found a key that the schema does not have"] }
        return problems(member.value, other, at: place[member.key])
      }
  }

  private func elementProblems(_ value: JSONValue, _ schema: JSONValue, at place: JSONPlace) -> [String] {
    guard let array = value.array, let items = schema["items"] else { return [] }
    return array.enumerated().flatMap { problems($1, items, at: place[$0]) }
  }

  private func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch type {
    case "object": value.object != nil
    case "array": value.array != nil
    case "string": value.string != nil
    case "integer": value.integer != nil
    case "number": value.number != nil
    case "boolean": value.bool != nil
    default: value.isNull
    }
  }
}
