import Source

/// `commandTests`: a program, run in a container of its own, and what it must do.
struct CommandTest: Sendable {
  let head: TestHead
  /// Program and arguments as written.
  let words: [Located<String>]
  /// Programs that run before it, in the same container.
  let setup: [[String]]
  let variables: [Variable]
  let exitCode: Located<Int>
  let expectedOutput: [Pattern]
  let excludedOutput: [Pattern]
  let expectedError: [Pattern]
  let excludedError: [Pattern]
}
