// Whether dataset.xml has the rows of the CSV tables: both are written from the same cells, so the CSV rows, written
// as XML again, are its bytes.
import Glibc
import Model
import Writers

/// Rows come table by table in the order of the file, so that it is read once.
final class XMLRowsCheck {
  private static let name = "xml/dataset.xml"
  private static let rowsAtOnce = 256

  private let file: Int32
  private var position = 0
  private var gathered: [Row] = []
  private var first = 1
  private var table: Table?
  private var problem: String?

  /// Nil where the dataset has no XML.
  init?(folder: String) {
    file = open("\(folder)/\(Self.name)", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    // The declaration and the start of the dataset are a line each.
    let head = bytes(4096)
    let ends = head.indices.filter { head[$0] == UInt8(ascii: "\n") }.prefix(2)
    position = ends.count == 2 ? ends[1] + 1 : 0
  }

  deinit { close(file) }

  func begin(_ table: Table) {
    self.table = table
    first = 1
    compare(XMLDataset.start(of: table), "the start of \(table.name)")
  }

  func add(_ row: Row) {
    gathered.append(row)
    if gathered.count == Self.rowsAtOnce { compareRows() }
  }

  func end(_ table: Table) {
    compareRows()
    compare(XMLDataset.end(of: table), "the end of \(table.name) after \(first - 1) rows")
  }

  func problems() -> [String] { problem.map { [$0] } ?? [] }

  private func compareRows() {
    defer { gathered.removeAll(keepingCapacity: true) }
    guard let table, !gathered.isEmpty, problem == nil else { return }
    let start = position
    let last = first + gathered.count - 1
    compare(rows: gathered, of: table, "rows \(first) to \(last) of data/\(table.name).csv")
    if problem != nil {
      // Once more, row by row, to say which.
      (problem, position) = (nil, start)
      for (offset, row) in gathered.enumerated() {
        compare(rows: [row], of: table, "row \(first + offset) of data/\(table.name).csv")
      }
    }
    first = last + 1
  }

  private func compare(rows: [Row], of table: Table, _ told: String) {
    let writer = XMLTableWriter(rowsOf: table)
    // A cell that does not fit its column is told by the check of the CSV.
    guard (try? rows.forEach(writer.append)) != nil, let written = try? writer.gathered() else { return }
    compare(written, told)
  }

  private func compare(_ expected: [UInt8], _ told: String) {
    guard problem == nil else { return }
    if bytes(expected.count) != expected {
      problem = "\(Self.name), byte \(position): found other values, expected \(told)"
    }
    position += expected.count
  }

  private func bytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let length = pread(file, buffer.baseAddress.map { $0 + filled }, count - filled, position + filled)
        if length < 0, errno == EINTR { continue }
        guard length > 0 else { return }
        filled += length
      }
    }
  }
}
