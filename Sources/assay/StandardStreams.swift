// Standard output for results, standard error for everything said to a person.
import Glibc
import Pipeline

enum StandardStreams {
  /// Puts /dev/null in the place of standard streams that are closed, so that no file of a run comes to be one of them.
  /// What reads or writes such a stream still fails: each is opened the wrong way round.
  static func open() {
    for stream in 0...2 as ClosedRange<Int32> where fcntl(stream, F_GETFD) == -1 {
      // The lowest free number is taken, which is this stream's.
      _ = Glibc.open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}

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
