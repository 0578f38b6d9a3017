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
  package var readsQuantities: Bool
  package var keptRuns: Int
  package var maximumFileBytes: Int

  /// Decodes a file's bytes; throws with file, JSON path, found and expected where they do not fit.
  package init(
    _ bytes: [UInt8], file: String, keys: PipelineKeys, rules: [RuleDescription]
  ) throws(ConfigurationError) {
    let written: JSONValue
    do {
      // RFC 8259, 8.1: a reader may ignore a byte order mark, which some editors write.
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      written = try JSON.parse(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
    } catch {
      throw ConfigurationError(
        "not JSON", file: file, place: "line \(error.line), column \(error.column)", found: error.found,
        expected: error.expected)
    }
    self.init(completed: try keys.shape.completed(written, at: .root, in: file), rules: rules)
  }

  /// Takes over values that have passed `Shape.completed`.
  private init(completed root: JSONValue, rules descriptions: [RuleDescription]) {
    sources = (root["sources"]?.array ?? []).map(Source.init)
    reportingCurrency = root["reportingCurrency"]?.string.flatMap { Currency.Code($0) } ?? "USD"
    constantPriceYear = root["constantPriceYear"]?.integer
    let reference = root["reference"]
    rates = reference?["rates"]?.string
    deflators = reference?["deflators"]?.string
    redenominations = reference?["redenominations"]?.string
    rules = RuleChoices(written: root["rules"], descriptions: descriptions)
    let outputs = root["outputs"]
    folder = outputs?["folder"]?.string ?? ""
    writesXML = outputs?["xml"]?.bool ?? true
    readsQuantities = outputs?["quantities"]?.bool ?? false
    keptRuns = outputs?["keepRuns"]?.integer ?? 0
    maximumFileBytes = root["limits"]?["maximumFileBytes"]?.integer ?? 0
  }
}

extension Configuration.Source {
  fileprivate init(_ value: JSONValue) {
    id = value["id"]?.string ?? ""
    folder = value["folder"]?.string ?? ""
    include = (value["include"]?.array ?? []).compactMap(\.string)
    exclude = (value["exclude"]?.array ?? []).compactMap(\.string)
    publisher = value["publisher"]?.string
    country = value["country"]?.string
    language = value["language"]?.string
    encoding = value["encoding"]?.string
    date = value["date"]?.string.flatMap { PartialDate(edtf: $0) }
    publishText = value["publishText"]?.bool ?? true
  }
}

extension RuleChoices {
  fileprivate init(written: JSONValue?, descriptions: [RuleDescription]) {
    self.init()
    for rule in descriptions {
      switch written?[rule.id.description] {
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
