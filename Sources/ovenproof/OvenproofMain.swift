import ArgumentParser
import Engine
import Glibc
import Host

/// Starts the program: parses the command line, runs the command, and turns what came of it into an exit code.
@main
enum OvenproofMain {
  /// Synchronous on purpose; see `AsynchronousRun`.
  static func main() {
    // Before any task exists: a child that enters namespaces must still have one thread only.
    _ = NativeEngineChild.runIfAsked(CommandLine.arguments)
    ProcessMemory.takeLargeSteps()
    let arguments = StandInOptions.normalised(CommandLine.words)
    switch AsynchronousRun.wait(for: { await run(arguments) }) {
    case .finished(let code): exit(code)
    case .interrupted: Console.current().endInterrupted()
    }
  }

  /// What the parser of the command line says, with the same word in front as everything else that goes wrong.
  private static func message(for error: any Error) -> String {
    let text = OvenproofCommand.fullMessage(for: error)
    return text.hasPrefix("Error: ") ? "error: " + text.dropFirst("Error: ".count) : text
  }

  private static func run(_ arguments: [String]) async -> Int32 {
    ProcessMemory.useLargePages()
    if let command = PlainLine.command(arguments) { return await command.code() }
    if let command = OvenproofCommand.sound(arguments) as? any OvenproofVerb { return await command.code() }
    if let word = arguments.first, let fault = OvenproofCommand.fault(ofFirst: word) {
      Console.current().complain(fault.message, help: fault.help)
      return fault.status.rawValue
    }
    do {
      let command = try OvenproofCommand.parseAsRoot(arguments)
      guard let command = command as? any OvenproofVerb else {
        var command = command
        try command.run()
        return ExitStatus.success.rawValue
      }
      return await command.code()
    } catch {
      let isHelp = OvenproofCommand.exitCode(for: error) == .success
      let mistaken =
        isHelp
        ? OvenproofCommand.faultOfHelp(in: arguments) : OvenproofCommand.faultOfOrder(in: arguments)
      if let fault = mistaken {
        Console.current().complain(fault.message, help: fault.help)
        return fault.status.rawValue
      }
      let text = message(for: error)
      guard !isHelp else { return tell(text).rawValue }
      Console.current().say(text)
      let isAskedAsAnother =
        LintCommand.isAskedAsPacker(arguments)
        || [StructureTestCommand.name, GossCommand.name].contains(arguments.first)
      let status: ExitStatus = isAskedAsAnother ? .failure : .usage
      return status.rawValue
    }
  }

  /// Writes what was asked for as a result.
  private static func tell(_ text: String) -> ExitStatus {
    do throws(HostError) {
      try Console.current().write(text + "\n")
      return .success
    } catch {
      Console.current().complain(error.description)
      return .undecided
    }
  }
}
