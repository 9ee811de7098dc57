import Engine
import Host
import Image

/// An engine that starts nothing: it records what is asked of it and answers as told.
actor RecordingEngine: ContainerEngine {
  nonisolated let name = "recording"
  nonisolated let abilities = EngineAbilities(privileged: true, devices: true, isolatedNetwork: true)

  /// What was asked, one line each, in order.
  private(set) var calls: [String] = []
  private var exitCodes: [String: [Int32]] = [:]
  private var printed: [String: String] = [:]
  private var endless: Set<String> = []
  private var refusesPush = false

  /// Lets a shell command end with these codes, one a run; the last one stays.
  func answer(_ command: String, exitCodes codes: [Int32] = [0], printing text: String = "") {
    exitCodes[command] = codes
    printed[command] = text
  }

  /// Lets a shell command run until it is cancelled.
  func neverEnd(_ command: String) { endless.insert(command) }
  func refusePush() { refusesPush = true }

  func record(_ call: String) { calls.append(call) }

  func image(named reference: String) -> EngineImage? {
    record("image \(reference)")
    return reference == "absent:1" ? nil : EngineImage(id: "sha256:base", name: reference)
  }

  func hasFromRegistry(_ reference: String) -> Bool { reference.hasPrefix("shared") }

  func pull(_ reference: String, credentials: RegistryCredentials?) throws(EngineError) -> EngineImage {
    record("pull \(reference)\(credentials.map { " as \($0.user)" } ?? "")")
    throw EngineError(.registry, "the registry refused")
  }

  func withContainer<Result: Sendable>(
    from image: EngineImage, _ spec: ContainerSpec,
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result {
    record("start \(image.name ?? image.id)")
    do {
      let result = try await body(RecordingContainer(engine: self))
      record("remove container")
      return result
    } catch {
      record("remove container")
      throw error
    }
  }

  func tag(_ image: EngineImage, as name: String) { record("tag \(image.id) \(name)") }
  func save(_ image: EngineImage, names: [String], to path: String) {
    record("save \(names.joined(separator: ",")) \(path)")
  }

  func push(
    _ image: EngineImage, as name: String, credentials: RegistryCredentials?
  ) throws(EngineError) -> Digest {
    record("push \(name)")
    guard !refusesPush, let digest = Digest(hex: String(repeating: "a", count: 64)) else {
      throw EngineError(.registry, "the registry refused")
    }
    return digest
  }

  func importFileSystem(_ tarPath: String, changes: [String], as name: String?) -> EngineImage {
    record("import \(tarPath) \(name ?? "")")
    return EngineImage(id: "sha256:imported", name: name)
  }

  func remove(_ nameOrID: String) { record("remove \(nameOrID)") }
  func view(_ image: EngineImage) throws(EngineError) -> any ImageView {
    throw EngineError(.failed, "no view")
  }
  func removeLeftovers() -> [String] { [] }

  func end(of command: String) async -> (CommandEnd, String) {
    record("run \(command)")
    if endless.contains(command) {
      while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(5)) }
      return (.exited(137), "")
    }
    var codes = exitCodes[command] ?? [0]
    let code = codes.count > 1 ? codes.removeFirst() : codes[0]
    exitCodes[command] = codes
    return (.exited(code), printed[command] ?? "")
  }
}

/// A container of the recording engine.
struct RecordingContainer: RunningContainer {
  let engine: RecordingEngine
  let id = "container-1"
  let imageUser = ""

  func run(_ command: ContainerCommand, output: @escaping OutputSink) async throws(EngineError) -> CommandEnd
  {
    let text = command.arguments.dropFirst(2).joined(separator: " ")
    let (end, printed) = await engine.end(of: text)
    if !printed.isEmpty { await output(.output, Array(printed.utf8)) }
    return end
  }

  func copyIn(tar: [UInt8], to folder: String) async { await engine.record("copy in to \(folder)") }
  func copyIn(path: String, contentsOnly: Bool, to destination: String) async {
    await engine.record("copy \(path)\(contentsOnly ? "/." : "") to \(destination)")
  }
  func copyIn(file path: String, as entry: TarEntry, to folder: String) async {
    await engine.record("copy in \(path) as \(entry.shownName) to \(folder)")
  }
  func copyOut(_ path: String, to file: String) async throws(EngineError) {
    await engine.record("read \(path)")
    do throws(HostError) { try HostFile.write(Array("content".utf8), to: file) } catch {
      throw EngineError(.failed, error.description)
    }
  }
  func export(to path: String) async { await engine.record("export \(path)") }
  func commit(_ commit: ImageCommit) async -> EngineImage {
    await engine.record("commit \(commit.changes.joined(separator: ";"))")
    return EngineImage(id: "sha256:made", name: nil)
  }
}
