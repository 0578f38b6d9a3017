// Makes a finished run the current one: durable first, then one rename that readers see whole.
import Glibc

package struct Publication: Sendable {
  /// What a published run outlives.
  package enum Durability: Sendable {
    /// The end of the process.
    case crash
    /// The end of the machine, too: everything is on the disk before it is named.
    case powerCut
  }

  private let folder: RunFolder
  private let keptRuns: Int
  private let durability: Durability

  package init(folder: RunFolder, keptRuns: Int, durability: Durability) {
    self.folder = folder
    self.durability = durability
    self.keptRuns = keptRuns
  }

  /// Publishes; `step` is told of every step done, and may throw to stop there.
  package func publish(_ step: (RunStep) throws -> Void) throws {
    try FileSystem.remove(folder.path("work"))
    if durability == .powerCut { try FileSystem.synchronizeAll(under: folder.unfinished) }
    try step(.synchronized)
    try FileSystem.rename(folder.unfinished, to: folder.published)
    if durability == .powerCut { try FileSystem.synchronizeFolder(folder.layout.runs) }
    try step(.renamed)
    let link = "\(folder.layout.output)/.current-\(folder.runID)"
    try FileSystem.remove(link)
    try FileSystem.makeLink(link, to: "runs/\(folder.runID)")
    try step(.linkPrepared)
    // rename(2) replaces the old link in one step: whoever opens `current` finds one run or the other.
    try FileSystem.rename(link, to: folder.layout.current)
    if durability == .powerCut { try FileSystem.synchronizeFolder(folder.layout.output) }
  }

  /// Removes the oldest runs beyond those to be kept beside the current one, and links that were never renamed.
  package func prune() throws(InputOutputError) {
    let runs = (FileSystem.names(in: folder.layout.runs) ?? []).map { String(decoding: $0, as: UTF8.self) }
      .filter { !$0.hasPrefix(".") && $0 != folder.runID }
    for name in runs.dropLast(max(0, keptRuns)) { try FileSystem.remove(folder.layout.runs + "/" + name) }
    for name in FileSystem.names(in: folder.layout.output) ?? [] where name.starts(with: ".current-".utf8) {
      try FileSystem.remove(folder.layout.output + "/" + String(decoding: name, as: UTF8.self))
    }
  }
}

/// The points of a run at which it may break off: tests break it off at each.
package enum RunStep: Sendable, CaseIterable {
  case folderMade, documentsRead, tablesWritten, datasetWritten, synchronized, renamed, linkPrepared, published, pruned
}
