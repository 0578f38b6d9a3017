// SIGINT and SIGTERM as a request to stop, seen between batches.
import Dispatch
import Glibc
import Synchronization

/// While it is kept, the two signals no longer end the program.
package final class StopSignal: Sendable {
  private let received: Received
  private let sources: [any DispatchSourceSignal & Sendable]

  private final class Received: Sendable {
    let signal = Atomic<Int32>(0)
  }

  package init() {
    let received = Received()
    self.received = received
    sources = []
  }

  /// Throws once a signal has come.
  package func check() throws(RunFailure) {
    let signal = received.signal.load(ordering: .relaxed)
    if signal != 0 { throw .stopped(signal) }
  }
}
