// Files: what is read whole, and what is refused without waiting for it.
import Glibc
import Testing

@testable import Readers

struct SourceFileTests {
  /// Runs `body` with a fresh folder, which is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/assay-source-file-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in ["file", "pipe"] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    try body(folder)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
  }

  private func refusal(_ path: String, maximum: Int = 100) -> Quarantine? {
    do {
      _ = try SourceFile.bytes(at: path, maximum: maximum)
      return nil
    } catch {
      return error
    }
  }

  @Test func filesAreReadWhole() throws {
    try withFolder { folder in
      for bytes in [[], [1], Array(repeating: 7, count: 100)] as [[UInt8]] {
        try write(bytes, to: "\(folder)/file")
        #expect(try SourceFile.bytes(at: "\(folder)/file", maximum: 100) == bytes)
      }
    }
  }

  @Test func largeFilesAreRefused() throws {
    try withFolder { folder in
      try write(Array(repeating: 7, count: 101), to: "\(folder)/file")
      let quarantine = refusal("\(folder)/file")
      #expect(quarantine?.rule == "oversized-file")
      #expect(quarantine?.message == "the file has 101 bytes, expected at most 100")
    }
  }

  @Test func whatIsNoFileIsRefused() throws {
    try withFolder { folder in
      #expect(refusal("\(folder)/missing")?.message == "the file cannot be read: No such file or directory")
      #expect(refusal(folder)?.message == "found a folder, expected a regular file")
      try #require(mkfifo("\(folder)/pipe", 0o600) == 0)
      #expect(refusal("\(folder)/pipe")?.message == "found a pipe, expected a regular file")
      #expect(refusal("/dev/null")?.message == "found a device, expected a regular file")
    }
  }
}
