// Every key of `pipeline.json`: its type, its meaning and what stands for it when it is absent.
import Formats
import Model

/// The description of `pipeline.json`, from which decoding, messages and the JSON Schema follow.
package struct PipelineKeys: Sendable {
  /// The shape of the whole file.
  package let shape: Shape

  /// The description for these rules and currencies.
  package init(rules: [RuleDescription], currencies: CurrencyTable) {
    shape = .object(
      [
        Key("$schema", .text(.free), "Where editors find the schema of this file"),
        Key("sources", .list(of: Self.source), .standard([]), "What is read: folders and what is known of them"),
        Key(
          "reportingCurrency", .word(currencies.codes.map(\.description), noun: "an ISO 4217 code such as USD"),
          .standard("USD"), "Currency every amount is converted to"),
        Key("constantPriceYear", .integer(1...9999), "Base year of constant prices; none are given when it is absent"),
        Key("reference", Self.reference, Self.empty, "Tables that amounts are converted with"),
        Key("rules", Self.rules(rules), Self.empty, "Rules that are switched off (false) or set otherwise"),
        Key("outputs", Self.outputs, Self.empty, "What is written, and where"),
        Key("limits", Self.limits, Self.empty, "What is too much"),
      ], noun: "key")
  }

  /// The JSON Schema of `pipeline.json`.
  package var schemaDocument: [UInt8] {
    JSON.write(
      shape.schemaDocument(
        title: "Assay pipeline", meaning: "What `assay run` reads, with which rules, and what it writes"), indent: 2)
      + [UInt8(ascii: "\n")]
  }

  private static let empty = Key.Presence.standard([:])

  private static let source = Shape.object(
    [
      Key("id", .text(.identifier), .required, "Name of the source in the dataset; stays when the folder moves"),
      Key("folder", .text(.path), .required, "Folder with its files, relative to this file's folder"),
      Key(
        "include", .list(of: .text(.glob)), .standard(["**"]),
        "Globs of the files to read, relative to the folder; ** crosses folders"),
      Key("exclude", .list(of: .text(.glob)), .standard([]), "Globs of the files to leave out"),
      Key("publisher", .text(.free), "Who publishes its documents"),
      Key("country", .text(.country), "Country it writes from, ISO 3166 alpha-3"),
      Key("language", .text(.language), "Language of its documents"),
      Key("encoding", .text(.encoding), "Encoding of its files, as named by IANA; detected when absent"),
      Key("date", .text(.date), "Date of its documents where they give none"),
      Key(
        "publishText", .boolean, .standard(true),
        "Whether the normalized texts are published; quotes always are"),
    ], noun: "key of a source")

  private static let reference = Shape.object(
    [
      table("rates", "seeds/rates/annual.csv", "Annual average exchange rates: currency, year, units_per_usd, source"),
      table("deflators", "seeds/rates/deflators.csv", "Price indices: area, year, index, source"),
      table(
        "redenominations", "seeds/rates/redenominations.csv",
        "Currencies replaced at a fixed rate: from, to, factor, date, source"),
    ], noun: "reference table")

  private static func table(_ name: String, _ path: String, _ meaning: String) -> Key {
    Key(name, .text(.path), "\(meaning); \(path) beside this file when absent")
  }

  private static func rules(_ rules: [RuleDescription]) -> Shape {
    .object(
      rules.map { rule in
        let settings = rule.settings.map { Key($0.name, $0.standard.shape, .optional, $0.meaning) }
        return Key(
          rule.id.description, .switchable(settings: .object(settings, noun: "setting of \(rule.id)")), rule.summary)
      }, noun: "rule")
  }

  private static let outputs = Shape.object(
    [
      Key("folder", .text(.path), .standard("output"), "Folder only the program writes in"),
      Key("xml", .boolean, .standard(true), "Whether the dataset is also written as XML"),
      Key(
        "quantities", .boolean, .standard(false),
        "Whether what is measured or counted beside money fills the table quantities"),
      Key("keepRuns", .integer(0...Int.max), .standard(7), "Published runs kept beside the current one"),
    ], noun: "output setting")

  private static let limits = Shape.object(
    [
      Key(
        "maximumFileBytes", .integer(1...Int.max), .standard(67_108_864), "Larger files are quarantined")
    ], noun: "limit")
}

extension Setting.Value {
  /// What may be written for a setting whose standard is of this kind.
  fileprivate var shape: Shape {
    switch self {
    case .integer: .integer(0...Int.max)
    case .decimal: .decimal
    case .text: .text(.free)
    case .words: .list(of: .text(.free))
    }
  }

  /// A written value of the same kind as this standard.
  func decoded(_ value: JSONValue) -> Setting.Value? {
    switch (self, value) {
    case (.integer, .number(let digits)): Int(digits).map { .integer($0) }
    case (.decimal, .number(let digits)): ExactDecimal(digits).map { .decimal($0) }
    case (.text, .string(let text)): .text(text)
    case (.words, .array(let words)):
      .words(words.compactMap { if case .string(let word) = $0 { word } else { nil } })
    default: nil
    }
  }
}
