// Whether a published dataset has every file it should have, no other, and each with the bytes it was published with.
import Formats
import Model
import Writers

struct LayoutCheck {
  private let folder: String
  /// Stated hash of each published text, by document.
  private var texts: [String: String] = [:]

  init(folder: String) { self.folder = folder }

  mutating func add(_ row: [String: String], of table: Table) {
    guard table.name == "documents", let id = row["document_id"], let hash = row["text_sha256"] else { return }
    // A source that keeps its texts to itself states no hash, and a document that was not read has no text.
    if !hash.isEmpty { texts[id] = hash }
  }

  func problems() -> [String] {
    let found = files()
    let expected = standing(hasXML: found.contains("xml/dataset.xml") || found.contains("xml/dataset.xsd"))
    let named = expected.union(texts.keys.map { "texts/\($0).txt" })
    return named.subtracting(found).sorted().map { "\($0): found no such file, expected it" }
      + found.subtracting(named).subtracting(["run.json"]).sorted().map {
        "\($0): found a file that is no part of a dataset"
      }
      + textProblems(found) + schemaProblems(found) + digestProblems(expected.intersection(found))
  }

  private func standing(hasXML: Bool) -> Set<String> {
    let tables = Schema.tables.map { "data/\($0.name).csv" }
    let others = ["report/report.json", "report/report.schema.json", "datapackage.json"]
    return Set(tables + others + (hasXML ? ["xml/dataset.xml", "xml/dataset.xsd"] : []))
  }

  private func textProblems(_ found: Set<String>) -> [String] {
    texts.sorted { $0.key < $1.key }.compactMap { id, stated in
      let name = "texts/\(id).txt"
      guard found.contains(name) else { return nil }
      guard let actual = hash(of: name) else { return "\(name): found an unreadable file" }
      return actual == stated ? nil : "\(name): found hash \(actual), expected \(stated) as in column text_sha256"
    }
  }

  private func schemaProblems(_ found: Set<String>) -> [String] {
    let schemas = [
      ("xml/dataset.xsd", XMLDataset.schemaDocument()), ("report/report.schema.json", RunReport.schemaDocument()),
    ]
    return schemas.compactMap { name, expected in
      guard found.contains(name), (try? FileSystem.read(folder + "/" + name)) != expected else { return nil }
      return "\(name): found another schema than this program's, expected version \(Schema.version)"
    }
  }

  /// Compares run.json's digest, where there is one, with that of the files.
  private func digestProblems(_ names: Set<String>) -> [String] {
    guard let bytes = try? FileSystem.read(folder + "/run.json") else { return [] }
    guard let stated = (try? JSON.parse(bytes))?["datasetSha256"]?.string else {
      return ["run.json: found no datasetSha256, expected one"]
    }
    let files = names.sorted().compactMap { name -> DatasetFiles.Written? in
      digest(of: name).map { DatasetFiles.Written(path: name, bytes: 0, hash: $0) }
    }
    let texts = texts.keys.sorted().compactMap { id in digest(of: "texts/\(id).txt").map { (documentID: id, hash: $0) }
    }
    let actual = DatasetFiles.digest(of: files, texts: texts).hexadecimal
    return actual == stated ? [] : ["run.json: found datasetSha256 \(stated), expected \(actual) as of the files"]
  }

  private func hash(of name: String) -> String? { digest(of: name)?.hexadecimal }

  private func digest(of name: String) -> ContentHash? {
    var hasher = ContentHasher()
    guard (try? FileSystem.readPortions(of: folder + "/" + name, { hasher.update($0) })) != nil else { return nil }
    return hasher.hash()
  }

  /// Every file by its relative path.
  private func files(in part: String = "") -> Set<String> {
    var found: Set<String> = []
    for name in FileSystem.names(in: part.isEmpty ? folder : folder + "/" + part) ?? [] {
      let name = (part.isEmpty ? "" : part + "/") + String(decoding: name, as: UTF8.self)
      if FileSystem.linkStatus(of: folder + "/" + name)?.kind == .folder {
        found.formUnion(files(in: name))
      } else {
        found.insert(name)
      }
    }
    return found
  }
}
