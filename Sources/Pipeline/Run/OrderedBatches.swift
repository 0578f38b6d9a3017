// Work shared by threads, results handed on in order by one at a time, with a bound on what waits.
import Dispatch
import Synchronization

/// Numbered pieces of work. Workers pull the next number, and what is done is delivered strictly in order.
package struct OrderedBatches {
  package let count: Int
  package let workers: Int

  package init(count: Int, workers: Int) {
    self.count = count
    self.workers = max(1, min(workers, count))
  }

  /// Runs `work` for every number on the workers, and `deliver` on its results in order, never two at once. The first
  /// error of either ends the run, after the work in flight, and is thrown; nothing is delivered after it.
  package func run<Output: Sendable>(
    work: @Sendable (Int) throws -> Output, deliver: @Sendable (Output) throws -> Void
  ) throws {
    let cursor = Atomic(0)
    let shelf = Mutex(Shelf<Output>())
    // Two waiting results a worker keep the others busy while one is slow, and bound the memory.
    let room = DispatchSemaphore(value: workers * 3)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        // Room first, then a number: the lowest number not yet done is always being worked on.
        room.wait()
        let number = cursor.add(1, ordering: .relaxed).oldValue
        guard number < count, !shelf.withLock({ $0.failure != nil }) else {
          room.signal()
          return
        }
        let result = Result { try work(number) }
        shelf.withLock { $0.take(result, number, deliver: deliver) { room.signal() } }
      }
    }
    if let failure = shelf.withLock({ $0.failure }) { throw failure }
  }
}

/// Results that wait for their turn.
private struct Shelf<Output: Sendable> {
  private var waiting: [Int: Output] = [:]
  private var next = 0
  private(set) var failure: (any Error)?

  /// Takes one result, delivers what is due, and frees the room of every result that waits no longer.
  mutating func take(
    _ result: Result<Output, any Error>, _ number: Int, deliver: (Output) throws -> Void, free: () -> Void
  ) {
    if failure != nil { return free() }
    do {
      waiting[number] = try result.get()
      while let output = waiting[next] {
        try deliver(output)
        waiting[next] = nil
        next += 1
        free()
      }
    } catch {
      failure = error
      // The failed result is among the waiting ones unless the work itself failed.
      let held = waiting.count + (waiting[number] == nil && number >= next ? 1 : 0)
      waiting.removeAll()
      for _ in 0..<held { free() }
    }
  }
}
