/// A program to run in a container.
package struct ContainerCommand: Sendable, Hashable {
  package var arguments: [String]
  /// A user name or `uid[:gid]`; nil for the image's user.
  package var user: String?
  package var environment: [String: String] = [:]
  package var workingDirectory: String?
  package var input: [UInt8] = []
  /// Seconds after which it is killed; nil for none.
  package var deadline: Double?
  /// Whether it writes to a terminal of its own: then all that it says is output, and nothing is error output.
  package var hasTerminal = false
  /// Whether a program that is not started is told as that instead of by a shell's code, where the engine sees it start: the
  /// native one does; clients of docker and podman mix their words with the program's.
  package var tellsUnstarted = false

  package init(_ arguments: [String], user: String? = nil) {
    self.arguments = arguments
    self.user = user
  }
}
