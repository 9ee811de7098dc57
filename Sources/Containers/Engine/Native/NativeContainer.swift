import Glibc
import Host
import Image
import Observation

/// A running container of the native engine.
struct NativeContainer: RunningContainer {
  let running: RunningProcess
  let runtime: NativeRuntime
  let base: BaseTree
  let clock: ImageClock
  /// As what it was started.
  let spec: ContainerSpec

  var id: String { "\(running.name)" }
  var imageUser: String { spec.user ?? base.configuration.user }

  func run(_ command: ContainerCommand, output: @escaping OutputSink) async throws(EngineError) -> CommandEnd
  {
    let request = runRequest(for: command)
    do throws(EngineError) {
      let termination = try await running.child.run(
        RunRequest.verb, request.options, report: request.report,
        environment: ChildEnvironment.wrapped(running.environment.merging(command.environment) { $1 }),
        input: command.input.isEmpty ? .none : .bytes(command.input), deadline: command.deadline
      ) { chunk in
        switch chunk {
        case .output(let bytes): await output(.output, bytes)
        case .error(let bytes): await output(.error, bytes)
        }
      }
      try running.scratch.expectSpace()
      return try end(termination)
    } catch {
      switch error.kind {
      case .timedOut: return .timedOut
      case .ended: return .disconnected
      case .notStarted:
        guard let failure = StartFailure(in: error.message) else { throw error }
        if command.tellsUnstarted { return .unstarted(failure) }
        await output(.error, Array("\(failure.line)\n".utf8))
        return .exited(failure.code)
      default: throw error
      }
    }
  }

  func runRequest(for command: ContainerCommand) -> RunRequest {
    RunRequest(
      container: running.process, report: running.nextReport(), user: command.user ?? imageUser,
      workingDirectory: command.workingDirectory ?? workingDirectory,
      capabilities: running.capabilities, isFiltered: running.isFiltered,
      forbidsNewPrivileges: running.forbidsNewPrivileges,
      endsWholly: command.deadline != nil && runtime.variant.abilities.isolatedProcesses,
      hasTerminal: command.hasTerminal, arguments: command.arguments)
  }

  /// Where a command starts that names no folder.
  var workingDirectory: String {
    ContainerPath(spec.workingDirectory ?? base.configuration.workingDirectory).text
  }

  private func end(_ termination: Termination) throws(EngineError) -> CommandEnd {
    // All its programs are killed with a container.
    let isKilled = termination.shellCode == 128 + SIGKILL
    if isKilled, !running.process.isRunning { return .disconnected }
    guard case .exited(let code) = termination else {
      throw EngineError(.failed, "the process that watches a program of the container was killed")
    }
    return .exited(code)
  }

  func copyIn(tar: [UInt8], to folder: String) async throws(EngineError) {
    _ = try await running.files(.unpack(folder: folder), input: .bytes(tar))
  }

  func copyIn(path: String, contentsOnly: Bool, to destination: String) async throws(EngineError) {
    let source = try Self.absolute(path)
    _ = try await running.files(.put(source: source, contentsOnly: contentsOnly, destination: destination))
  }

  func copyIn(file path: String, as entry: TarEntry, to folder: String) async throws(EngineError) {
    let place = FileRequest.Place(
      folder: folder, name: String(decoding: entry.name, as: UTF8.self), mode: entry.mode,
      modified: entry.modified)
    _ = try await running.files(.place(source: try Self.absolute(path), place))
  }

  func copyOut(_ path: String, to file: String) async throws(EngineError) {
    _ = try await running.files(.fetch(path: path, file: try Self.absolute(file)))
  }

  func export(to path: String) async throws(EngineError) {
    try await PartialFile.write(try Self.absolute(path), notedIn: ScratchFolder.home(of: runtime.store)) {
      (part) throws(EngineError) in
      _ = try await running.files(.export(path: part))
    }
  }

  func keepSnapshot(_ key: String) async throws(EngineError) -> Digest? {
    // No layer holds what lies in volumes, nor what still runs: who went on from one would miss both.
    guard base.configuration.volumes.isEmpty, !running.runsBackgroundPrograms else { return nil }
    let name: ImageReference
    do throws(ImageError) { name = try SnapshotShelf.name(of: key) } catch { throw .image(error) }
    return try await work(ImageCommit()).snapshot(named: name).digest
  }

  func commit(_ commit: ImageCommit) async throws(EngineError) -> EngineImage {
    let work = work(commit)
    let image = try await standingStill { () throws(EngineError) in try await work.make() }
    return EngineImage(id: "\(image.digest)", name: nil)
  }

  private func work(_ commit: ImageCommit) -> NativeCommit {
    NativeCommit(
      commit: commit, base: base, running: running, runtime: runtime, clock: clock, spec: spec)
  }

  private func standingStill(
    _ work: () async throws(EngineError) -> StoredImage
  ) async throws(EngineError) -> StoredImage {
    // What runs in the background stands still meanwhile, as with docker.
    let pauses = running.hasBackgroundPrograms
    if pauses { _ = try await running.files(.signal(stop: true)) }
    let outcome: Result<StoredImage, EngineError>
    do throws(EngineError) { outcome = .success(try await work()) } catch { outcome = .failure(error) }
    if pauses {
      _ = try await outsideCancellation { () throws(EngineError) in
        try await running.files(.signal(stop: false))
      }
    }
    return try outcome.get()
  }

  /// A path of the host as an absolute one: children of the engine work in `/`.
  private static func absolute(_ path: String) throws(EngineError) -> String {
    do throws(HostError) { return try Disk.current().absolute(path) } catch { throw .host(error) }
  }
}
