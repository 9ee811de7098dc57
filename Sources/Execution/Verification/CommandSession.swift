import Engine
import Expectation
import Source

/// Runs the commands of one spec, a few at a time: in one sandbox for all that share it, each other in one of its own. What waits
/// for others is started when these have ended, and only where they leave it something to do.
struct CommandSession: Sendable {
  /// Whether a command that waited is to be run, by what became of those before it.
  typealias Due = @Sendable (CommandRequest, [String: CommandResult]) -> Bool

  let parallelism: Int
  let outputLimit: Int

  /// What each command did, by the id of its request; `earlier` is what ran before in another way.
  func results(
    of requests: [CommandRequest], by runner: CommandRunner, after earlier: [String: CommandResult] = [:],
    where isDue: @escaping Due = { _, _ in true }
  ) async -> [String: CommandResult] {
    let queue = CommandQueue(requests, after: earlier, where: isDue)
    let sharing = requests.filter { $0.sandbox == nil }
    if !sharing.isEmpty {
      do {
        try await runner.withSandbox { run in
          while let round = await queue.next(sharing: true) { await perform(round, queue, runner, run) }
        }
      } catch {
        await queue.settle(sharing, with: Self.result(of: error))
      }
    }
    while let round = await queue.next(sharing: false) { await perform(round, queue, runner, nil) }
    return await queue.results
  }

  /// Runs commands that wait for nothing any more; first those that share the sandbox which `run` runs in.
  private func perform(
    _ round: [CommandRequest], _ queue: CommandQueue, _ runner: CommandRunner, _ run: CommandRunner.Run?
  ) async {
    if let run {
      await inParallel(round.filter { $0.sandbox == nil }) {
        await queue.put(await result(of: $0.call, run), for: $0)
      }
    }
    await inParallel(round.filter { $0.sandbox != nil }) { request in
      do {
        try await runner.withSandbox(request.sandbox) { run in
          var ends: [CommandResult.End] = []
          let sandbox = request.sandbox
          for call in sandbox?.setup ?? [] { ends.append(await result(of: call, run, in: sandbox).end) }
          let hasTerminal = sandbox?.hasTerminal ?? false
          await queue.put(
            await result(of: request.call, run, in: sandbox, after: ends, hasTerminal: hasTerminal),
            for: request)
        }
      } catch {
        await queue.settle([request], with: Self.result(of: error))
      }
    }
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

  private func result(
    of call: CommandCall, _ run: CommandRunner.Run, in sandbox: CommandSandbox? = nil,
    after setup: [CommandResult.End] = [], hasTerminal: Bool = false
  ) async -> CommandResult {
    var command = ContainerCommand(call.arguments, user: call.user)
    command.environment = call.environment
    command.input = call.input
    command.workingDirectory = call.workingDirectory
    command.deadline = call.timeout
    command.hasTerminal = hasTerminal
    command.tellsUnstarted = sandbox?.tellsUnstarted ?? false
    let capture = OutputCapture(limit: outputLimit)
    let start = ContinuousClock.now
    let end: CommandResult.End
    do throws(EngineError) {
      switch try await run(command, { stream, bytes in await capture.take(stream, bytes) }) {
      case .exited(let status): end = .exited(status)
      case .unstarted(let failure): end = .unstarted(failure)
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

  /// What became of commands whose sandbox has failed. A machine that cannot run commands leaves them undecided; any other
  /// failure is an error of the check.
  private static func result(of error: any Error) -> CommandResult {
    switch error {
    case let error as EngineError where error.kind == .unavailable:
      CommandResult(.notRun(UnknownReason(error.message)))
    case let error as EngineError: CommandResult(.failed(error.message))
    case is CancellationError: CommandResult(.notRun(UnknownReason("it was interrupted")))
    default: CommandResult(.failed("the sandbox failed: \(error)"))
    }
  }
}
