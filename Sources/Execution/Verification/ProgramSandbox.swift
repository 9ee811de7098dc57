package import Engine
import Expectation
package import Image
import Observation
import Source

extension CommandRunner {
  /// Containers of an image as it was found: where it has no shell, none in which nothing but a shell waits.
  package init(_ engine: any ContainerEngine, image: EngineImage, of view: any ImageView) {
    let shared = CommandRunner(engine, image: image)
    let choice = ProgramSandbox.Choice(engine, view)
    self.init(named: engine.name) { sandbox, work in
      guard let process = choice.process(for: sandbox) else {
        return try await shared.withSandbox(sandbox, work)
      }
      try engine.expectWalls(for: .none)
      guard choice.sharesVolumes(sandbox) else {
        return try await ProgramSandbox(engine, image, sandbox, process).whileItLasts(work)
      }
      var holder = ContainerSpec(nil, .none)
      holder.user = "0"
      try await engine.withContainer(from: image, holder) { container in
        try await ProgramSandbox(engine, image, sandbox, process, volumesOf: container.id).whileItLasts(work)
      }
    }
  }
}

/// Where each command has a container for itself, as its own program or beside one that idles, and what those that prepare the sandbox
/// leave is committed for the next one, where the engine can do so.
private actor ProgramSandbox {
  private static let logLimit = 16 << 20

  private let engine: any ContainerEngine
  private let spec: ContainerSpec
  private var image: EngineImage
  /// How many commands are still to come whose files count for the next one.
  private var preparing: Int
  private var made: [EngineImage] = []
  /// Why what an earlier command left is not there.
  private var loss: EngineError?

  /// Which commands are run so.
  struct Choice: Sendable {
    private let hasShell: Bool
    private let hasVolumes: Bool
    private let commitsEnded: Bool

    init(_ engine: any ContainerEngine, _ view: any ImageView) {
      if case .absent? = try? view.entry(at: "/bin/sh") { hasShell = false } else { hasShell = true }
      hasVolumes = !(view.configuration.value?.volumes ?? []).isEmpty
      commitsEnded = engine.abilities.commitsEnded
    }

    /// What starts them; nil where they are run in one container.
    func process(for sandbox: CommandSandbox?) -> ContainerSpec.Process? {
      guard hasShell else { return .own }
      guard let sandbox else { return nil }
      // What a client says of a start is not told from what a program says, unless that is the container's own.
      if sandbox.tellsUnstarted, commitsEnded { return .own }
      return hasVolumes && !sandbox.keepsVolumes && !sandbox.setup.isEmpty ? .idle : nil
    }

    /// Whether the volumes of one container are lent to all others: no commit holds them.
    func sharesVolumes(_ sandbox: CommandSandbox?) -> Bool {
      guard let sandbox, hasShell, hasVolumes else { return false }
      return commitsEnded && sandbox.keepsVolumes && !sandbox.setup.isEmpty
    }
  }

  init(
    _ engine: any ContainerEngine, _ image: EngineImage, _ sandbox: CommandSandbox?,
    _ process: ContainerSpec.Process, volumesOf holder: String? = nil
  ) {
    self.engine = engine
    self.image = image
    preparing = sandbox?.setup.count ?? 0
    var spec = ContainerSpec(sandbox, .none)
    spec.process = process
    spec.volumesOf = holder
    self.spec = spec
  }

  /// Removes what was made for the work on every way out.
  func whileItLasts(_ work: CommandRunner.Work) async throws {
    do {
      try await work { (command, output) async throws(EngineError) in
        try await self.run(command, output: output)
      }
    } catch {
      await forget()
      throw error
    }
    await forget()
  }

  private func run(
    _ command: ContainerCommand, output: @escaping OutputSink
  ) async throws(EngineError) -> CommandEnd {
    if let loss { throw loss }
    let isKept = preparing > 0
    preparing -= 1
    if command.tellsUnstarted, command.arguments.first?.isEmpty ?? true {
      // Engines take an empty name for the image's own program.
      return .unstarted(StartFailure(.search, "", "executable file not found in $PATH"))
    }
    let spec = try self.spec(for: command)
    do {
      let (end, kept) = try await engine.withContainer(from: image, spec) { container in
        let end =
          try await spec.process == .idle
          ? container.run(command, output: output) : Self.end(of: command, as: container, output)
        return (end, isKept ? await Self.committed(container) : nil)
      }
      switch kept {
      case nil: break
      case .success(let kept):
        made.append(kept)
        image = kept
      case .failure(let error):
        loss = EngineError(
          .unavailable, "what a command of the setup leaves cannot be kept: \(error.message)")
      }
      return end
    } catch let error as EngineError {
      guard error.kind == .notStarted else { throw error }
      if command.tellsUnstarted {
        let name = command.arguments.first ?? ""
        return .unstarted(StartFailure(in: error.message) ?? StartFailure(.search, name, error.message))
      }
      guard [126, 127].contains(error.codeOfStart) else { throw error }
      await output(.error, Array("\(error.message)\n".utf8))
      return .exited(error.codeOfStart)
    } catch {
      throw EngineError(.cancelled, "interrupted")
    }
  }

  private func spec(for command: ContainerCommand) throws(EngineError) -> ContainerSpec {
    var spec = spec
    guard spec.process == .own else { return spec }
    guard command.input.isEmpty else {
      throw EngineError(.unavailable, "a command of an image without a shell gets no standard input")
    }
    spec.entrypoint = Array(command.arguments.prefix(1))
    spec.command = Array(command.arguments.dropFirst())
    spec.environment = command.environment
    spec.user = command.user
    spec.workingDirectory = command.workingDirectory
    spec.hasTerminal = command.hasTerminal
    return spec
  }

  private static func committed(_ container: any RunningContainer) async -> Result<EngineImage, EngineError> {
    do throws(EngineError) { return .success(try await container.commit(ImageCommit())) } catch {
      return .failure(error)
    }
  }

  private func forget() async {
    for image in made { try? await engine.remove(image.id) }
    made = []
  }

  private static func end(
    of command: ContainerCommand, as container: any RunningContainer, _ output: OutputSink
  ) async throws -> CommandEnd {
    let end = try await Self.end(of: container, within: command.deadline)
    let logs = try await container.logs(limit: logLimit)
    if command.tellsUnstarted, end == .exited(1), let failure = Self.failure(in: logs) {
      return .unstarted(failure)
    }
    await output(.output, logs.output)
    await output(.error, logs.error)
    return end
  }

  /// What a runtime says, in the place of the program, when the kernel does not take it.
  private static func failure(in logs: ContainerLogs) -> StartFailure? {
    let lines = (logs.output + logs.error).split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == 2, lines[1].isEmpty else { return nil }
    let line = String(decoding: lines[0].filter { $0 != 0x0D }, as: UTF8.self)
    return line.hasPrefix("exec /") ? StartFailure(in: line) : nil
  }

  private static func end(
    of container: any RunningContainer, within seconds: Double?
  ) async throws -> CommandEnd {
    let start = ContinuousClock.now
    var pause = Duration.milliseconds(20)
    while true {
      switch try await container.mainProcess() {
      case .ended(let code): return code.map { CommandEnd.exited($0) } ?? .disconnected
      case .running: break
      }
      if let seconds, ContinuousClock.now - start >= .seconds(seconds) { return .timedOut }
      try await Task.sleep(for: pause)
      pause = min(pause * 3 / 2, .milliseconds(300))
    }
  }
}
