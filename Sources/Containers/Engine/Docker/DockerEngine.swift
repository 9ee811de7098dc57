import Glibc
package import Host
package import Image
import Source

/// Containers and images of a docker daemon, by its command line.
package struct DockerEngine: ContainerEngine {
  let client: DockerClient
  /// Seconds that a registry may neither send nor take anything; nil for any time.
  var registryPatience: Double?
  /// The program that looks at containers as a child: our own, but for tests.
  private let executable: String
  /// Copies of the daemon's images that were looked into; they may go at any time.
  private let inspected: ImageStore

  package var name: String { "docker" }
  package var abilities: EngineAbilities {
    EngineAbilities(privileged: true, devices: true, isolatedNetwork: true)
  }

  /// An engine that speaks to the daemon which `docker` finds with these variables laid over our environment.
  package init(
    environment: [String: String] = [:], folders: Folders, executable: String = "/proc/self/exe",
    registryPatience: Double? = RegistryPatience.usual
  ) {
    self.executable = executable
    client = DockerClient(environment: environment)
    self.registryPatience = registryPatience
    inspected = ImageStore(in: Folders(data: folders.cache + "/inspected", cache: folders.cache))
  }

  /// Where folders lie that last as long as an operation; what is left of killed runs is found by its
  /// owner's number.
  private var scratch: String { ScratchFolder.home(of: inspected) }

  /// Whether there is a `docker` to speak to any daemon with.
  package static func isInstalled(_ environment: [String: String]) -> Bool {
    ProgramSearch(environment: environment).path(of: "docker") != nil
  }

  /// The engine of a daemon that answers, or why there is none.
  package static func open(
    folders: Folders, environment: [String: String], registryPatience: Double? = RegistryPatience.usual
  ) async throws(EngineError) -> DockerEngine {
    let engine = DockerEngine(
      environment: environment, folders: folders, registryPatience: registryPatience)
    try await engine.client.run(
      ["version", "--format", "{{.Server.Version}}"], to: "reach its daemon", deadline: 30)
    return engine
  }

  package func image(named reference: String) async throws(EngineError) -> EngineImage? {
    do throws(EngineError) {
      return EngineImage(id: try await id(of: reference), name: reference)
    } catch {
      guard error.kind == .imageNotFound else { throw error }
      return nil
    }
  }

  package func pull(_ reference: String, credentials: RegistryCredentials?) async throws(EngineError)
    -> EngineImage
  {
    try await loggedIn(credentials) { (client) throws(EngineError) in
      try await client.run(
        ["pull", reference], to: "pull `\(reference)`", patience: registryPatience)
    }
    return EngineImage(id: try await id(of: reference), name: reference)
  }

  package func withContainer<Result: Sendable>(
    from image: EngineImage, _ spec: ContainerSpec,
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result {
    let name = DockerContainerName(.next())
    let flags = DockerRunFlags(spec, image: image, name: name)
    return try await withCleanup {
      let id = try await start(flags, from: image)
      try Task.checkCancellation()
      let user = try await client.run(
        ["inspect", "--format", "{{.Config.User}}", id], to: "look at the container")
      return try await body(
        DockerContainer(
          id: id, imageUser: user, client: client, scratch: scratch, executable: executable))
    } cleanup: { () throws(EngineError) in
      try await removeContainer("\(name)")
    }
  }

  package func tag(_ image: EngineImage, as name: String) async throws(EngineError) {
    try await client.run(["tag", image.id, name], to: "tag the image as `\(name)`")
  }

  package func save(_ image: EngineImage, names: [String], to path: String) async throws(EngineError) {
    try await PartialFile.write(path, notedIn: scratch) { (part) throws(EngineError) in
      try await client.write(
        ["save"] + (names.isEmpty ? [image.id] : names), to: part, attempting: "save the image")
    }
  }

  package func push(
    _ image: EngineImage, as name: String, credentials: RegistryCredentials?
  ) async throws(EngineError) -> Digest {
    let said = try await loggedIn(credentials) { (client) throws(EngineError) in
      try await client.run(["push", name], to: "push `\(name)`", patience: registryPatience)
    }
    let words = said.split { $0 == " " || $0 == "\n" }
    guard let place = words.lastIndex(of: "digest:"), place + 1 < words.count,
      let digest = Digest(String(words[place + 1]))
    else { throw EngineError(.registry, "docker did not say which digest `\(name)` has in the registry") }
    return digest
  }

  package func importFileSystem(
    _ tarPath: String, changes: [String], as name: String?
  ) async throws(EngineError) -> EngineImage {
    let flags = changes.flatMap { ["--change", $0] }
    let id = try await client.run(
      ["import"] + flags + [tarPath] + (name.map { [$0] } ?? []), to: "import `\(tarPath)`")
    return EngineImage(id: id, name: name)
  }

  package func remove(_ nameOrID: String) async throws(EngineError) {
    // An id with several names is only removed by force.
    let isID = nameOrID.hasPrefix("sha256:")
    do throws(EngineError) {
      try await client.run(
        ["rmi"] + (isID ? ["--force"] : []) + [nameOrID], to: "remove the image `\(nameOrID)`")
    } catch {
      guard error.kind == .imageNotFound else { throw error }
    }
  }

  /// The daemon writes the image into an archive, once; from then on our copy of it is read.
  package func view(_ image: EngineImage) async throws(EngineError) -> any ImageView {
    let known: StoredImage?
    do throws(ImageError) { known = try inspected.image(image.id) } catch { throw .image(error) }
    let stored = if let known { known } else { try await copy(image) }
    do throws(ImageError) { return try inspected.view(stored, as: image.name) } catch { throw .image(error) }
  }

  private func copy(_ image: EngineImage) async throws(EngineError) -> StoredImage {
    do throws(ImageError) {
      return try await ScratchFolder.with(in: scratch) { scratch throws(ImageError) in
        let archive = scratch + "/image.tar"
        do throws(EngineError) { try await save(image, names: [], to: archive) } catch {
          throw .engine(error)
        }
        return try ImageImport(into: inspected, now: HostEnvironment.now()).image(
          at: archive, as: nil, purpose: .pulled)
      }
    } catch {
      throw .image(error)
    }
  }

  package func removeLeftovers() async throws(EngineError) -> [String] {
    let listed = try await client.run(
      ["ps", "--all", "--filter", "name=ovenproof-", "--format", "{{.Names}}"], to: "list containers")
    var removed: [String] = []
    for name in listed.split(separator: "\n").map(String.init)
    where DockerContainerName(name)?.isAbandoned ?? false {
      try await removeContainer(name)
      removed.append("docker container \(name)")
    }
    return removed + ScratchFolder.removeLeftovers(in: scratch).map { "scratch folder \($0)" }
  }

  /// Not cut short: a client that is killed may leave its daemon to start the container later.
  private func start(_ flags: DockerRunFlags, from image: EngineImage) async throws(EngineError) -> String {
    try await outsideCancellation { [client] () throws(EngineError) in
      var client = client
      client.environment.merge(flags.environment) { $1 }
      return try await client.run(
        flags.arguments, to: "start a container from `\(image.name ?? image.id)`", deadline: 120)
    }
  }

  /// Ends a container and removes it with the volumes that were made for it; an absent one is no error.
  private func removeContainer(_ name: String) async throws(EngineError) {
    do throws(EngineError) {
      try await client.run(
        ["rm", "--force", "--volumes", name], to: "remove the container `\(name)`", deadline: 30)
    } catch {
      guard !DockerFailure(error.message).saysContainerEnded else { return }
      throw error
    }
  }

  private func id(of reference: String) async throws(EngineError) -> String {
    try await client.run(
      ["image", "inspect", "--format", "{{.Id}}", reference], to: "find the image `\(reference)`")
  }

  /// Runs commands that see a login of their own, if credentials are given; the user's own logins are left
  /// alone.
  @discardableResult
  private func loggedIn<Result: Sendable>(
    _ credentials: RegistryCredentials?, _ body: (DockerClient) async throws(EngineError) -> Result
  ) async throws(EngineError) -> Result {
    guard let credentials else { return try await body(client) }
    let login = try DockerLogin(of: client, in: scratch)
    defer { login.forget() }
    try await login.logIn(credentials, patience: registryPatience)
    return try await body(login.client)
  }
}

extension ImageError {
  /// A failure of an engine, on its way through the code for images.
  fileprivate static func engine(_ error: EngineError) -> ImageError {
    switch error.kind {
    case .imageNotFound: ImageError(.notFound, error.message)
    case .noSpace: ImageError(.noSpace, error.message)
    default: ImageError(.machine, error.message)
    }
  }
}
