// What stops a stream: its input or its output fails.
import Glibc

package enum StreamFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// `errno` of a failed read.
  case reading(code: Int32)
  /// `errno` of a failed write.
  case writing(code: Int32)

  /// Whether the reader of our output has gone, which is its right.
  package var isBrokenPipe: Bool { self == .writing(code: EPIPE) }

  package var description: String {
    switch self {
    case .reading(let code): "reading the input failed: \(String(cString: strerror(code)))"
    case .writing(let code): "writing the output failed: \(String(cString: strerror(code)))"
    }
  }

  /// Writes all bytes to a file descriptor.
  package static func write(_ bytes: [UInt8], to file: Int32) throws(StreamFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return Glibc.write(file, base + written, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .writing(code: errno) }
      written += count
    }
  }
}
