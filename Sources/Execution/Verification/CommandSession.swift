import Engine
import Expectation
import Source

/// Runs the commands of one spec, a few at a time: in one sandbox for all that share it, each other in one of its own.
struct CommandSession: Sendable {
  let parallelism: Int
  let outputLimit: Int

  /// What each command did, by the id of its request.
  func results(of requests: [CommandRequest], by runner: CommandRunner) async -> [String: CommandResult] {
    let collected = CollectedResults()
    let sharing = requests.filter { $0.sandbox == nil }
    if !sharing.isEmpty {
      await fill(sharing, in: collected) {
        try await runner.withSandbox { run in
          await inParallel(sharing) { await collected.put(await result(of: $0.call, run), for: $0) }
        }
      }
    }
    await inParallel(requests.filter { $0.sandbox != nil }) { request in
      await fill([request], in: collected) {
        try await runner.withSandbox(request.sandbox) { run in
          var ends: [CommandResult.End] = []
          for call in request.sandbox?.setup ?? [] { ends.append(await result(of: call, run).end) }
          let hasTerminal = request.sandbox?.hasTerminal ?? false
          await collected.put(
            await result(of: request.call, run, after: ends, hasTerminal: hasTerminal), for: request)
        }
      }
    }
    return await collected.results
  }

  private func inParallel(
    _ requests: [CommandRequest], _ work: @escaping @Sendable (CommandRequest) async -> Void
  ) async {
    await withTaskGroup(of: Void.self) { group in
      for (index, request) in requests.enumerated() {
        if index >= parallelism { await group.next() }
        group.addTask { await work(request) }
      }
    }
  }

  /// Gives those that have come to nothing what went wrong with their sandbox.
  private func fill(
    _ requests: [CommandRequest], in collected: CollectedResults, _ work: () async throws -> Void
  ) async {
    do {
      try await work()
    } catch let error as EngineError {
      await collected.fill(requests, with: Self.result(of: error))
    } catch is CancellationError {
      await collected.fill(requests, with: CommandResult(.notRun(UnknownReason("it was interrupted"))))
    } catch {
      await collected.fill(requests, with: CommandResult(.failed("the sandbox failed: \(error)")))
    }
  }

  private func result(
    of call: CommandCall, _ run: CommandRunner.Run, after setup: [CommandResult.End] = [],
    hasTerminal: Bool = false
  ) async -> CommandResult {
    var command = ContainerCommand(call.arguments, user: call.user)
    command.environment = call.environment
    command.input = call.input
    command.workingDirectory = call.workingDirectory
    command.deadline = call.timeout
    command.hasTerminal = hasTerminal
    let capture = OutputCapture(limit: outputLimit)
    let start = ContinuousClock.now
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
    let spent = ContinuousClock.now - start
    return CommandResult(
      end, output: await capture.output, error: await capture.error, isCut: await capture.isCut,
      duration: spent / .seconds(1), setup: setup)
  }

  /// A machine that cannot run commands leaves them undecided; any other failure is an error of the check.
  private static func result(of error: EngineError) -> CommandResult {
    CommandResult(error.kind == .unavailable ? .notRun(UnknownReason(error.message)) : .failed(error.message))
  }
}

/// The results of commands that run at the same time.
private actor CollectedResults {
  private(set) var results: [String: CommandResult] = [:]

  func put(_ result: CommandResult, for request: CommandRequest) { results[request.id] = result }

  /// Gives the same result to every command that has none.
  func fill(_ requests: [CommandRequest], with result: CommandResult) {
    for request in requests where results[request.id] == nil { results[request.id] = result }
  }
}
