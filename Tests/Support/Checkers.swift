import Glibc
import Host

/// The programs in Python that `.ci/checkers` installs: judges of our reports, and pre-commit.
package enum Checkers {
  /// The folder of the virtual environment.
  package static let folder = Repository.root + "/.build/checkers"

  /// The path of one of them.
  package static func path(_ name: String) -> String { "\(folder)/bin/\(name)" }

  /// Whether tests that need them are to run: they are there, or their absence has to fail.
  package static var areThere: Bool {
    Machine.runs(
      .oracles, needing: "the checkers that `make checkers` installs",
      isThere: access(path("check-jsonschema"), X_OK) == 0 && access(path("pre-commit"), X_OK) == 0)
  }

  /// Runs one to its end; its exit code, and all that it printed.
  package static func run(
    _ arguments: [String], in folder: String = Repository.root, environment: [String: String] = [:],
    deadline: Double = 180
  ) async throws -> (status: Int32, text: String) {
    let command = Command(
      arguments, environment: .inherited(adding: environment), workingDirectory: folder, deadline: deadline)
    let output = try await command.output(limit: 16 << 20)
    guard case .exited(let status) = output.termination else {
      throw Script.Failure(description: "\(arguments): \(output.termination)")
    }
    return (status, String(decoding: output.output + output.error, as: UTF8.self))
  }
}
