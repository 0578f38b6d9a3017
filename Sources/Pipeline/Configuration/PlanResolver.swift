// From the configuration as written and the command line to the plan: every path absolute, every table read.
import Foundation
import Model

package enum PlanResolver {
  /// The plan for a configuration's bytes, or for the built-in standards where there are none.
  ///
  /// - Parameters:
  ///   - file: the configuration's path as the user named it; its folder is where the paths in it start.
  /// - Throws: `ConfigurationError` with file, place, found, expected and the nearest known name.
  package static func plan(
    configuration bytes: [UInt8]?, file: String, overrides: Overrides
  ) throws(ConfigurationError) -> Plan {
    var configuration = try Configuration(
      bytes ?? Array("{}".utf8), file: file, keys: Rulebook.pipelineKeys, rules: Rulebook.rules)
    let folder =
      bytes == nil
      ? overrides.workingFolder : PathText.folder(PathText.absolute(file, from: overrides.workingFolder))
    if !overrides.sources.isEmpty {
      configuration.sources = try Configuration.Source.named(overrides.sources, from: overrides.workingFolder)
    }
    try check(configuration, file: file)
    let reference = try ReferenceFiles(configuration, file: file, folder: folder)
    let sources = try sources(of: configuration, folder: folder, file: file)
    let output =
      overrides.output.map { PathText.absolute($0, from: overrides.workingFolder) }
      ?? PathText.absolute(configuration.folder, from: folder)
    return Plan(
      sources: sources, output: output, reportingCurrency: configuration.reportingCurrency,
      constantBaseYear: configuration.constantPriceYear, reference: reference.tables, rules: configuration.rules,
      maximumFileBytes: configuration.maximumFileBytes, keptRuns: configuration.keptRuns,
      writesXML: configuration.writesXML, readsQuantities: configuration.readsQuantities,
      workers: overrides.workers ?? ProcessInfo.processInfo.activeProcessorCount,
      isFull: overrides.isFull, fingerprint: Fingerprint.text(configuration, digests: reference.digests))
  }

  private static func check(_ configuration: Configuration, file: String) throws(ConfigurationError) {
    let place = JSONPlace.root["sources"]
    guard !configuration.sources.isEmpty else {
      throw ConfigurationError(
        "nothing to read", file: file, place: place.description, found: "no source", expected: "at least one",
        advice: "add {\"id\": …, \"folder\": …}, or give --source FOLDER")
    }
    var seen: Set<String> = []
    for (index, source) in configuration.sources.enumerated() where !seen.insert(source.id).inserted {
      throw ConfigurationError(
        "repeated id", file: file, place: place[index]["id"].description, found: "\"\(source.id)\" a second time",
        expected: "an id of its own for every source")
    }
  }

  private static func sources(
    of configuration: Configuration, folder: String, file: String
  ) throws(ConfigurationError) -> [Plan.Source] {
    var sources: [Plan.Source] = []
    for (index, source) in configuration.sources.enumerated() {
      let absolute = PathText.absolute(source.folder, from: folder)
      guard FileSystem.status(of: absolute)?.kind == .folder else {
        throw ConfigurationError(
          "missing folder", file: file, place: JSONPlace.root["sources"][index]["folder"].description,
          found: "no folder at \(absolute)", expected: "the folder of source \"\(source.id)\"")
      }
      sources.append(Plan.Source(source, folder: absolute))
    }
    return sources
  }
}

extension Plan.Source {
  fileprivate init(_ source: Configuration.Source, folder: String) {
    self.init(
      id: source.id, folder: folder, include: source.include, exclude: source.exclude, publisher: source.publisher,
      country: source.country, language: source.language, encoding: source.encoding, date: source.date,
      publishesText: source.publishText)
  }
}
