// Re-checks a published dataset from its files alone: tables, references, counts, XML and surfaces.
import Formats
import Glibc
import Model
import Writers

/// What is wrong with a published dataset, and how much was looked at.
package struct DatasetValidation: Sendable {
  /// What, where, found, expected; empty where the dataset is sound.
  package private(set) var problems: [String] = []
  /// Rows of each table.
  package private(set) var rows: [String: Int] = [:]
  /// Surfaces compared with the published texts.
  package private(set) var surfaces = 0

  private static let maximumProblems = 200
  private let folder: String
  private var keys: [String: Set<[String]>] = [:]
  private var values: [String: Set<String>] = [:]

  /// Checks the dataset in a folder such as `output/current`. Throws where there is no folder that can be listed.
  package init(folder: String) throws(InputOutputError) {
    self.folder = folder
    guard FileSystem.status(of: folder) != nil, FileSystem.names(in: folder) != nil else {
      throw InputOutputError("open", folder)
    }
    var surfaces = SurfaceCheck(folder: folder)
    var counts = CountCheck()
    var layout = LayoutCheck(folder: folder)
    var report = ReportCheck(folder: folder)
    let xml = XMLRowsCheck(folder: folder)
    for table in Schema.tables {
      xml?.begin(table)
      check(table) { row in
        surfaces.add(row, of: table)
        counts.add(row, of: table)
        layout.add(row, of: table)
        report.add(row, of: table)
        xml?.add(table.fields.map { Cell(written: row[$0.name] ?? "", as: $0.kind) })
      }
      xml?.end(table)
    }
    checkReferences()
    add(surfaces.problems())
    add(counts.problems())
    self.surfaces = surfaces.checked
    checkXML()
    add(xml?.problems() ?? [])
    checkDescriptor()
    add(report.problems())
    add(layout.problems())
  }

  private mutating func add(_ more: [String]) {
    problems += more.prefix(max(0, Self.maximumProblems - problems.count))
  }

  /// Reads a table, its rows given to `visit` by column name.
  private mutating func check(_ table: Table, _ visit: ([String: String]) -> Void) {
    let name = "data/\(table.name).csv"
    guard let reader = TableReader(path: "\(folder)/\(name)") else {
      return add(["\(name): found no readable file, expected the table \(table.name)"])
    }
    var count = 0
    do {
      try reader.read { record, line in
        guard line > 1 || count > 0 else { return add(headerProblems(of: record, table, name)) }
        count += 1
        add(problems(in: record, at: "\(name) line \(line)", table))
        visit(Dictionary(zip(table.fields.map(\.name), record), uniquingKeysWith: { first, _ in first }))
      }
    } catch {
      add(["\(name): \(error)"])
    }
    rows[table.name] = count
  }

  private func headerProblems(of record: [String], _ table: Table, _ name: String) -> [String] {
    let expected = table.fields.map(\.name)
    if record == expected { return [] }
    return [
      "\(name) line 1: found columns \(record.joined(separator: ",")), expected \(expected.joined(separator: ","))"
    ]
  }

  private mutating func problems(in record: [String], at place: String, _ table: Table) -> [String] {
    guard record.count == table.fields.count else {
      return ["\(place): found \(record.count) values, expected \(table.fields.count)"]
    }
    var problems: [String] = []
    for (field, value) in zip(table.fields, record) where !field.accepts(Cell(written: value, as: field.kind)) {
      problems.append("\(place), column \(field.name): found \"\(value)\", expected \(field.kind.told)")
    }
    let byName = Dictionary(zip(table.fields.map(\.name), record), uniquingKeysWith: { first, _ in first })
    let key = table.primaryKey.map { byName[$0] ?? "" }
    if !keys[table.name, default: []].insert(key).inserted {
      problems.append("\(place): found key \(key.joined(separator: " ")) again, expected it once")
    }
    for reference in table.references {
      if let value = byName[reference.field], !value.isEmpty {
        values["\(table.name).\(reference.field)", default: []].insert(value)
      }
    }
    return problems
  }

  private mutating func checkReferences() {
    for table in Schema.tables {
      for reference in table.references {
        let known = Set((keys[reference.table] ?? []).compactMap(\.first))
        let used = values["\(table.name).\(reference.field)"] ?? []
        for value in used.subtracting(known).sorted().prefix(20) {
          add([
            "data/\(table.name).csv, column \(reference.field): found \(value), expected a \(reference.target) of \(reference.table)"
          ])
        }
      }
    }
  }

  private mutating func checkXML() {
    guard FileSystem.status(of: "\(folder)/xml/dataset.xml") != nil else { return }
    let file = open("\(folder)/xml/dataset.xml", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return add(["xml/dataset.xml: found an unreadable file"]) }
    defer { close(file) }
    do {
      let schema = try XMLSchemaValidator(schema: XMLDataset.schemaDocument())
      add(schema.problems(fileDescriptor: file).map { "xml/dataset.xml \($0)" })
    } catch {
      add(["xml/dataset.xsd \(error)"])
    }
  }

  /// Compares the data package's row counts and hashes with the files.
  private mutating func checkDescriptor() {
    let name = "datapackage.json"
    guard let bytes = try? WholeFile.bytes(at: "\(folder)/\(name)", named: name), let package = try? JSON.parse(bytes)
    else { return add(["\(name): found no readable JSON"]) }
    for resource in package["resources"]?.array ?? [] {
      guard let table = resource["name"]?.string, let path = resource["path"]?.string else { continue }
      if let count = resource["rows"]?.integer, count != rows[table] {
        add(["\(name), resource \(table): found \(count) rows, expected \(rows[table] ?? 0) as in its file"])
      }
      let written = resource["hash"]?.string
      let actual = (try? WholeFile.bytes(at: "\(folder)/\(path)", named: path)).map { ContentHash(of: $0).hexadecimal }
      if let written, let actual, written != "sha256:\(actual)" {
        add(["\(name), resource \(table): found hash \(written), expected sha256:\(actual) as of its file"])
      }
    }
  }
}

extension Cell {
  /// A CSV value read back as the kind its column has; what cannot be is text, which the column then refuses.
  init(written text: String, as kind: Field.Kind) {
    if text.isEmpty {
      self = .empty
      return
    }
    switch kind {
    case .integer: self = Int(text).map { .integer($0) } ?? .text(text)
    case .decimal: self = ExactDecimal(text).map { .decimal($0) } ?? .text(text)
    default: self = .text(text)
    }
  }
}

extension Field.Kind {
  fileprivate var told: String {
    switch self {
    case .text: "a text"
    case .identifier: "a prefixed id"
    case .integer: "a whole number"
    case .decimal: "a decimal number"
    case .date: "a date"
    case .word(let words): "one of \(words.joined(separator: ", "))"
    case .currency: "an ISO 4217 code"
    case .list: "a list"
    }
  }
}
