// How far a run is, on standard error: one line that renews itself on a terminal, now and then a line elsewhere.
import Pipeline
import Synchronization

final class TerminalProgress: ProgressSink {
  private struct State {
    var phase: Progress.Phase?
    var phaseBegan: ContinuousClock.Instant
    var lastShown: ContinuousClock.Instant?
    var hasOpenLine = false
  }

  private static let terminalPause = Duration.milliseconds(100)
  private static let linePause = Duration.seconds(10)
  private static let clearLine = "\r\u{1B}[K"

  private let isTerminal: Bool
  private let state: Mutex<State>

  init(isTerminal: Bool) {
    self.isTerminal = isTerminal
    state = Mutex(State(phaseBegan: .now))
  }

  func report(_ progress: Progress) {
    state.withLock { state in
      let now = ContinuousClock.now
      if state.phase != progress.phase {
        state.phase = progress.phase
        state.phaseBegan = now
        // The first line of a phase elsewhere than on a terminal comes after a pause: short runs stay silent.
        state.lastShown = isTerminal ? nil : now
      }
      let pause = isTerminal ? Self.terminalPause : Self.linePause
      if let last = state.lastShown, now - last < pause { return }
      state.lastShown = now
      state.hasOpenLine = isTerminal
      let text = ProgressText.line(progress, elapsed: now - state.phaseBegan)
      StandardError.write(isTerminal ? Self.clearLine + text : "assay: \(text)\n")
    }
  }

  /// Takes the line away, so that what follows stands alone.
  func finish() {
    state.withLock { state in
      if state.hasOpenLine { StandardError.write(Self.clearLine) }
      state.hasOpenLine = false
    }
  }
}

enum ProgressText {
  /// `reading 120 of 900 documents, 14 MB, 3.2 MB/s, 1021 mentions, 0:42 left`
  static func line(_ progress: Progress, elapsed: Duration) -> String {
    let documents = progress.total > 0 ? "\(progress.done) of \(progress.total)" : "\(progress.done)"
    var parts = ["\(progress.phase.rawValue) \(documents) documents"]
    if progress.bytes > 0 { parts.append(megabytes(progress.bytes)) }
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    if progress.bytes > 0, seconds > 0 {
      parts.append(megabytes(Int(Double(progress.bytes) / seconds)) + "/s")
    }
    if progress.mentions > 0 { parts.append("\(progress.mentions) mentions") }
    if progress.done > 0, progress.total > progress.done, seconds >= 1 {
      let left = Int(seconds / Double(progress.done) * Double(progress.total - progress.done))
      parts.append("\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left")
    }
    return parts.joined(separator: ", ")
  }

  /// Whole megabytes, one decimal below ten.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = bytes / 100_000
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) MB" : "\(tenths / 10) MB"
  }
}
