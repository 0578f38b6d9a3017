// The CPU time of one thread, charged to the stages it works for.
import Glibc

/// The lines of the speed budget.
package enum StageName: String, Sendable, CaseIterable {
  case readAndHash = "read_and_hash"
  case decode
  case normalize
  /// Writing the normalized texts.
  case texts
  case recognize
  case quantities
  case documentChecks = "document_checks"
  case reconcile
  case csv
  case xml
  case rest
}

/// Nanoseconds of CPU by stage.
package struct StageTimes: Sendable, Hashable {
  private var nanoseconds = SIMD16<UInt64>()

  package init() {}

  package subscript(stage: StageName) -> UInt64 {
    get { nanoseconds[Self.place(of: stage)] }
    set { nanoseconds[Self.place(of: stage)] = newValue }
  }

  package var total: UInt64 { nanoseconds.wrappedSum() }

  package static func + (left: StageTimes, right: StageTimes) -> StageTimes {
    var sum = left
    sum.nanoseconds &+= right.nanoseconds
    return sum
  }

  private static func place(of stage: StageName) -> Int {
    switch stage {
    case .readAndHash: 0
    case .decode: 1
    case .normalize: 2
    case .recognize: 3
    case .documentChecks: 4
    case .reconcile: 5
    case .csv: 6
    case .xml: 7
    case .rest: 8
    case .texts: 9
    case .quantities: 10
    }
  }
}

/// Belongs to the thread it was made on.
package struct StageClock {
  package private(set) var times = StageTimes()
  private var last: UInt64

  package init() { last = Self.now() }

  /// Charges what passed since the last lap to a stage.
  package mutating func lap(_ stage: StageName) {
    let now = Self.now()
    times[stage] &+= now &- last
    last = now
  }

  private static func now() -> UInt64 { nanoseconds(CLOCK_THREAD_CPUTIME_ID) }

  /// Nanoseconds of a clock of the system.
  package static func nanoseconds(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
