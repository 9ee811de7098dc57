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
  /// Runs the verb in the process's own surroundings; faults are told on standard error.
  func status() async -> ExitStatus {
    let console = Console.current()
    do {
      return try await perform(in: try Workplace.current(console))
    } catch let fault as CommandFault {
      console.complain(fault.message, help: fault.help)
      return fault.status
    } catch let error as HostError {
      console.complain(error.description)
      return .undecided
    } catch let error as ImageError {
      console.complain(
        error.message,
        help: error.kind == .noSpace
          ? "free some space, or set OVENPROOF_HOME to a folder on a larger disk" : nil)
      return error.kind == .malformed ? .failure : .undecided
    } catch let error as EngineError {
      console.complain(error.message, help: error.help)
      return .undecided
    } catch is CancellationError {
      return .interrupted
    } catch {
      console.complain("\(error)")
      return .undecided
    }
  }
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
