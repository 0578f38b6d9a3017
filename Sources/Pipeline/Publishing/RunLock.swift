// One run at a time for each output folder.
import Glibc

/// Held until `release`, or until the process ends, however it ends.
package struct RunLock: Sendable {
  private let descriptor: Int32

  /// Throws `.locked` where another run holds it.
  package init(_ path: String) throws(RunFailure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .inputOutput(InputOutputError("open", path)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK
        ? .locked("another run holds the lock \(path)")
        : .inputOutput(InputOutputError("lock", path, code: code))
    }
  }

  /// Unlocks before it closes: a child process being started shares the open file until its exec, and would hold the
  /// lock that long.
  package func release() {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
