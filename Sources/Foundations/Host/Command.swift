/// A program to run on the host, as a value.
package struct Command: Sendable, Hashable {
  /// The program (a path, or a name looked up on PATH) and its arguments.
  package var arguments: [String]
  /// Variables laid over the environment that is passed on, or the whole of it.
  package var environment: Environment
  package var workingDirectory: String?
  package var input: Input
  /// Seconds after which it is ended (TERM, then KILL); nil for none.
  package var deadline: Double?
  /// Seconds without a byte that it reads or writes after which it is ended in the same way; nil for none.
  package var patience: Double?

  package enum Environment: Sendable, Hashable {
    case inherited(adding: [String: String])
    case exactly([String: String])
  }

  package enum Input: Sendable, Hashable {
    /// `/dev/null`.
    case none
    case bytes([UInt8])
    /// The content of a file on the host.
    case file(String)
  }

  package init(
    _ arguments: [String], environment: Environment = .inherited(adding: [:]),
    workingDirectory: String? = nil, input: Input = .none, deadline: Double? = nil, patience: Double? = nil
  ) {
    precondition(!arguments.isEmpty, "a command names its program")
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.input = input
    self.deadline = deadline
    self.patience = patience
  }
}

/// How a program ended.
package enum Termination: Sendable, Hashable {
  case exited(Int32)
  case signalled(Int32)

  package var succeeded: Bool { self == .exited(0) }
  /// The code as a shell reports it: 128 + the signal for a killed program.
  package var shellCode: Int32 {
    switch self {
    case .exited(let code): code
    case .signalled(let signal): 128 + signal
    }
  }
}

/// Everything that a finished program printed, and how it ended.
package struct CommandOutput: Sendable, Hashable {
  package let termination: Termination
  package let output: [UInt8]
  package let error: [UInt8]

  package init(termination: Termination, output: [UInt8], error: [UInt8]) {
    self.termination = termination
    self.output = output
    self.error = error
  }
}

/// A piece of what a running program prints.
package enum OutputChunk: Sendable, Hashable {
  case output([UInt8])
  case error([UInt8])
}
