// A file of the dataset while it is written: buffered and counted.
import Glibc

/// Written by one thread at a time; the owner sees to that.
package final class OutputFile {
  package let path: String
  package private(set) var count = 0
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isOpen = true
  private static let capacity = 1 << 18

  package init(_ path: String) throws(InputOutputError) {
    self.path = path
    descriptor = try FileSystem.create(path)
  }

  deinit { if isOpen { Glibc.close(descriptor) } }

  package func write(_ bytes: [UInt8]) throws(InputOutputError) {
    try bytes.withUnsafeBytes { bytes in
      Result { () throws(InputOutputError) in try write(bytes) }
    }.get()
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(InputOutputError) {
    count += bytes.count
    let isLarge = bytes.count > Self.capacity / 4
    if isLarge || buffer.count + bytes.count > Self.capacity { try flush() }
    if isLarge { return try FileSystem.write(bytes, to: descriptor, at: path) }
    buffer.append(contentsOf: bytes)
  }

  package func close() throws(InputOutputError) {
    try flush()
    isOpen = false
    guard Glibc.close(descriptor) == 0 else { throw InputOutputError("close", path) }
  }

  private func flush() throws(InputOutputError) {
    try buffer.withUnsafeBytes { bytes in
      Result { () throws(InputOutputError) in try FileSystem.write(bytes, to: descriptor, at: path) }
    }.get()
    buffer.removeAll(keepingCapacity: true)
  }
}
