// Sources named on the command line, which take the place of the configured ones.

extension Configuration.Source {
  /// One source for each folder or file, named for its last path part, the names made unique.
  static func named(_ paths: [String], from folder: String) throws(ConfigurationError) -> [Configuration.Source] {
    var sources: [Configuration.Source] = []
    for path in paths {
      let written = PathText.absolute(path, from: folder)
      let id = unusedID(PathText.lastPart(written), among: sources.map(\.id))
      // Who names a link means what it leads to, wherever that lies.
      let isLink = FileSystem.linkStatus(of: written)?.kind == .link
      let absolute = isLink ? FileSystem.realPath(of: written) ?? written : written
      switch FileSystem.status(of: absolute)?.kind {
      case .folder:
        sources.append(Configuration.Source(id: id, folder: absolute, include: ["**"]))
      case .file:
        let name = PathText.lastPart(absolute)
        if name.hasPrefix(".") || name.contains("*") || name.contains("?") {
          throw ConfigurationError(
            "unusable name", file: "", place: "--source \(path)", found: "\"\(name)\"",
            expected: "a file whose name begins with no dot and has neither * nor ?", advice: "rename or copy the file")
        }
        sources.append(
          Configuration.Source(id: id, folder: PathText.folder(absolute), include: [name]))
      case .link, .pipe, .other:
        throw ConfigurationError(
          "nothing to read", file: "", place: "--source \(path)", found: "neither a regular file nor a folder",
          expected: "a regular file or folder")
      case nil:
        throw ConfigurationError(
          "nothing to read", file: "", place: "--source \(path)", found: "no such file or folder",
          expected: "a file or folder",
          advice: path.contains("\u{FFFD}") ? "a name that is not UTF-8 cannot be given; name its folder" : "")
      }
    }
    return sources
  }

  /// The name folded to an id; `-2`, `-3` … where others have it.
  private static func unusedID(_ name: String, among used: [String]) -> String {
    var id = ""
    for byte in name.utf8 {
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      let isPlain = (0x61...0x7A).contains(folded) || (0x30...0x39).contains(folded) || "._".utf8.contains(folded)
      if isPlain {
        id.unicodeScalars.append(Unicode.Scalar(folded))
      } else if id.last != "-" {
        id += "-"
      }
    }
    while let first = id.first, "-._".contains(first) { id.removeFirst() }
    while id.last == "-" { id.removeLast() }
    if id.isEmpty { id = "source" }
    var unused = id
    var number = 2
    while used.contains(unused) {
      unused = "\(id)-\(number)"
      number += 1
    }
    return unused
  }
}
