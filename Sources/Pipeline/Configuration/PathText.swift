// Paths as texts: joined and cleaned without asking the file system.

package enum PathText {
  /// `path` seen from the absolute `folder`, absolute, without `.`, `..`, doubled or trailing slashes.
  package static func absolute(_ path: String, from folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether an absolute path is that of a folder or lies in it.
  package static func isPath(_ path: String, in folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  /// The last part; empty for the root.
  package static func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// An absolute path without its last part.
  package static func folder(_ path: String) -> String {
    "/" + path.split(separator: "/").dropLast().joined(separator: "/")
  }
}
