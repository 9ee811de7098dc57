import ArgumentParser
import Engine
import Host
import Image

/// A subcommand that does its work asynchronously and says what came of it.
protocol OvenproofVerb: ParsableCommand, Sendable {
  /// Does the work. A thrown `CommandFault` ends it with a message and a status.
  func perform(in workplace: Workplace) async throws -> ExitStatus
}

extension OvenproofVerb {
  /// Runs the verb in the process's own surroundings and gives its exit code; faults are told on standard error.
  func code() async -> Int32 {
    let console = Console.current()
    do {
      return try await perform(in: try Workplace.current(console)).rawValue
    } catch let end as ProgramEnd {
      return end.code
    } catch {
      return Self.status(of: error, console).rawValue
    }
  }

  private static func status(of error: any Error, _ console: Console) -> ExitStatus {
    switch error {
    case let fault as CommandFault:
      console.complain(fault.message, help: fault.help)
      return fault.status
    case let error as HostError:
      console.complain(error.description, help: error.reason.help)
      return .undecided
    case let error as ImageError:
      console.complain(error.message, help: error.kind == .noSpace ? HostError.Reason.noSpace.help : nil)
      // A damaged image is no failed assertion: nothing was judged, as where none could be had.
      return .undecided
    case let error as EngineError:
      console.complain(error.message, help: error.help)
      return .undecided
    case is CancellationError: return .interrupted
    default:
      console.complain("\(error)")
      return .undecided
    }
  }
}

/// The end of a program whose exit code is our own.
struct ProgramEnd: Error {
  let code: Int32
}

/// Why a command ended without doing its work.
struct CommandFault: Error {
  let status: ExitStatus
  /// One sentence, lower-case, no final stop.
  let message: String
  let help: String?

  init(_ status: ExitStatus, _ message: String, help: String? = nil) {
    self.status = status
    self.message = message
    self.help = help
  }
}
