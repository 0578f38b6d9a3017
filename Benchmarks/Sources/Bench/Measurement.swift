// Runs a program to its end and tells what it cost.
import Foundation

/// What one run of a program cost.
struct Measurement {
  /// CPU seconds of the process and its threads, user and system.
  var cpu: Double
  var seconds: Double
  /// Greatest resident size, in megabytes of 10^6 bytes.
  var peakMemory: Double
  var status: Int32
}

enum ProgramFailure: Error, CustomStringConvertible {
  case notStarted(String, code: Int32)
  case failed(String, status: Int32)

  var description: String {
    switch self {
    case .notStarted(let program, let code): "\(program) cannot be started: \(String(cString: strerror(code)))"
    case .failed(let command, let status): "\(command) ended with status \(status)"
    }
  }
}

/// A program and how it is called.
struct Program {
  var path: String
  var arguments: [String]
  /// A file for its standard input; nothing when nil.
  var input: String?
  /// Exit statuses that are no failure.
  var accepts: Set<Int32> = [0]

  /// Runs it with its output thrown away. CPU and memory are the kernel's count for the child, by `wait4`.
  func measure() throws -> Measurement {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    let words = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let clock = ContinuousClock()
    let start = clock.now
    let code = posix_spawnp(&process, path, &actions, nil, words + [nil], environ)
    guard code == 0 else { throw ProgramFailure.notStarted(path, code: code) }
    var usage = rusage()
    var state: Int32 = 0
    while wait4(process, &state, 0, &usage) < 0, errno == EINTR {}
    let elapsed = start.duration(to: clock.now)
    // WEXITSTATUS, or 128 and the signal, as shells say it.
    let status = state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
    guard accepts.contains(status) else {
      throw ProgramFailure.failed(([path] + arguments).joined(separator: " "), status: status)
    }
    return Measurement(
      cpu: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime), seconds: elapsed / .seconds(1),
      peakMemory: Double(usage.ru_maxrss) * 1024 / 1e6, status: status)
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

/// The middle of some figures; for an even number of them the lower one of the two.
func median(_ figures: [Double]) -> Double { figures.sorted()[(figures.count - 1) / 2] }
