// Finds the files of the sources, in the order that everything follows: source id, then path bytes.
import Model

/// A file that a source's globs name.
package struct DiscoveredFile: Sendable, Hashable {
  /// Index of the source in the plan.
  package var source: Int
  /// Relative to the source's folder.
  package var path: String
  /// Whether the name is UTF-8; else `path` writes its foreign bytes as `%FF`.
  package var isNamed: Bool
}

package struct Discovery {
  private let plan: Plan
  /// The output folder, which is never a source.
  private let output: FileStatus?

  package init(plan: Plan) {
    self.plan = plan
    output = FileSystem.status(of: plan.output)
  }

  /// Every file of every source. Hidden names and the output folder are left out; a folder that cannot be listed
  /// stands as a file that cannot be read; links are followed, but never into a folder they stand in.
  package func files(
    _ disturb: ([DiscoveredFile]) -> [DiscoveredFile] = { $0 }
  ) throws(RunFailure) -> [DiscoveredFile] {
    var files: [DiscoveredFile] = []
    for index in plan.sources.indices {
      guard let folder = FileSystem.status(of: plan.sources[index].folder), folder.kind == .folder else {
        throw .usage("source \(plan.sources[index].id): there is no folder \(plan.sources[index].folder)")
      }
      var walk = Walk(source: plan.sources[index], output: output)
      walk.enter(path: [], ancestors: [folder])
      files += walk.found.map { Self.file($0, source: index) }
    }
    return disturb(files).sorted { left, right in
      let (first, second) = (plan.sources[left.source].id, plan.sources[right.source].id)
      return first == second
        ? left.path.utf8.lexicographicallyPrecedes(right.path.utf8) : first.utf8.lexicographicallyPrecedes(second.utf8)
    }
  }

  private static func file(_ path: [UInt8], source: Int) -> DiscoveredFile {
    if let text = String(validating: path, as: UTF8.self) {
      return DiscoveredFile(source: source, path: text, isNamed: true)
    }
    let digits = Array("0123456789ABCDEF")
    let escaped = path.map { byte in
      byte < 0x80 ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
    return DiscoveredFile(source: source, path: escaped.joined(), isNamed: false)
  }
}

/// One source's folders, depth first.
private struct Walk {
  let folder: String
  let include: [Glob]
  let exclude: [Glob]
  let output: FileStatus?
  var found: [[UInt8]] = []

  init(source: Plan.Source, output: FileStatus?) {
    folder = source.folder
    include = source.include.map { Glob($0) }
    exclude = source.exclude.map { Glob($0) }
    self.output = output
  }

  mutating func enter(path: [UInt8], ancestors: [FileStatus]) {
    guard let names = FileSystem.names(in: absolute(path)) else {
      found.append(path.isEmpty ? [0x2E] : path)
      return
    }
    for name in names where name.first != 0x2E {
      visit(path.isEmpty ? name : path + [0x2F] + name, ancestors: ancestors)
    }
  }

  private mutating func visit(_ path: [UInt8], ancestors: [FileStatus]) {
    if isExcluded(path) { return }
    let status = FileSystem.status(of: absolute(path))
    guard let status, status.kind == .folder else {
      if isIncluded(path) { found.append(path) }
      return
    }
    let isKnown = (ancestors + [output].compactMap(\.self)).contains {
      $0.inode == status.inode && $0.device == status.device
    }
    if !isKnown { enter(path: path, ancestors: ancestors + [status]) }
  }

  private func isIncluded(_ path: [UInt8]) -> Bool { include.isEmpty || include.contains { $0.matches(path) } }
  private func isExcluded(_ path: [UInt8]) -> Bool { exclude.contains { $0.matches(path) } }

  private func absolute(_ path: [UInt8]) -> String {
    path.isEmpty ? folder : folder + "/" + String(decoding: path, as: UTF8.self)
  }
}
