// What a path leads to.
import Glibc

package enum FileKind: Sendable {
  case file, folder, other, missing

  /// Follows symbolic links; what cannot be looked at is missing.
  package init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}
