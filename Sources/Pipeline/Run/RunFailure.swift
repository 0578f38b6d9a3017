// Why a run ended without a dataset, and the exit status each end has.
import Model

/// The exit codes of `assay run`.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case published = 0
  case publishedWithErrors = 1
  case usage = 2
  case publishedWithQuarantine = 3
  case gateFailed = 4
  case locked = 11
  case brokenOutput = 70
  case inputOutput = 74
  case hungUp = 129
  case interrupted = 130
  case terminated = 143
}

package enum RunFailure: Error, Hashable, CustomStringConvertible {
  /// The configuration cannot be run, or names no document.
  case usage(String)
  case locked(String)
  /// The dataset is not fit to be published.
  case gate(String)
  /// What was written does not fit its own schema: a defect of the program.
  case brokenOutput(String)
  case inputOutput(InputOutputError)
  /// The number of the signal.
  case stopped(Int32)

  package var exitStatus: ExitStatus {
    switch self {
    case .usage: .usage
    case .locked: .locked
    case .gate: .gateFailed
    case .brokenOutput: .brokenOutput
    case .inputOutput: .inputOutput
    case .stopped(let signal): ExitStatus(rawValue: 128 + signal) ?? .terminated
    }
  }

  package var description: String {
    switch self {
    case .usage(let message), .locked(let message), .gate(let message), .brokenOutput(let message): message
    case .inputOutput(let error): error.description
    case .stopped(let signal): "stopped by signal \(signal): nothing published"
    }
  }

  /// Any error of a run as the failure it means.
  init(_ error: any Error) {
    switch error {
    case let failure as RunFailure: self = failure
    case let failure as InputOutputError: self = .inputOutput(failure)
    case let failure as IdentityCollision: self = .brokenOutput(failure.description)
    case let failure as SchemaViolation: self = .brokenOutput(failure.description)
    default: self = .brokenOutput("\(error)")
    }
  }
}
