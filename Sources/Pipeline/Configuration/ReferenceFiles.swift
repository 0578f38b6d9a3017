// Reads exchange rates, deflators and redenominations from their CSV files.
import Formats
import Model

/// The reference tables and what tells one version of them from another.
package struct ReferenceFiles: Sendable {
  package private(set) var tables = ReferenceData()
  /// SHA-256 of each file's bytes, by table name.
  package private(set) var digests: [String: String] = [:]

  /// Reads the tables a configuration names; one that stands at no written path and is not there is empty.
  init(_ configuration: Configuration, file: String, folder: String) throws(ConfigurationError) {
    var rates: [Rate] = []
    var deflators: [Deflator] = []
    var redenominations: [Redenomination] = []
    if let table = try open("rates", configuration.rates, standard: "seeds/rates/annual.csv", file, folder) {
      rates = try table.rows(of: ["currency", "year", "units_per_usd", "source"], keys: 2, Rate.init)
    }
    if let table = try open("deflators", configuration.deflators, standard: "seeds/rates/deflators.csv", file, folder) {
      deflators = try table.rows(of: ["area", "year", "index", "source"], keys: 2, Deflator.init)
    }
    if let table = try open(
      "redenominations", configuration.redenominations, standard: "seeds/rates/redenominations.csv", file, folder)
    {
      redenominations = try table.rows(of: ["from", "to", "factor", "date", "source"], keys: 2, Redenomination.init)
    }
    tables = ReferenceData(rates: rates, deflators: deflators, redenominations: redenominations)
  }

  private mutating func open(
    _ name: String, _ written: String?, standard: String, _ file: String, _ folder: String
  ) throws(ConfigurationError) -> ReferenceTable? {
    let path = PathText.absolute(written ?? standard, from: folder)
    if written == nil, FileSystem.status(of: path) == nil { return nil }
    let bytes: [UInt8]
    do throws(ConfigurationError) { bytes = try WholeFile.bytes(at: path, named: written ?? standard) } catch {
      guard let written else { throw error }
      // The table is named in the configuration: that is where to mend it.
      throw ConfigurationError(
        error.problem, file: file, place: JSONPlace.root["reference"][name].description,
        found: "\"\(written)\": \(error.found)", expected: error.expected)
    }
    digests[name] = ContentHash(of: bytes).hexadecimal
    return try ReferenceTable(bytes, file: written ?? standard)
  }
}

extension Rate {
  fileprivate init(_ line: ReferenceTable.Line) throws(ConfigurationError) {
    self.init(
      currency: try line.currency("currency"), year: try line.year("year"),
      unitsPerDollar: try line.positive("units_per_usd"), source: try line.text("source"))
  }
}

extension Deflator {
  fileprivate init(_ line: ReferenceTable.Line) throws(ConfigurationError) {
    self.init(
      area: try line.area("area"), year: try line.year("year"), index: try line.positive("index"),
      source: try line.text("source"))
  }
}

extension Redenomination {
  fileprivate init(_ line: ReferenceTable.Line) throws(ConfigurationError) {
    self.init(
      from: try line.currency("from"), to: try line.currency("to"), factor: try line.positive("factor"),
      date: try line.date("date"), source: try line.text("source"))
  }
}
