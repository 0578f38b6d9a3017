// Reading one file of a source whole.
import Glibc
import Model

package enum SourceFile {
  static let unreadableRule = RuleDescription(
    id: "unreadable-file", stage: .read, summary: "A file that cannot be read, or is no regular file, is quarantined")
  static let oversizedRule = RuleDescription(
    id: "oversized-file", stage: .read, summary: "A file larger than the configuration allows is quarantined")

  /// The bytes of a regular file, at most `maximum` of them; an empty file gives none. Never waits for a pipe or a
  /// device. Throws where it cannot be read, is no regular file or is larger; messages hold no path.
  package static func bytes(at path: String, maximum: Int) throws(Quarantine) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw refused(by: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw refused(by: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Quarantine(
        rule: unreadableRule.id, message: "found \(kind(of: status.st_mode)), expected a regular file",
        value: kind(of: status.st_mode), expected: "a regular file")
    }
    let size = Int(status.st_size)
    guard size <= maximum else { throw tooLarge(size, maximum) }
    // One byte more shows whether the file grew since.
    let bytes = try read(descriptor, capacity: size + 1)
    guard bytes.count <= size else {
      throw Quarantine(
        rule: unreadableRule.id, message: "the file grew while it was read, beyond \(size) bytes",
        value: "\(bytes.count)",
        expected: "\(size)")
    }
    return bytes
  }

  private static func read(_ descriptor: Int32, capacity: Int) throws(Quarantine) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let result = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, capacity - count)
        if result < 0, errno == EINTR { continue }
        if result < 0 { failure = errno }
        guard result > 0 else { return }
        count += result
      }
    }
    guard failure == 0 else { throw refused(by: failure) }
    return bytes
  }

  private static func refused(by code: Int32) -> Quarantine {
    let reason = String(cString: strerror(code))
    return Quarantine(rule: unreadableRule.id, message: "the file cannot be read: \(reason)", value: reason)
  }

  private static func tooLarge(_ size: Int, _ maximum: Int) -> Quarantine {
    Quarantine(
      rule: oversizedRule.id, message: "the file has \(size) bytes, expected at most \(maximum)", value: "\(size)",
      expected: "\(maximum)")
  }

  private static func kind(of mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "something else"
    }
  }
}
