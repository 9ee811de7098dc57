import Glibc
import Host
import Image
import Synchronization

/// A running container of the native engine.
///
/// A class, since the numbers of its reports must differ among concurrent commands.
final class NativeContainer: RunningContainer {
  let name: ContainerName
  let scratch: Scratch
  let base: BaseTree
  private let process: ProcessIdentity
  private let child: ChildProcess
  private let environment: [String: String]
  private let capabilities: CapabilitySet
  private let isFiltered: Bool
  private let reports = Atomic<Int>(0)

  init(
    name: ContainerName, scratch: Scratch, process: ProcessIdentity, child: ChildProcess, base: BaseTree,
    environment: [String: String], capabilities: CapabilitySet, isFiltered: Bool
  ) {
    self.name = name
    self.scratch = scratch
    self.process = process
    self.child = child
    self.base = base
    self.environment = environment
    self.capabilities = capabilities
    self.isFiltered = isFiltered
  }

  package var id: String { "\(name)" }
  package var imageUser: String { base.configuration.user }

  package func run(_ command: ContainerCommand, output: @escaping OutputSink) async throws(EngineError) -> CommandEnd {
    let request = RunRequest(
      container: process, report: nextReport(), user: command.user ?? imageUser,
      workingDirectory: command.workingDirectory ?? ContainerPath(base.configuration.workingDirectory).text,
      capabilities: capabilities, isFiltered: isFiltered, arguments: command.arguments)
    do throws(EngineError) {
      let termination = try await child.run(
        RunRequest.verb, request.options, report: request.report,
        environment: ChildEnvironment.wrapped(environment.merging(command.environment) { $1 }),
        input: command.input.isEmpty ? .none : .bytes(command.input), deadline: command.deadline
      ) { chunk in
        switch chunk {
        case .output(let bytes): await output(.output, bytes)
        case .error(let bytes): await output(.error, bytes)
        }
      }
      // All its programs are killed with a container.
      if termination.shellCode == 128 + SIGKILL, !process.isRunning { return .disconnected }
      return .exited(termination.shellCode)
    } catch {
      switch error.kind {
      case .timedOut: return .timedOut
      case .ended: return .disconnected
      default: throw error
      }
    }
  }

  package func copyIn(tar: [UInt8], to folder: String) async throws(EngineError) {
    _ = try await files(.unpack(folder: folder), input: .bytes(tar))
  }

  package func copyIn(path: String, contentsOnly: Bool, to destination: String) async throws(EngineError) {
    let source = try absolute(path)
    _ = try await files(.put(source: source, contentsOnly: contentsOnly, destination: destination))
  }

  package func read(_ path: String, limit: Int) async throws(EngineError) -> [UInt8] {
    try await files(.read(path: path, limit: limit))
  }

  package func export(to path: String) async throws(EngineError) {
    try await PartialFile.write(try absolute(path)) { (part) throws(EngineError) in _ = try await files(.export(path: part)) }
  }

  package func commit(_ commit: ImageCommit) async throws(EngineError) -> EngineImage {
    throw EngineError(.failed, "not yet")
  }

  /// A path of the host as an absolute one: children of the engine work in `/`.
  private func absolute(_ path: String) throws(EngineError) -> String {
    do throws(HostError) { return try Disk.current().absolute(path) } catch { throw .host(error) }
  }

  /// Has a child work on the container's files; returns what it writes to standard output.
  private func files(_ work: FileRequest.Work, input: Command.Input = .none) async throws(EngineError) -> [UInt8] {
    let request = FileRequest(container: process, report: nextReport(), work: work)
    let output = CollectedBytes()
    let termination = try await child.run(
      FileRequest.verb, request.options, report: request.report, input: input
    ) { chunk in
      if case .output(let bytes) = chunk { await output.append(bytes) }
    }
    guard termination.succeeded else { throw EngineError(.failed, "a child of the engine ended with \(termination)") }
    return await output.bytes
  }

  private func nextReport() -> String {
    "\(scratch.reports)/\(reports.add(1, ordering: .relaxed).newValue)"
  }
}

/// Bytes that come in pieces.
private actor CollectedBytes {
  private(set) var bytes: [UInt8] = []

  func append(_ more: [UInt8]) { bytes += more }
}
