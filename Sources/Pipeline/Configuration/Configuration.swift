// `pipeline.json` as written, with the standard of every absent key.
import Formats
import Model

/// Values are as written: paths are relative to the file's folder.
package struct Configuration: Sendable {
  package struct Source: Sendable, Hashable {
    package var id: String
    package var folder: String
    package var include: [String]
    package var exclude: [String] = []
    package var publisher: String?
    package var country: String?
    package var language: String?
    package var encoding: String?
    package var date: PartialDate?
    package var publishText = true
  }

  package var sources: [Source]
  package var reportingCurrency: Currency.Code
  package var constantPriceYear: Int?
  /// Paths of the reference tables; nil for the standard place.
  package var rates: String?
  package var deflators: String?
  package var redenominations: String?
  package var rules: RuleChoices
  package var folder: String
  package var writesXML: Bool
  package var keptRuns: Int
  package var maximumFileBytes: Int

  /// Decodes a file's bytes; throws with file, JSON path, found and expected where they do not fit.
  package init(
    _ bytes: [UInt8], file: String, keys: PipelineKeys, rules: [RuleDescription]
  ) throws(ConfigurationError) {
    let written: JSONValue
    do {
      written = try JSON.parse(bytes)
    } catch {
      throw ConfigurationError(
        "not JSON", file: file, place: "line \(error.line), column \(error.column)", found: error.found,
        expected: error.expected)
    }
    self.init(completed: try keys.shape.completed(written, at: .root, in: file), rules: rules)
  }

  /// Takes over values that have passed `Shape.completed`.
  private init(completed root: JSONValue, rules descriptions: [RuleDescription]) {
    sources = root["sources"].elements.map(Source.init)
    reportingCurrency = root["reportingCurrency"].text.flatMap { Currency.Code($0) } ?? "USD"
    constantPriceYear = root["constantPriceYear"].integer
    let reference = root["reference"]
    rates = reference["rates"].text
    deflators = reference["deflators"].text
    redenominations = reference["redenominations"].text
    rules = RuleChoices(written: root["rules"], descriptions: descriptions)
    let outputs = root["outputs"]
    folder = outputs["folder"].text ?? ""
    writesXML = outputs["xml"].isTrue
    keptRuns = outputs["keepRuns"].integer ?? 0
    maximumFileBytes = root["limits"]["maximumFileBytes"].integer ?? 0
  }
}

extension Configuration.Source {
  fileprivate init(_ value: JSONValue) {
    id = value["id"].text ?? ""
    folder = value["folder"].text ?? ""
    include = value["include"].elements.compactMap(\.text)
    exclude = value["exclude"].elements.compactMap(\.text)
    publisher = value["publisher"].text
    country = value["country"].text
    language = value["language"].text
    encoding = value["encoding"].text
    date = value["date"].text.flatMap { PartialDate(edtf: $0) }
    publishText = value["publishText"].isTrue
  }
}

extension RuleChoices {
  fileprivate init(written: JSONValue, descriptions: [RuleDescription]) {
    self.init()
    for rule in descriptions {
      switch written[rule.id.description] {
      case .bool(false):
        disabled.insert(rule.id)
      case .object(let settings):
        for setting in rule.settings {
          guard let value = settings[setting.name].flatMap(setting.standard.decoded) else { continue }
          values[rule.id, default: [:]][setting.name] = value
        }
      default:
        continue
      }
    }
  }
}

extension JSONValue {
  /// The member of an object; null where there is none.
  fileprivate subscript(key: String) -> JSONValue {
    if case .object(let object) = self { object[key] ?? .null } else { .null }
  }

  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
  fileprivate var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
  fileprivate var isTrue: Bool { self == .bool(true) }
  fileprivate var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
