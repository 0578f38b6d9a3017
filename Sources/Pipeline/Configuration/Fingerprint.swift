// The configuration in one canonical line: what the dataset depends on beside the sources' bytes.
import Formats
import Model

enum Fingerprint {
  /// Canonical JSON (keys sorted, no spaces, ASCII) without a path of this machine, worker count or output folder.
  static func text(_ configuration: Configuration, digests: [String: String]) -> String {
    let rules = configuration.rules
    var written: [String: JSONValue] = [:]
    for rule in rules.disabled { written[rule.description] = .bool(false) }
    for (rule, values) in rules.values where rules.isEnabled(rule) {
      written[rule.description] = object(values.mapValues(\.json))
    }
    let whole: [String: JSONValue] = [
      "sources": .array(configuration.sources.map(\.canonical)),
      "reportingCurrency": .string(configuration.reportingCurrency.description),
      "constantPriceYear": configuration.constantPriceYear.map { .number(String($0)) } ?? .null,
      "reference": object(digests.mapValues { .string($0) }),
      "rules": object(written),
      "xml": .bool(configuration.writesXML),
      "quantities": configuration.readsQuantities ? .bool(true) : .null,
      "maximumFileBytes": .number(String(configuration.maximumFileBytes)),
    ]
    return String(decoding: JSON.write(object(whole), ascii: true), as: UTF8.self)
  }

  /// An object with its keys in byte order and without nulls.
  fileprivate static func object(_ members: [String: JSONValue]) -> JSONValue {
    let kept = members.filter { $0.value != .null }.sorted { Array($0.key.utf8).lexicographicallyPrecedes($1.key.utf8) }
    return .object(JSONObject(kept.map { JSONObject.Member(key: $0.key, value: $0.value) }))
  }
}

extension Configuration.Source {
  /// Without the folder: where the files lie is no part of what they say.
  fileprivate var canonical: JSONValue {
    Fingerprint.object([
      "id": .string(id),
      "include": .array(include.map { .string($0) }),
      "exclude": .array(exclude.map { .string($0) }),
      "publisher": publisher.map { .string($0) } ?? .null,
      "country": country.map { .string($0) } ?? .null,
      "language": language.map { .string($0) } ?? .null,
      "encoding": encoding.map { .string($0) } ?? .null,
      "date": date.map { .string($0.description) } ?? .null,
      "publishText": .bool(publishText),
    ])
  }
}

extension Setting.Value {
  fileprivate var json: JSONValue {
    switch self {
    case .integer(let number): .number(String(number))
    case .decimal(let number): .number(number.description)
    case .text(let text): .string(text)
    case .words(let words): .array(words.map { .string($0) })
    }
  }
}
