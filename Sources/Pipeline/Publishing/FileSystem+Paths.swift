// Where a path leads, and the folders above it.
import Glibc

extension FileSystem {
  /// The absolute path without links and dots; nil where there is nothing.
  package static func realPath(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folders of an absolute path that are not there yet, the deepest first.
  package static func missingFolders(of path: String) -> [String] {
    var missing: [String] = []
    var path = path
    while path != "/", linkStatus(of: path) == nil {
      missing.append(path)
      path = PathText.folder(path)
    }
    return missing
  }
}
