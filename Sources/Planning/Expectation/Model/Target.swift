/// What a check looks at.
package enum Target: Sendable, Hashable {
  /// The object at an absolute path.
  case file(String)
  /// All objects whose paths fit.
  case files(Glob)
  case package(String)
  case user(String)
  case group(String)
  /// The image's configuration.
  case image
  /// The secrets in all its layers, but for files whose paths fit.
  case secrets(except: [Glob])
  /// How it differs from an approved image, but for files whose paths fit.
  case drift(from: String, except: [Glob])
  /// What is of no use in its layers.
  case waste
  indirect case command(CommandCall)
  /// Something of the image as it runs.
  indirect case running(RunningTarget)
}

/// A program to run inside the image.
package struct CommandCall: Sendable, Hashable {
  /// The words of the command; a shell line is `/bin/sh -c LINE`.
  package let arguments: [String]
  /// A user name or `uid[:gid]`; nil for the image's user.
  package let user: String?
  package let workingDirectory: String?
  /// Laid over the image's environment.
  package let environment: [String: String]
  /// Seconds after which it is killed.
  package let timeout: Double
  package let isolation: Isolation
  /// What it reads from its standard input.
  package var input: [UInt8] = []

  /// Where it runs.
  package enum Isolation: String, Sendable, CaseIterable {
    /// In a container with the other commands of the spec.
    case shared
    /// In a fresh container of its own.
    case pristine
    /// Beside the image's own program, in the container that runs it.
    case running
  }

  package init(
    _ arguments: [String], user: String? = nil, workingDirectory: String? = nil,
    environment: [String: String] = [:],
    timeout: Double = 10, isolation: Isolation = .shared
  ) {
    self.isolation = isolation
    self.arguments = arguments
    self.user = user
    self.workingDirectory = workingDirectory
    self.environment = environment
    self.timeout = timeout
  }
}
