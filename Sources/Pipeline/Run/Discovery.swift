// Finds the files of the sources, in the order that everything follows: source id, then path bytes.
import Model

/// A file that a source's globs name.
package struct DiscoveredFile: Sendable, Hashable {
  /// Index of the source in the plan.
  package var source: Int
  /// Relative to the source's folder, as `SourcePath` writes it.
  package var path: String
  /// Whether the name is UTF-8; else it cannot be opened by it.
  package var isNamed: Bool
  /// Whether it is a link to what lies outside the source's folder, which is not followed.
  package var leadsOut = false
}

package struct Discovery {
  private let plan: Plan
  /// What the program itself writes, which is never a source: the output folder where it lies below a source, else what
  /// is made in it.
  private let output: [FileStatus]

  package init(plan: Plan) {
    self.plan = plan
    let sources = plan.sources.compactMap { FileSystem.status(of: $0.folder)?.identity }
    output =
      OutputLayout(output: plan.output).own.compactMap { FileSystem.status(of: $0) }
      + [FileSystem.status(of: plan.output)].compactMap(\.self).filter { !sources.contains($0.identity) }
  }

  /// Every file of every source. Hidden names and the program's own output are left out; a folder that cannot be listed
  /// stands as a file that cannot be read; links are followed, but never into a folder they stand in; one that leads
  /// out of the source's folder stands as a file that is not read.
  package func files(
    _ disturb: ([DiscoveredFile]) -> [DiscoveredFile] = { $0 }
  ) throws(RunFailure) -> [DiscoveredFile] {
    var files: [DiscoveredFile] = []
    for index in plan.sources.indices {
      guard let folder = FileSystem.status(of: plan.sources[index].folder), folder.kind == .folder else {
        throw .usage("source \(plan.sources[index].id): there is no folder \(plan.sources[index].folder)")
      }
      try refuseOwnOutput(plan.sources[index])
      var walk = Walk(source: plan.sources[index], output: output)
      walk.enter(path: [], ancestors: [folder])
      files += walk.found.map { SourcePath.file($0.path, source: index, leadsOut: $0.leadsOut) }
    }
    return disturb(files).sorted { left, right in
      let (first, second) = (plan.sources[left.source].id, plan.sources[right.source].id)
      return first == second
        ? left.path.utf8.lexicographicallyPrecedes(right.path.utf8) : first.utf8.lexicographicallyPrecedes(second.utf8)
    }
  }

  /// A source inside what the program writes would grow by its own output every night.
  private func refuseOwnOutput(_ source: Plan.Source) throws(RunFailure) {
    guard let folder = FileSystem.realPath(of: source.folder) else { return }
    for own in OutputLayout(output: plan.output).own {
      guard let own = FileSystem.realPath(of: own), PathText.isPath(folder, in: own) else { continue }
      throw .usage(
        "source \(source.id): \(source.folder) is the program's own output, expected a folder outside \(own)")
    }
  }
}

/// One source's folders, depth first.
private struct Walk {
  let folder: String
  let include: [Glob]
  let exclude: [Glob]
  let output: [FileStatus]
  var found: [(path: [UInt8], leadsOut: Bool)] = []
  /// The folder without links.
  private let realFolder: String

  init(source: Plan.Source, output: [FileStatus]) {
    folder = source.folder
    realFolder = FileSystem.realPath(of: source.folder) ?? source.folder
    include = source.include.map { Glob($0) }
    exclude = source.exclude.map { Glob($0) }
    self.output = output
  }

  mutating func enter(path: [UInt8], ancestors: [FileStatus]) {
    guard let entries = FileSystem.entries(in: absolute(path)) else {
      found.append((path.isEmpty ? [0x2E] : path, false))
      return
    }
    for (name, isFile) in entries where name.first != 0x2E {
      let path = path.isEmpty ? name : path + [0x2F] + name
      if isExcluded(path) { continue }
      if !isFile {
        visit(path, ancestors: ancestors)
      } else if isIncluded(path) {
        found.append((path, false))
      }
    }
  }

  private mutating func visit(_ path: [UInt8], ancestors: [FileStatus]) {
    let status = FileSystem.status(of: absolute(path))
    guard let status, status.kind == .folder else {
      if isIncluded(path) { found.append((path, leadsOut(path))) }
      return
    }
    if (ancestors + output).contains(where: { $0.identity == status.identity }) { return }
    if leadsOut(path) { return found.append((path, true)) }
    enter(path: path, ancestors: ancestors + [status])
  }

  private func leadsOut(_ path: [UInt8]) -> Bool {
    guard FileSystem.linkStatus(of: absolute(path))?.kind == .link,
      let target = FileSystem.realPath(of: absolute(path))
    else { return false }
    return !PathText.isPath(target, in: realFolder)
  }

  private func isIncluded(_ path: [UInt8]) -> Bool { include.isEmpty || include.contains { $0.matches(path) } }
  private func isExcluded(_ path: [UInt8]) -> Bool { exclude.contains { $0.matches(path) } }

  private func absolute(_ path: [UInt8]) -> String {
    path.isEmpty ? folder : folder + "/" + String(decoding: path, as: UTF8.self)
  }
}
