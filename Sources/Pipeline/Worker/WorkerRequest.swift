// One line of the worker's input.
import Formats
import Model

/// Where the text of a request is.
enum RequestContent {
  case text([UInt8])
  case path(String)
}

/// A line's members that the worker knows; others are ignored.
struct WorkerRequest {
  /// The id as it was written, ASCII-escaped: `"a-1"`, `17`.
  var id: [UInt8] = []
  var content: RequestContent?
  var language: String?
  var country: String?
  var date: PartialDate?

  /// The id of a line that cannot be read whole, where it stands before what is amiss; empty where it does not.
  static func leadingID(of line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard var scanner = try? JSONScanner(wellFormedPrefixOf: line) else { return [] }
    var reader = RequestReader()
    try? reader.read(&scanner, of: line)
    return reader.request.id
  }

  /// Reads a line. `id` is set as soon as it is known, so that a failure can name it.
  static func read(_ line: UnsafeBufferPointer<UInt8>, id: inout [UInt8]) throws(WorkerFailure) -> WorkerRequest {
    var reader = RequestReader()
    defer { id = reader.request.id }
    do throws(JSON.SyntaxError) {
      var scanner = try JSONScanner(line)
      try reader.read(&scanner, of: line)
    } catch {
      if reader.request.id.isEmpty { reader.request.id = leadingID(of: line) }
      throw WorkerFailure("bad-json", "column \(error.column): found \(error.found), expected \(error.expected)")
    }
    if let failure = reader.failure { throw failure }
    return try reader.finished()
  }
}
