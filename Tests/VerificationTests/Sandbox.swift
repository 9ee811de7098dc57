import Engine
import Verification

/// A sandbox whose commands do what a test says; it remembers what was run.
actor Sandbox {
  struct Behaviour: Sendable {
    let end: CommandEnd
    let output: [String]
    let error: [String]

    init(_ end: CommandEnd, output: [String] = [], error: [String] = []) {
      self.end = end
      self.output = output
      self.error = error
    }
  }

  private(set) var commands: [ContainerCommand] = []
  private(set) var openings = 0
  /// The most commands that ran at the same time.
  private(set) var most = 0
  private var running = 0
  private let behaviour: @Sendable (ContainerCommand) -> Behaviour

  init(_ behaviour: @escaping @Sendable (ContainerCommand) -> Behaviour) { self.behaviour = behaviour }

  nonisolated var runner: CommandRunner {
    CommandRunner { _, body in try await self.run(body) }
  }

  /// Opens it for what is to be done in it.
  nonisolated func run(_ body: CommandRunner.Work) async throws {
    await opened()
    try await body { (command, sink) async throws(EngineError) in
      let behaviour = await self.begin(command)
      for text in behaviour.output { await sink(.output, Array(text.utf8)) }
      for text in behaviour.error { await sink(.error, Array(text.utf8)) }
      await Task.yield()
      await self.end()
      return behaviour.end
    }
  }

  private func opened() { openings += 1 }

  private func begin(_ command: ContainerCommand) -> Behaviour {
    commands.append(command)
    running += 1
    most = max(most, running)
    return behaviour(command)
  }

  private func end() { running -= 1 }
}
