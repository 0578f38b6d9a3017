// The files around the tables: dataset.xml from its parts, schemas, report and descriptor; and the digest of all.
import Glibc
import Model
import Synchronization
import Writers

struct DatasetFiles: Sendable {
  let folder: RunFolder
  let plan: Plan

  /// A file of the dataset as it was written.
  struct Written: Sendable, Hashable {
    var path: String
    var bytes: Int
    var hash: ContentHash
  }

  /// Writes everything that is not written yet and hashes what is; returns every file but the texts, and the time that
  /// the tables took.
  func write(tableRows: [Int], contents: RunReport.Contents) throws -> (files: [Written], times: StageTimes) {
    var (files, times) = try hashedTables()
    if plan.writesXML {
      files.append(try write(XMLDataset.schemaDocument(), to: "xml/dataset.xsd"))
    }
    files.append(try write(RunReport.report(contents), to: "report/report.json"))
    files.append(try write(RunReport.schemaDocument(), to: "report/report.schema.json"))
    let resources = zip(Schema.tables, tableRows).map { table, rows in
      let file = files.first { $0.path == "data/\(table.name).csv" }
      return DataPackage.Resource(
        table: table, bytes: file?.bytes ?? 0, sha256: file?.hash.hexadecimal ?? "", rows: rows)
    }
    let descriptor = DataPackage.descriptor(resources, programVersion: ProgramVersion.current)
    files.append(try write(descriptor, to: "datapackage.json"))
    return (files, times)
  }

  /// SHA-256 over a line `PATH HASH` for each file, by path: equal for equal datasets.
  static func digest(of files: [Written], texts: [(documentID: String, hash: ContentHash)]) -> ContentHash {
    var lines = files.map { ($0.path, $0.hash) } + texts.map { ("texts/" + $0.documentID + ".txt", $0.hash) }
    // Every path is ASCII, whose strings have the order of their bytes.
    lines.sort { $0.0 < $1.0 }
    var hasher = ContentHasher()
    for (path, hash) in lines { hasher.update(Array((path + " " + hash.hexadecimal + "\n").utf8)) }
    return hasher.hash()
  }

  /// The CSV files, and dataset.xml put together; two at a time where there are two workers.
  private func hashedTables() throws -> ([Written], StageTimes) {
    let written = Mutex<([Written], StageTimes)>(([], StageTimes()))
    let tables = Schema.tables
    let first = plan.writesXML ? 1 : 0
    try OrderedBatches(count: tables.count + first, workers: plan.workers).run { number in
      var clock = StageClock()
      let file = number < first ? try joinedXML() : try hashed("data/\(tables[number - first].name).csv")
      clock.lap(number < first ? .xml : .csv)
      return (file, clock.times)
    } deliver: { (file: Written, times: StageTimes) in
      written.withLock { written in
        written.0.append(file)
        written.1 = written.1 + times
      }
    }
    return written.withLock { $0 }
  }

  private func joinedXML() throws -> Written {
    let file = try HashedCopy(folder.path("xml/dataset.xml"))
    try file.write(
      XMLDataset.header(programVersion: ProgramVersion.current, reportingCurrency: plan.reportingCurrency))
    for table in Schema.tables { try file.copy(folder.work("\(table.name).xml")) }
    try file.write(XMLDataset.footer)
    return try file.finish(as: "xml/dataset.xml")
  }

  private func hashed(_ name: String) throws -> Written {
    var hasher = ContentHasher()
    let count = try FileSystem.readPortions(of: folder.path(name)) { hasher.update($0) }
    return Written(path: name, bytes: count, hash: hasher.hash())
  }

  private func write(_ bytes: [UInt8], to name: String) throws -> Written {
    try FileSystem.write(bytes, to: folder.path(name))
    return Written(path: name, bytes: bytes.count, hash: ContentHash(of: bytes))
  }
}

/// A file put together from others, hashed on the way.
private final class HashedCopy {
  private let file: OutputFile
  private var hasher = ContentHasher()

  init(_ path: String) throws(InputOutputError) { file = try OutputFile(path) }

  func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

  func copy(_ path: String) throws {
    _ = try FileSystem.readPortions(of: path) { try write($0) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    hasher.update(bytes)
    try file.write(bytes)
  }

  func finish(as name: String) throws(InputOutputError) -> DatasetFiles.Written {
    try file.close()
    return DatasetFiles.Written(path: name, bytes: file.count, hash: hasher.hash())
  }
}
