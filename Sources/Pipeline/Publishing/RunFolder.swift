// Where everything of a run lies: made under a name that is not yet its own, renamed when it is whole.
import Glibc

/// The folders under a plan's output.
package struct OutputLayout: Sendable, Hashable {
  package let output: String

  package init(output: String) { self.output = output }

  package var runs: String { output + "/runs" }
  package var state: String { output + "/state" }
  package var current: String { output + "/current" }
  package var quarantine: String { output + "/quarantine" }
  package var store: String { state + "/store.sqlite" }
  package var lock: String { state + "/lock" }
  /// All that the program writes.
  package var own: [String] { [runs, state, quarantine, current] }
  /// Names of runs being written begin so.
  static let unfinished = ".tmp-"
}

/// The folder of one run.
package struct RunFolder: Sendable, Hashable {
  package let layout: OutputLayout
  package let runID: String

  /// Makes the folders of a new run; `runID` must be new.
  package init(layout: OutputLayout, runID: String) throws(InputOutputError) {
    self.layout = layout
    self.runID = runID
    for name in ["data", "xml", "texts", "report", "work"] { try FileSystem.makeFolder(path(name)) }
  }

  /// Where it is written.
  package var unfinished: String { "\(layout.runs)/\(OutputLayout.unfinished)\(runID)" }
  package var published: String { "\(layout.runs)/\(runID)" }

  /// A path of the dataset while it is written.
  package func path(_ name: String) -> String { unfinished + "/" + name }

  /// A path of what is removed before publishing.
  package func work(_ name: String) -> String { unfinished + "/work/" + name }

  /// A name for a run that begins now and is no other's: its time in UTC, so that names sort by age.
  package static func newID(in layout: OutputLayout) -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let digits = [
      (Int(parts.tm_year) + 1900, 4), (Int(parts.tm_mon) + 1, 2), (Int(parts.tm_mday), 2), (Int(parts.tm_hour), 2),
      (Int(parts.tm_min), 2), (Int(parts.tm_sec), 2),
    ].map { number, width in String(repeating: "0", count: max(0, width - String(number).utf8.count)) + String(number) }
    let base = digits[0...2].joined() + "T" + digits[3...5].joined() + "Z"
    let names = (0...).lazy.map { $0 == 0 ? base : "\(base)-\(String(repeating: "0", count: $0 < 10 ? 1 : 0))\($0)" }
    return names.first { FileSystem.linkStatus(of: layout.runs + "/" + $0) == nil } ?? base
  }

  /// Removes what runs left that did not come to their end. Only under the lock.
  package static func removeUnfinished(in layout: OutputLayout) throws(InputOutputError) {
    for name in FileSystem.names(in: layout.runs) ?? [] {
      let name = String(decoding: name, as: UTF8.self)
      if name.hasPrefix(OutputLayout.unfinished) { try FileSystem.remove(layout.runs + "/" + name) }
    }
  }
}
