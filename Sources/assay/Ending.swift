// What an error means for the user: a message on standard error and an exit code.
import ArgumentParser
import Pipeline

/// An error of a subcommand with the status the program ends in.
struct Failure: Error {
  let status: ExitStatus
  /// What, where, found, expected; what to do. Nil where all is said.
  let message: String?

  init(_ status: ExitStatus, _ message: String? = nil) {
    self.status = status
    self.message = message
  }
}

struct Ending {
  /// What a shell reports of a program that a closed pipe has killed.
  private static let brokenPipe: Int32 = 141

  let code: Int32
  let message: String?
  private let isHelp: Bool

  init(_ error: any Error) {
    var isHelp = false
    switch error {
    case let failure as Failure:
      (code, message) = (failure.status.rawValue, failure.message)
    case let error as ConfigurationError:
      (code, message) = (ExitStatus.usage.rawValue, error.description)
    case let failure as StreamFailure where failure.isBrokenPipe:
      (code, message) = (Self.brokenPipe, nil)
    case let failure as StreamFailure:
      (code, message) = (ExitStatus.inputOutput.rawValue, failure.description)
    case let error as InputOutputError:
      (code, message) = (ExitStatus.inputOutput.rawValue, error.description)
    case let failure as RunFailure:
      (code, message) = (failure.exitStatus.rawValue, failure.description)
    default:
      isHelp = Assay.exitCode(for: error) == .success
      code = isHelp ? 0 : ExitStatus.usage.rawValue
      message = Self.withoutPrefix(Assay.fullMessage(for: error))
    }
    self.isHelp = isHelp
  }

  /// Says what is to be said and returns the exit code.
  func report() -> Int32 {
    if let message {
      if isHelp { return Self.show(message) }
      StandardError.write("assay: \(message)\n")
    }
    return code
  }

  private static func show(_ help: String) -> Int32 {
    do throws(StreamFailure) {
      try StandardOutput.write(Array("\(help)\n".utf8))
      return 0
    } catch {
      if error.isBrokenPipe { return brokenPipe }
      StandardError.write("assay: \(error)\n")
      return ExitStatus.inputOutput.rawValue
    }
  }

  /// The argument parser's message without its own "Error: ".
  private static func withoutPrefix(_ message: String) -> String {
    message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message
  }
}
