// Copies of the files that could not be read, each with the reason beside it, for a person to look at.
import Glibc

/// A file that was quarantined.
package struct QuarantinedFile: Sendable, Hashable {
  package var sourceID: String
  package var path: String
  /// Where the file lies.
  package var original: String
  package var reason: String
}

package struct QuarantineFolder: Sendable {
  private let layout: OutputLayout

  package init(layout: OutputLayout) { self.layout = layout }

  /// Makes `quarantine/SOURCE/PATH` and `PATH.reason.txt` of every file, and nothing else: what reads well again goes.
  /// Files larger than `maximumBytes` keep their reason only.
  package func replace(with files: [QuarantinedFile], maximumBytes: Int) throws(InputOutputError) {
    let fresh = layout.state + "/quarantine-new"
    try FileSystem.remove(fresh)
    if files.isEmpty { return try FileSystem.remove(layout.quarantine) }
    for file in files {
      let path = "\(fresh)/\(file.sourceID)/\(file.path)"
      try FileSystem.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      try FileSystem.write(Array((file.reason + "\n").utf8), to: path + ".reason.txt")
      try copy(file.original, to: path, maximumBytes: maximumBytes)
    }
    try FileSystem.remove(layout.quarantine)
    try FileSystem.rename(fresh, to: layout.quarantine)
  }

  /// A file that cannot be read has its reason only, and so has a link; one that can is copied, never linked, so that a
  /// later edit of the source does not change what was found. The copy is the operator's alone: the original may be.
  private func copy(_ original: String, to path: String, maximumBytes: Int) throws(InputOutputError) {
    guard let status = FileSystem.linkStatus(of: original), status.kind == .file, status.size <= maximumBytes,
      let bytes = try? FileSystem.read(original)
    else { return }
    try FileSystem.write(bytes, to: path, mode: 0o600)
  }
}
