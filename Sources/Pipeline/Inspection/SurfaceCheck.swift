// Compares the surface of each mention and quantity with its place in the published text.
import Model

/// They come document by document, so one text at a time is in memory.
struct SurfaceCheck {
  private let folder: String
  private var document = ""
  private var text: [UInt8]?
  private var found: [String] = []
  private(set) var checked = 0

  init(folder: String) { self.folder = folder }

  mutating func add(_ row: [String: String], of table: Table) {
    guard table.name == "mentions" || table.name == "quantities", let id = row["document_id"] else { return }
    if id != document {
      document = id
      // A source may keep its texts to itself; then there is nothing to compare with.
      text = try? WholeFile.bytes(at: "\(folder)/texts/\(id).txt", named: id)
    }
    guard let text, let start = row["text_start"].flatMap({ Int($0) }), let end = row["text_end"].flatMap({ Int($0) })
    else { return }
    checked += 1
    let surface = row["surface"] ?? ""
    guard start >= 0, start <= end, end <= text.count, text[start..<end].elementsEqual(surface.utf8) else {
      found.append(
        "texts/\(id).txt, bytes \(start)-\(end): expected \"\(surface)\" as in \(table.rowName) \(row[table.primaryKey[0]] ?? "")"
      )
      return
    }
  }

  func problems() -> [String] { found }
}
