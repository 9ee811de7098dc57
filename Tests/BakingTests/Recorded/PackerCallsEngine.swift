import Engine
import Host
import Image
import PlanSupport

/// An engine that starts nothing: it notes each thing asked of it as the call of `docker` that Packer makes for it, and answers
/// with the exit code that the recording has in that place.
actor PackerCallsEngine: ContainerEngine {
  nonisolated let name = "recording"
  nonisolated let abilities = EngineAbilities(privileged: true, devices: true, isolatedNetwork: true)

  static let container = "c0ffee0123456789"
  static let image = "sha256:" + String(repeating: "2", count: 64)

  private(set) var calls: [RecordedRun.Call] = []
  private let recorded: [RecordedRun.Call]
  private let folder: String

  /// `folder` is where the build runs; it stands in calls as the folder of the recording.
  init(_ recorded: [RecordedRun.Call], in folder: String) {
    self.recorded = recorded
    self.folder = folder
  }

  /// Notes a call; returns the exit code of the recording.
  @discardableResult
  func call(_ arguments: [String], file: String? = nil, mode: String? = nil) -> Int32 {
    let code = calls.count < recorded.count ? recorded[calls.count].exitCode : 0
    calls.append(
      RecordedRun.Call(
        arguments: arguments.map { $0.normalised(in: folder) }, file: file?.normalised(in: folder).squeezed,
        mode: mode, exitCode: code))
    return code
  }

  func image(named reference: String) -> EngineImage? { EngineImage(id: reference, name: reference) }

  func hasFromRegistry(_ reference: String) -> Bool { true }

  func pull(_ reference: String, credentials: RegistryCredentials?) -> EngineImage {
    let server = [credentials?.server].compactMap { $0 }
    if let credentials { call(["login", "-u", credentials.user, "--password-stdin"] + server) }
    call(["pull", reference])
    if credentials != nil { call(["logout"] + server) }
    return EngineImage(id: reference, name: reference)
  }

  func withContainer<Result: Sendable>(
    from image: EngineImage, _ spec: ContainerSpec,
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result {
    var flags = ["run"]
    for device in spec.devices { flags += ["--device", device] }
    for capability in spec.capabilitiesAdded { flags += ["--cap-add", capability] }
    for capability in spec.capabilitiesDropped { flags += ["--cap-drop", capability] }
    if spec.privileged { flags.append("--privileged") }
    for mount in spec.tmpfs { flags += ["--tmpfs", mount] }
    for mount in spec.mounts {
      // The folder that is shared with the host lies in the folder for what is temporary, under a name of its own.
      let source = mount.source.hasPrefix(folder + "/scratch/") ? "<HOSTTMP>" : mount.source
      flags += ["-v", "\(source):\(mount.destination)"]
    }
    call(flags + [image.id])
    let outcome: Swift.Result<Result, any Error>
    do {
      outcome = .success(try await body(PackerCallsContainer(engine: self, folder: folder)))
    } catch {
      outcome = .failure(error)
    }
    call(["kill", Self.container])
    call(["rm", Self.container])
    return try outcome.get()
  }

  /// A name without a tag means `latest`, which Packer leaves to docker.
  func tag(_ image: EngineImage, as name: String) {
    call(["tag", "<image>", name.hasSuffix(":latest") ? String(name.dropLast(":latest".count)) : name])
  }

  func save(_ image: EngineImage, names: [String], to path: String) throws(EngineError) {
    call(["save", names.last ?? image.id])
    try write("TARBYTES", to: path)
  }

  /// Writes what the stand-in of the recordings prints for an export or a saved image.
  nonisolated func write(_ text: String, to path: String) throws(EngineError) {
    do { try HostFile.write(Array(text.utf8), to: path) } catch {
      throw EngineError(.failed, error.description)
    }
  }

  func push(
    _ image: EngineImage, as name: String, credentials: RegistryCredentials?
  ) throws(EngineError) -> Digest {
    call(["push", name])
    return Digest(of: [])
  }

  func importFileSystem(_ tarPath: String, changes: [String], as name: String?) -> EngineImage {
    call(["import"] + changes.flatMap { ["--change", $0] } + ["-"] + [name].compactMap { $0 })
    return EngineImage(id: Self.image, name: name)
  }

  func remove(_ nameOrID: String) { call(["rmi", nameOrID]) }
  func view(_ image: EngineImage) throws(EngineError) -> any ImageView {
    throw EngineError(.failed, "no view")
  }
  func removeLeftovers() -> [String] { [] }
}

/// The container of such an engine.
private struct PackerCallsContainer: RunningContainer {
  let engine: PackerCallsEngine
  let folder: String
  let id = PackerCallsEngine.container
  let imageUser = ""

  func run(_ command: ContainerCommand, output: @escaping OutputSink) async -> CommandEnd {
    let isOwners = command.user == "root" && command.arguments.last?.hasPrefix("chown -R ") == true
    let user = command.user.map { isOwners ? ["--user", $0] : ["-i", "-u", $0] } ?? ["-i"]
    return .exited(await engine.call(["exec"] + user + [id] + command.arguments))
  }

  func copyIn(tar: [UInt8], to folder: String) async throws(EngineError) {
    do throws(ImageError) {
      var reader = TarReader(ArraySource(tar), named: "what is copied in")
      guard let entry = try reader.next() else { return }
      let content = try reader.content(limit: 1 << 20)
      // Packer's names of a file without a folder start at `.`.
      let place = folder == "/" ? "." : folder
      await engine.call(
        ["cp", "-", "\(id):\(place)/\(entry.shownName)"], file: String(decoding: content, as: UTF8.self),
        mode: "0o" + String(entry.mode, radix: 8))
    } catch {
      throw EngineError(.failed, error.message)
    }
  }

  func copyIn(path: String, contentsOnly: Bool, to destination: String) async {
    let written = path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    await engine.call(["cp", written + (contentsOnly ? "/." : ""), "\(id):\(destination)"])
  }

  func copyIn(file path: String, as entry: TarEntry, to folder: String) async throws(EngineError) {
    let sink = ArraySink()
    var tar = TarWriter(to: sink)
    do {
      try tar.add(entry, content: try Disk(workingDirectory: "/").read(path, limit: 1 << 20))
      try tar.finish()
    } catch { throw EngineError(.failed, "\(error)") }
    try await copyIn(tar: sink.bytes, to: folder)
  }

  func copyOut(_ path: String, to file: String) async throws(EngineError) {
    await engine.call(["cp", "\(id):\(path)", "-"])
    do throws(HostError) { try HostFile.write(Array("hello".utf8), to: file) } catch {
      throw EngineError(.failed, error.description)
    }
  }

  func export(to path: String) async throws(EngineError) {
    await engine.call(["export", id])
    try engine.write("TARBYTES", to: path)
  }

  func commit(_ commit: ImageCommit) async -> EngineImage {
    let author = commit.author.map { ["--author", $0] } ?? []
    let message = commit.message.map { ["--message", $0] } ?? []
    await engine.call(["commit"] + author + commit.changes.flatMap { ["--change", $0] } + message + [id])
    return EngineImage(id: PackerCallsEngine.image, name: nil)
  }
}
