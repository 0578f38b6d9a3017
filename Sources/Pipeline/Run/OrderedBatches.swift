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

  /// Runs `work` for every number on the workers, and `deliver` on its results in order, never two at once; while one
  /// worker delivers, the others work on. The first error of either ends the run, after the work in flight, and is
  /// thrown; nothing is delivered after it.
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
        free(shelf.withLock { $0.put(result, number) }, of: room)
        while let due = shelf.withLock({ $0.takeDue() }) {
          let result = Result { try deliver(due) }
          free(shelf.withLock { $0.delivered(result) }, of: room)
        }
      }
    }
    if let failure = shelf.withLock({ $0.failure }) { throw failure }
  }

  private func free(_ count: Int, of room: DispatchSemaphore) {
    for _ in 0..<count { room.signal() }
  }
}

/// Results that wait for their turn.
private struct Shelf<Output: Sendable> {
  private var waiting: [Int: Output] = [:]
  private var next = 0
  private var isDelivering = false
  private(set) var failure: (any Error)?

  /// Takes one result; returns how many wait no longer.
  mutating func put(_ result: Result<Output, any Error>, _ number: Int) -> Int {
    if failure != nil { return 1 }
    switch result {
    case .success(let output):
      waiting[number] = output
      return 0
    case .failure(let error): return 1 + fail(error)
    }
  }

  /// The result whose turn it is, to be delivered by the caller; nil while another is being delivered.
  mutating func takeDue() -> Output? {
    guard !isDelivering, let due = waiting.removeValue(forKey: next) else { return nil }
    isDelivering = true
    return due
  }

  /// Ends the delivery of what was due; returns how many wait no longer.
  mutating func delivered(_ result: Result<Void, any Error>) -> Int {
    isDelivering = false
    next += 1
    guard case .failure(let error) = result else { return 1 }
    return 1 + fail(error)
  }

  private mutating func fail(_ error: any Error) -> Int {
    if failure == nil { failure = error }
    defer { waiting.removeAll() }
    return waiting.count
  }
}
