// The system calls a run needs, with errors that say what failed and where.
import CGlibc
import Glibc

/// A system call that failed for a reason outside the data: the run cannot go on.
package struct InputOutputError: Error, Hashable, CustomStringConvertible {
  package let operation: String
  package let path: String
  package let code: Int32

  package init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var description: String { "cannot \(operation) \(path): \(String(cString: strerror(code)))" }
}

/// What tells one state of a file from another.
package struct FileStatus: Sendable, Hashable {
  package enum Kind: Sendable { case file, folder, link, pipe, other }

  package var kind: Kind
  package var device: UInt64
  package var inode: UInt64
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int
  package var changed: Int

  /// What an unchanged file keeps.
  package struct Stamp: Sendable, Hashable {
    package var size: Int
    package var modified: Int
    package var changed: Int
    package var inode: Int
  }

  /// What no other file of the machine has.
  package struct Identity: Sendable, Hashable {
    package var device: UInt64
    package var inode: UInt64
  }

  package var identity: Identity { Identity(device: device, inode: inode) }

  package var stamp: Stamp {
    Stamp(size: size, modified: modified, changed: changed, inode: Int(truncatingIfNeeded: inode))
  }

  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      default: .other
      }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
  }
}

package enum FileSystem {
  /// What a path leads to, through links; nil where there is nothing.
  package static func status(of path: String) -> FileStatus? {
    var status = stat()
    return stat(path, &status) == 0 ? FileStatus(status) : nil
  }

  /// What stands at a path itself, links included; nil where there is nothing.
  package static func linkStatus(of path: String) -> FileStatus? {
    var status = stat()
    return lstat(path, &status) == 0 ? FileStatus(status) : nil
  }

  package static func status(of descriptor: Int32, at path: String) throws(InputOutputError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputOutputError("examine", path) }
    return FileStatus(status)
  }

  /// Makes a folder and those above it; content where it is there.
  package static func makeFolder(_ path: String) throws(InputOutputError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw InputOutputError("make folder", path)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw InputOutputError("make folder", path) }
  }

  /// The names in a folder without `.` and `..`, as bytes, sorted; nil where it cannot be listed.
  package static func names(in folder: String) -> [[UInt8]]? { entries(in: folder)?.map(\.name) }

  /// What a folder has without `.` and `..`, by name; nil where it cannot be listed. `isFile` says that something is a
  /// plain file and no link; it may be one where the file system does not say so.
  package static func entries(in folder: String) -> [(name: [UInt8], isFile: Bool)]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var entries: [(name: [UInt8], isFile: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      entries.append((name, entry.pointee.d_type == UInt8(DT_REG)))
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// Removes a file, or a folder with all in it; content where there is nothing. Links are not followed.
  package static func remove(_ path: String) throws(InputOutputError) {
    guard let status = linkStatus(of: path) else { return }
    guard status.kind == .folder else {
      guard unlink(path) == 0 || errno == ENOENT else { throw InputOutputError("remove", path) }
      return
    }
    for name in names(in: path) ?? [] { try remove(path + "/" + String(decoding: name, as: UTF8.self)) }
    guard rmdir(path) == 0 || errno == ENOENT else { throw InputOutputError("remove", path) }
  }

  package static func rename(_ path: String, to target: String) throws(InputOutputError) {
    guard Glibc.rename(path, target) == 0 else { throw InputOutputError("rename to \(target)", path) }
  }

  package static func makeLink(_ path: String, to target: String) throws(InputOutputError) {
    guard symlink(target, path) == 0 else { throw InputOutputError("make link", path) }
  }

  /// Gives a file a second name; false where that cannot be done there.
  package static func hardLink(_ path: String, as name: String) -> Bool { link(path, name) == 0 }

  /// The target of a symbolic link; nil where there is none.
  package static func target(of path: String) -> String? {
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      let length = buffer.withMemoryRebound(to: CChar.self) {
        $0.baseAddress.map { readlink(path, $0, Int(PATH_MAX)) } ?? 0
      }
      count = max(0, length)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Makes what is in a folder's own listing durable.
  package static func synchronizeFolder(_ path: String) throws(InputOutputError) {
    try withDescriptor(path, O_RDONLY | O_DIRECTORY) { fsync($0) == 0 }
  }

  /// Makes everything written to the file system that holds a path durable.
  package static func synchronizeAll(under path: String) throws(InputOutputError) {
    try withDescriptor(path, O_RDONLY | O_DIRECTORY) { syncfs($0) == 0 }
  }

  private static func withDescriptor(_ path: String, _ flags: Int32, _ body: (Int32) -> Bool) throws(InputOutputError) {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputOutputError("open", path) }
    defer { close(descriptor) }
    guard body(descriptor) else { throw InputOutputError("synchronize", path) }
  }
}
