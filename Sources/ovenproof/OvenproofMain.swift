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
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch AsynchronousRun.wait(for: { await run(arguments).rawValue }) {
    case .finished(let code): exit(code)
    case .interrupted: Console.current().endInterrupted()
    }
  }

  /// What the parser of the command line says, with the same word in front as everything else that goes wrong.
  private static func message(for error: any Error) -> String {
    let text = OvenproofCommand.fullMessage(for: error)
    return text.hasPrefix("Error: ") ? "error: " + text.dropFirst("Error: ".count) : text
  }

  private static func run(_ arguments: [String]) async -> ExitStatus {
    if let word = arguments.first, let fault = OvenproofCommand.fault(ofFirst: word) {
      Console.current().complain(fault.message, help: fault.help)
      return fault.status
    }
    do {
      let command = try OvenproofCommand.parseAsRoot(arguments)
      guard let command = command as? any OvenproofVerb else {
        var command = command
        try command.run()
        return .success
      }
      return await command.status()
    } catch {
      let isHelp = OvenproofCommand.exitCode(for: error) == .success
      if !isHelp, let fault = OvenproofCommand.faultOfOrder(in: arguments) {
        Console.current().complain(fault.message, help: fault.help)
        return fault.status
      }
      let text = message(for: error)
      HostEnvironment.write(Array((text + "\n").utf8), to: isHelp ? 1 : 2)
      return isHelp ? .success : LintCommand.isAskedAsPacker(arguments) ? .failure : .usage
    }
  }
}
