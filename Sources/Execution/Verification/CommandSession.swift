import Engine
import Expectation
import Source

/// Runs the commands of one spec in one sandbox, a few at a time.
struct CommandSession: Sendable {
  let parallelism: Int
  let outputLimit: Int

  /// What each command did, by the id of its check.
  func results(of checks: [Check], by runner: CommandRunner) async -> [String: CommandResult] {
    let collected = CollectedResults()
    do {
      try await runner.withSandbox { run in await runAll(checks, run, into: collected) }
    } catch let error as EngineError {
      await collected.fill(checks, with: Self.result(of: error))
    } catch is CancellationError {
      await collected.fill(checks, with: CommandResult(.notRun(UnknownReason("it was interrupted"))))
    } catch {
      await collected.fill(checks, with: CommandResult(.failed("the sandbox failed: \(error)")))
    }
    return await collected.results
  }

  private func runAll(_ checks: [Check], _ run: @escaping CommandRunner.Run, into collected: CollectedResults)
    async
  {
    await withTaskGroup(of: Void.self) { group in
      for (index, check) in checks.enumerated() {
        if index >= parallelism { await group.next() }
        group.addTask { await collected.put(await result(of: check, run), for: check) }
      }
    }
  }

  private func result(of check: Check, _ run: CommandRunner.Run) async -> CommandResult {
    guard case .command(let call) = check.target else { return CommandResult(.failed("it is no command")) }
    var command = ContainerCommand(call.arguments, user: call.user)
    command.environment = call.environment
    command.workingDirectory = call.workingDirectory
    command.deadline = call.timeout
    let capture = OutputCapture(limit: outputLimit)
    let end: CommandResult.End
    do throws(EngineError) {
      switch try await run(command, { stream, bytes in await capture.take(stream, bytes) }) {
      case .exited(let status): end = .exited(status)
      case .timedOut: end = .timedOut(call.timeout)
      case .disconnected: end = .failed("the container ended while the command ran")
      }
    } catch {
      end = Self.result(of: error).end
    }
    return CommandResult(
      end, output: await capture.output, error: await capture.error, isCut: await capture.isCut)
  }

  /// A machine that cannot run commands leaves them undecided; any other failure is an error of the check.
  private static func result(of error: EngineError) -> CommandResult {
    CommandResult(error.kind == .unavailable ? .notRun(UnknownReason(error.message)) : .failed(error.message))
  }
}

/// The results of commands that run at the same time.
private actor CollectedResults {
  private(set) var results: [String: CommandResult] = [:]

  func put(_ result: CommandResult, for check: Check) { results[check.id] = result }

  /// Gives the same result to every check that has none.
  func fill(_ checks: [Check], with result: CommandResult) {
    for check in checks where results[check.id] == nil { results[check.id] = result }
  }
}
