// Reads a CSV file of any size, record by record.
import Formats
import Glibc

/// Closes its file when it goes.
final class TableReader {
  private let file: Int32
  private let reader = CSVReader()

  /// Nil where the file cannot be opened.
  init?(path: String) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
  }

  deinit { close(file) }

  /// Gives every record and its 1-based line, the header first.
  func read(_ visit: ([String], Int) -> Void) throws(CSVReader.SyntaxError) {
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for record in try reader.read(Array(chunk[..<count])) { visit(record.fields, record.line) }
    }
    for record in try reader.finish() { visit(record.fields, record.line) }
  }
}
