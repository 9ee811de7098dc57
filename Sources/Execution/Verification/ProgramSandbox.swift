package import Engine
import Expectation
package import Image
import Observation
import Source

extension CommandRunner {
  /// Containers of an image as it was found: where it has no shell, none in which nothing but a shell waits.
  package init(_ engine: any ContainerEngine, image: EngineImage, of view: any ImageView) {
    guard case .absent? = try? view.entry(at: "/bin/sh") else {
      self.init(engine, image: image)
      return
    }
    self.init(named: engine.name) { sandbox, work in
      try engine.expectWalls(for: .none)
      let programs = ProgramSandbox(engine, image, sandbox)
      do {
        try await work { (command, output) async throws(EngineError) in
          try await programs.run(command, output: output)
        }
      } catch {
        await programs.forget()
        throw error
      }
      await programs.forget()
    }
  }
}

/// Where an image without a shell runs commands: each is the own program of a container, and what those that prepare the sandbox leave
/// is committed for the next one, where the engine can do so of a container that has ended.
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

  init(_ engine: any ContainerEngine, _ image: EngineImage, _ sandbox: CommandSandbox?) {
    self.engine = engine
    self.image = image
    preparing = sandbox?.setup.count ?? 0
    var spec = ContainerSpec(sandbox, .none)
    spec.process = .own
    self.spec = spec
  }

  func run(_ command: ContainerCommand, output: @escaping OutputSink) async throws(EngineError) -> CommandEnd
  {
    if let loss { throw loss }
    guard command.input.isEmpty else {
      throw EngineError(.unavailable, "a command of an image without a shell gets no standard input")
    }
    var spec = spec
    spec.entrypoint = Array(command.arguments.prefix(1))
    spec.command = Array(command.arguments.dropFirst())
    spec.environment = command.environment
    spec.user = command.user
    spec.workingDirectory = command.workingDirectory
    let isKept = preparing > 0
    preparing -= 1
    do {
      let (end, kept) = try await engine.withContainer(from: image, spec) { container in
        let end = try await Self.end(of: container, within: command.deadline)
        let logs = try await container.logs(limit: Self.logLimit)
        await output(.output, logs.output)
        await output(.error, logs.error)
        return (end, isKept ? await Self.committed(container) : nil)
      }
      switch kept {
      case nil: break
      case .success(let kept):
        made.append(kept)
        image = kept
      case .failure(let error):
        loss = EngineError(
          .unavailable,
          "the image has no shell, and what a command of the setup leaves cannot be kept: \(error.message)")
      }
      return end
    } catch let error as EngineError {
      guard error.kind == .notStarted, [126, 127].contains(error.codeOfStart) else { throw error }
      await output(.error, Array("\(error.message)\n".utf8))
      return .exited(error.codeOfStart)
    } catch {
      throw EngineError(.cancelled, "interrupted")
    }
  }

  private static func committed(_ container: any RunningContainer) async -> Result<EngineImage, EngineError> {
    do throws(EngineError) { return .success(try await container.commit(ImageCommit())) } catch {
      return .failure(error)
    }
  }

  /// Removes the images.
  func forget() async {
    for image in made { try? await engine.remove(image.id) }
    made = []
  }

  private static func end(
    of container: any RunningContainer, within seconds: Double?
  ) async throws -> CommandEnd {
    let start = ContinuousClock.now
    while true {
      switch try await container.mainProcess() {
      case .ended(let code): return code.map { CommandEnd.exited($0) } ?? .disconnected
      case .running: break
      }
      if let seconds, ContinuousClock.now - start >= .seconds(seconds) { return .timedOut }
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
