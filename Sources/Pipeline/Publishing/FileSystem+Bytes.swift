// Whole files read and written.
import Glibc

extension FileSystem {
  /// Writes all bytes to an open file.
  package static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at path: String
  ) throws(InputOutputError) {
    var rest = bytes
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        throw InputOutputError("write", path)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  /// Opens a new file for writing, emptied where it was there.
  package static func create(_ path: String, mode: mode_t = 0o666) throws(InputOutputError) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw InputOutputError("write", path) }
    return descriptor
  }

  /// Writes a file and returns its state as written.
  @discardableResult
  package static func write(
    _ bytes: [UInt8], to path: String, mode: mode_t = 0o666
  ) throws(InputOutputError) -> FileStatus {
    let descriptor = try create(path, mode: mode)
    defer { close(descriptor) }
    try withBytes(of: bytes) { buffer throws(InputOutputError) in try write(buffer, to: descriptor, at: path) }
    return try status(of: descriptor, at: path)
  }

  /// The bytes of a file of ours.
  package static func read(_ path: String) throws(InputOutputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputOutputError("read", path) }
    defer { close(descriptor) }
    let size = try status(of: descriptor, at: path).size
    return try read(size, from: descriptor, at: 0, of: path)
  }

  /// `count` bytes of an open file from an offset on; throws where it is shorter.
  package static func read(
    _ count: Int, from descriptor: Int32, at offset: Int, of path: String
  ) throws(InputOutputError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let length = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, offset + filled)
        if length < 0, errno == EINTR { continue }
        guard length > 0 else {
          failure = length < 0 ? errno : EIO
          return
        }
        filled += length
      }
    }
    guard failure == 0 else { throw InputOutputError("read", path, code: failure) }
    return bytes
  }

  /// Lends the bytes of an array to a body that throws a typed error.
  private static func withBytes(
    of bytes: [UInt8], _ body: (UnsafeRawBufferPointer) throws(InputOutputError) -> Void
  ) throws(InputOutputError) {
    let result: Result<Void, InputOutputError> = bytes.withUnsafeBytes { buffer in
      do throws(InputOutputError) { return .success(try body(buffer)) } catch { return .failure(error) }
    }
    try result.get()
  }
}

extension FileSystem {
  /// As much of a file as stays near while it is hashed and copied.
  private static let portionBytes = 1 << 18

  /// Lends a file of ours in portions and returns its length.
  package static func readPortions(of path: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Int {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputOutputError("read", path) }
    defer { close(descriptor) }
    let portion = UnsafeMutableRawBufferPointer.allocate(byteCount: portionBytes, alignment: 16)
    defer { portion.deallocate() }
    var count = 0
    while true {
      let length = Glibc.read(descriptor, portion.baseAddress, portion.count)
      if length < 0, errno == EINTR { continue }
      guard length >= 0 else { throw InputOutputError("read", path) }
      if length == 0 { return count }
      try body(UnsafeRawBufferPointer(rebasing: portion[..<length]))
      count += length
    }
  }
}
