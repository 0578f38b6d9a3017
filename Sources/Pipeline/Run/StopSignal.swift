// SIGINT and SIGTERM as a request to stop, seen between batches.
import Dispatch
import Glibc
import Synchronization

/// Whether the run was asked to stop; asked from any thread.
package final class StopRequest: Sendable {
  private let signal = Atomic<Int32>(0)

  package init() {}

  package func stop(by signal: Int32) { self.signal.store(signal, ordering: .relaxed) }

  /// Throws once a signal has come.
  package func check() throws(RunFailure) {
    let signal = signal.load(ordering: .relaxed)
    if signal != 0 { throw .stopped(signal) }
  }
}

/// From its making to `cancel` the two signals ask the run to stop rather than end the program.
final class StopSignal {
  private static let signals = [SIGINT, SIGTERM]
  private let sources: [any DispatchSourceSignal]

  init(_ request: StopRequest) {
    sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { request.stop(by: number) }
      source.resume()
      return source
    }
  }

  func cancel() {
    for source in sources { source.cancel() }
    for number in Self.signals { signal(number, SIG_DFL) }
  }
}
