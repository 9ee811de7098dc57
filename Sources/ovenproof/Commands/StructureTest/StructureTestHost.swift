import Host
import StructureTest

/// What has to be asked before the machine itself is judged.
struct StructureTestHost {
  let arguments: StructureTestArguments
  let workplace: Workplace

  private static let warning = """
    WARNING: Using the host driver runs tests directly on the machine
    that this binary is being run on, and can potentially corrupt your system.
    Be sure you know what you're doing before continuing!

    Continue? (y/n)

    """

  /// Asks as the original does, on standard output; throws where the answer is no.
  func expectConsent() throws {
    guard arguments.driver == .host else { return }
    try workplace.console.write(Self.warning)
    if arguments.isForced { return try workplace.console.write("Forcing test run!\n") }
    guard ["y", "yes"].contains(readLine()?.lowercased() ?? "") else {
      throw CommandFault(.failure, "aborted by user", help: "add `--force` to go on without a question")
    }
  }
}
