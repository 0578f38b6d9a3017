// SIGHUP, SIGINT and SIGTERM as a request to stop, seen between batches.
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

/// From its making to `cancel` the signals ask the run to stop rather than end the program.
package final class StopSignal {
  private let numbers: [Int32]
  private let sources: [any DispatchSourceSignal]

  init(_ request: StopRequest) {
    numbers = Self.heard
    let waiting = Self.numbers(numbers, in: sigpending)
    sources = numbers.map { number in
      // Ignoring a signal that waits would drop it.
      if !waiting.contains(number) { signal(number, SIG_IGN) }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { request.stop(by: number) }
      source.resume()
      return source
    }
    if let first = waiting.first { request.stop(by: first) }
  }

  /// Holds the signals back until a run listens to them. Called by the program's first thread before there are others.
  package static func hold() {
    var set = Self.set(of: heard)
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  func cancel() {
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
    var set = Self.set(of: numbers)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Under nohup(1) a hang-up stays ignored.
  private static var heard: [Int32] {
    var action = sigaction()
    sigaction(SIGHUP, nil, &action)
    let isIgnored = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    return isIgnored ? [SIGINT, SIGTERM] : [SIGHUP, SIGINT, SIGTERM]
  }

  private static func set(of numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }

  /// Those of the numbers that are in the set a function fills.
  private static func numbers(
    _ numbers: [Int32], in fill: (UnsafeMutablePointer<sigset_t>) -> Int32
  ) -> [Int32] {
    var set = sigset_t()
    guard fill(&set) == 0 else { return [] }
    return numbers.filter { sigismember(&set, $0) == 1 }
  }
}
