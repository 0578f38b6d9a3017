// Finds the configuration a run is to follow.

extension PlanResolver {
  /// The plan for the configuration at `path`; without one for `pipeline.json` in the working folder, else for the
  /// built-in standards where the overrides name sources.
  package static func plan(
    configurationAt path: String?, overrides: Overrides
  ) throws(ConfigurationError) -> Plan {
    let standard = "pipeline.json"
    let hasStandard = FileSystem.status(of: PathText.absolute(standard, from: overrides.workingFolder)) != nil
    guard let file = path ?? (hasStandard ? standard : nil) else {
      guard !overrides.sources.isEmpty else { throw nothingToRun }
      return try plan(configuration: nil, file: "", overrides: overrides)
    }
    let bytes = try WholeFile.bytes(at: PathText.absolute(file, from: overrides.workingFolder), named: file)
    return try plan(configuration: bytes, file: file, overrides: overrides)
  }

  private static var nothingToRun: ConfigurationError {
    ConfigurationError(
      "no configuration", file: "", found: "no pipeline.json in this folder", expected: "one, or --config, or --source",
      advice: "name what to read: assay run --source FOLDER; or write one: assay schema pipeline describes it")
  }
}
