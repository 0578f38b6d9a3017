// Where the writers put their bytes: a buffer in memory, or one that empties itself into a file descriptor.
import Glibc

/// The operating system refused to take bytes.
package struct OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// `errno` of write(2).
  package let code: Int32

  package init(code: Int32) { self.code = code }

  package var description: String { "cannot write: \(String(cString: strerror(code)))" }
}

/// Not thread-safe; belongs to one writer at a time.
package final class ByteOutput {
  private let fileDescriptor: Int32?
  private let capacity: Int
  private var buffer: [UInt8] = []
  private var flushed = 0

  /// Collects everything in memory.
  package init() {
    fileDescriptor = nil
    capacity = .max
  }

  /// Writes to an open descriptor, which it does not close, whenever `capacity` bytes have gathered.
  package init(fileDescriptor: Int32, capacity: Int = 1 << 18) {
    self.fileDescriptor = fileDescriptor
    self.capacity = capacity
    buffer.reserveCapacity(capacity + 1 << 14)
  }

  /// What is gathered and not yet handed on: everything, where the output is in memory.
  package var bytes: [UInt8] { buffer }

  /// Bytes taken since the beginning.
  package var count: Int { flushed + buffer.count }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= capacity { try flush() }
  }

  package func write(_ bytes: [UInt8]) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= capacity { try flush() }
  }

  /// Hands everything gathered to the descriptor.
  package func flush() throws(OutputError) {
    guard let fileDescriptor else { return }
    let failure = buffer.withUnsafeBytes { bytes -> OutputError? in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        let result = Glibc.write(fileDescriptor, rest.baseAddress, rest.count)
        if result < 0, errno == EINTR { continue }
        guard result > 0 else { return OutputError(code: result == 0 ? EIO : errno) }
        written += result
      }
      return nil
    }
    if let failure { throw failure }
    flushed += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}
