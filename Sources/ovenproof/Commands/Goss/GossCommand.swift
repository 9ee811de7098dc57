import ArgumentParser
import Host

/// `ovenproof goss`: takes the command line of goss, and exits as goss does.
struct GossCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Take goss's command line: `ovenproof goss --image IMAGE validate`.",
    discussion: GossArguments.help)

  @Argument(parsing: .captureForPassthrough, help: "What goss takes, and --image IMAGE.")
  var arguments: [String] = []

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    throw ProgramEnd(code: try await Self.code(arguments, in: workplace))
  }

  /// The name under which the program is goss.
  static let name = "goss"
  /// What goss exits with where it does not understand its command line.
  static let usageCode: Int32 = 1
  /// The same where it does not know the command.
  static let unknownCommandCode: Int32 = 3

  /// Runs a command line of goss; gives its exit code.
  static func code(_ arguments: [String], in workplace: Workplace) async throws -> Int32 {
    let command: GossArguments
    do throws(GossUsageFault) {
      command = try GossArguments(arguments, environment: workplace.environment)
    } catch {
      workplace.console.complain(error.message, help: error.help)
      return error.code
    }
    return try await GossRun(command, in: workplace).code()
  }
}

/// Why a command line of goss cannot be followed.
struct GossUsageFault: Error {
  let message: String
  let help: String?
  let code: Int32

  init(_ message: String, help: String? = nil, code: Int32 = GossCommand.usageCode) {
    self.message = message
    self.help = help
    self.code = code
  }
}
