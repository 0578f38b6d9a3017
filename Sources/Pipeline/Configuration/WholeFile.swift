// The bytes of a file that the configuration names.
import Glibc

package enum WholeFile {
  /// Reads a file; throws a located error where it cannot be read.
  package static func bytes(at path: String, named name: String) throws(ConfigurationError) -> [UInt8] {
    guard let bytes = read(path) else {
      let reason = String(cString: strerror(errno))
      throw ConfigurationError("unreadable file", file: name, found: reason, expected: "a file that can be read")
    }
    return bytes
  }

  private static func read(_ path: String) -> [UInt8]? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return bytes(of: file)
  }

  /// Everything an open file still gives; nil with `errno` set where reading fails.
  package static func bytes(of file: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
