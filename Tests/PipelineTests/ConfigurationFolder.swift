// A folder of its own for one test, gone afterwards.
import Foundation

@testable import Pipeline

final class ConfigurationFolder {
  let path: String

  /// Makes the folder with these files, by relative path.
  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("assay-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// The plan of a configuration that lies in this folder.
  func plan(_ configuration: String, _ change: (inout Overrides) -> Void = { _ in }) throws(ConfigurationError) -> Plan
  {
    var overrides = Overrides(workingFolder: path)
    change(&overrides)
    return try PlanResolver.plan(
      configuration: Array(configuration.utf8), file: "pipeline.json", overrides: overrides)
  }

  /// How a configuration is refused; nil where it is not.
  func refusal(_ configuration: String, _ change: (inout Overrides) -> Void = { _ in }) -> ConfigurationError? {
    do throws(ConfigurationError) {
      _ = try plan(configuration, change)
      return nil
    } catch {
      return error
    }
  }
}
