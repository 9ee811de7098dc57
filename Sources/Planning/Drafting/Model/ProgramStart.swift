import DataSyntax

/// The exit codes that stand for a program which cannot be started: container-structure-test fails on it whatever is expected.
enum ProgramStart {
  static let reason =
    "container-structure-test fails where a program cannot be started, which ends with 126 or 127 elsewhere"

  static func isFailure(_ status: JSONText) -> Bool {
    status == .integer(126) || status == .integer(127)
  }
}
