// Standard output for results, standard error for everything said to a person.
import Glibc
import Pipeline

enum StandardOutput {
  static var isTerminal: Bool { isatty(1) == 1 }

  static func write(_ bytes: [UInt8]) throws(StreamFailure) { try StreamFailure.write(bytes, to: 1) }

  static func write(_ text: String) throws(StreamFailure) { try write(Array(text.utf8)) }
}

enum StandardError {
  static var isTerminal: Bool { isatty(2) == 1 }

  /// Standard error that cannot be written to has nobody to be told.
  static func write(_ text: String) { try? StreamFailure.write(Array(text.utf8), to: 2) }
}
