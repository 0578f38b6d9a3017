// Work in any order, results in one; errors end it without a hang.
import Glibc
import Synchronization
import Testing

@testable import Pipeline

@Suite struct OrderedBatchesTests {
  private struct Failure: Error {}

  @Test func resultsAreDeliveredInOrder() throws {
    for workers in [1, 2, 7] {
      let delivered = Mutex<[Int]>([])
      try OrderedBatches(count: 200, workers: workers).run { number in
        if number % 5 == 0 { usleep(200) }
        return number
      } deliver: { number in
        delivered.withLock { $0.append(number) }
      }
      #expect(delivered.withLock { $0 } == Array(0..<200))
    }
  }

  @Test func nothingToDoIsDoneAtOnce() throws {
    try OrderedBatches(count: 0, workers: 4).run {
      $0
    } deliver: { _ in
    }
  }

  @Test func aFailureEndsTheRun() {
    for workers in [1, 2, 8] {
      for failing in [0, 1, 50, 199] {
        #expect(throws: Failure.self) {
          try OrderedBatches(count: 200, workers: workers).run { number in
            if number == failing { throw Failure() }
            return number
          } deliver: { _ in
          }
        }
        let delivered = Mutex(0)
        #expect(throws: Failure.self) {
          try OrderedBatches(count: 200, workers: workers).run {
            $0
          } deliver: { number in
            if number == failing { throw Failure() }
            delivered.withLock { $0 += 1 }
          }
        }
        #expect(delivered.withLock { $0 } == failing)
      }
    }
  }
}
