import Glibc
package import Host
package import Image
import Source

/// Containers and images of a docker daemon, or of podman, by the command line that both have.
package struct DockerEngine: ContainerEngine {
  let client: DockerClient
  /// Seconds that a registry may neither send nor take anything; nil for any time.
  var registryPatience: Double?
  /// The program that looks at containers as a child: our own, but for tests.
  private let executable: String
  /// Copies of the daemon's images that were looked into; they may go at any time.
  private let inspected: ImageStore

  package var name: String { client.dialect.name }
  package var abilities: EngineAbilities {
    var abilities = EngineAbilities(privileged: true, devices: true, isolatedNetwork: true)
    abilities.namedVolumes = true
    abilities.commitsEnded = true
    return abilities
  }

  /// An engine that speaks to what `docker` or `podman` finds with these variables laid over our environment.
  package init(
    _ dialect: DockerDialect, environment: [String: String] = [:], folders: Folders,
    executable: String = "/proc/self/exe",
    registryPatience: Double? = RegistryPatience.usual
  ) {
    self.executable = executable
    client = DockerClient(dialect, environment: environment)
    self.registryPatience = registryPatience
    inspected = ImageStore(in: Folders(data: folders.cache + "/inspected", cache: folders.cache))
  }

  /// Where folders lie that last as long as an operation; what is left of killed runs is found by its
  /// owner's number.
  var scratch: String { ScratchFolder.home(of: inspected) }

  package func image(named reference: String) async throws(EngineError) -> EngineImage? {
    do throws(EngineError) {
      return EngineImage(id: try await id(of: reference), name: reference)
    } catch {
      guard error.kind == .imageNotFound else { throw error }
      return nil
    }
  }

  /// Docker notes at an image the repositories in which registries have it; podman notes its own names there.
  package func hasFromRegistry(_ reference: String) async throws(EngineError) -> Bool {
    guard client.dialect == .docker, case .success(let name) = ImageReference.parse(reference),
      name.digest == nil
    else { return false }
    let told: String
    do throws(EngineError) {
      told = try await client.run(
        ["image", "inspect", "--format", "{{range .RepoDigests}}{{println .}}{{end}}", reference],
        to: "find the image `\(reference)`")
    } catch {
      guard error.kind == .imageNotFound else { throw error }
      return false
    }
    return told.split(separator: "\n").contains { line in
      (try? ImageReference.parse(String(line)).get())?.name == name.name
    }
  }

  package func pull(_ reference: String, credentials: RegistryCredentials?) async throws(EngineError)
    -> EngineImage
  {
    let dialect = client.dialect
    try await loggedIn(credentials) { (client) throws(EngineError) in
      try await client.run(
        ["pull"] + dialect.transportFlags(reference) + [dialect.qualified(reference)],
        to: "pull `\(reference)`", patience: registryPatience)
    }
    return EngineImage(id: try await id(of: reference), name: reference)
  }

  package func withContainer<Result: Sendable>(
    from image: EngineImage, _ spec: ContainerSpec,
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result {
    let name = DockerContainerName(.next())
    let flags = DockerRunFlags(
      spec, image: image, name: name, withheld: try await variablesWithheld(from: image))
    return try await withCleanup {
      let id = try await start(flags, from: image, as: spec.process)
      try Task.checkCancellation()
      let user = try await client.run(
        ["inspect", "--format", "{{.Config.User}}", id], to: "look at the container")
      return try await body(
        DockerContainer(
          id: id, imageUser: user, client: client, scratch: scratch, executable: executable,
          shell: ShellProbe(id, spec.process, client)))
    } cleanup: { () throws(EngineError) in
      try await removeContainer("\(name)")
    }
  }

  package func tag(_ image: EngineImage, as name: String) async throws(EngineError) {
    try await client.run(["tag", image.id, client.dialect.qualified(name)], to: "tag the image as `\(name)`")
  }

  package func save(_ image: EngineImage, names: [String], to path: String) async throws(EngineError) {
    try await PartialFile.write(path, notedIn: scratch) { (part) throws(EngineError) in
      try await client.write(
        ["save"] + (names.isEmpty ? [image.id] : names.map(client.dialect.qualified)), to: part,
        attempting: "save the image")
    }
  }

  package func push(
    _ image: EngineImage, as name: String, credentials: RegistryCredentials?
  ) async throws(EngineError) -> Digest {
    let dialect = client.dialect
    let said = try await loggedIn(credentials) { (client) throws(EngineError) in
      try await client.run(
        ["push"] + dialect.pushFlags + dialect.transportFlags(name) + [dialect.qualified(name)],
        to: "push `\(name)`", patience: registryPatience)
    }
    guard let digest = dialect.digest(ofPushed: name, in: said) else {
      throw EngineError(
        .registry,
        "\(dialect.name) has pushed `\(name)`, but did not say which digest it has in the registry",
        help: "push by hand to see what it says: `\(dialect.name) push \(dialect.qualified(name))`")
    }
    return digest
  }

  package func importFileSystem(
    _ tarPath: String, changes: [String], as name: String?
  ) async throws(EngineError) -> EngineImage {
    let flags = client.dialect.changes(changes).flatMap { ["--change", $0] }
    let id = try await client.run(
      ["import"] + flags + [tarPath] + (name.map { [client.dialect.qualified($0)] } ?? []),
      to: "import `\(tarPath)`")
    return EngineImage(id: Self.identity(id), name: name)
  }

  package func remove(_ nameOrID: String) async throws(EngineError) {
    let attempt = "remove the image `\(nameOrID)`"
    do throws(EngineError) {
      switch (nameOrID.hasPrefix("sha256:"), client.dialect) {
      case (false, _): try await client.run(["rmi", client.dialect.qualified(nameOrID)], to: attempt)
      // An id with several names is only removed by force.
      case (true, .docker): try await client.run(["rmi", "--force", nameOrID], to: attempt)
      case (true, .podman):
        // By force, the containers of the image would go with it.
        try await client.run(["untag", nameOrID], to: attempt)
        try await client.run(["rmi", nameOrID], to: attempt)
      }
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
      ["ps", "--all", "--filter", "name=ovenproof-", "--format", "{{.Names}}"], to: "list containers",
      deadline: 30)
    var removed: [String] = []
    for name in listed.split(separator: "\n").map(String.init)
    where DockerContainerName(name)?.isAbandoned ?? false {
      try await removeContainer(name)
      removed.append("\(self.name) container \(name)")
    }
    return removed + ScratchFolder.removeLeftovers(in: scratch).map { "scratch folder \($0)" }
  }

  /// Not cut short: a client that is killed may leave its daemon to start the container later.
  private func start(
    _ flags: DockerRunFlags, from image: EngineImage, as process: ContainerSpec.Process
  ) async throws(EngineError) -> String {
    do throws(EngineError) {
      return try await outsideCancellation { [client] () throws(EngineError) in
        try await flags.variables.flagged { (variables, environment) throws(EngineError) in
          var client = client
          client.environment.merge(environment) { $1 }
          return try await client.run(
            ["run"] + variables + flags.arguments, to: "start a container from `\(image.name ?? image.id)`",
            deadline: 120)
        }
      }
    } catch {
      // A shell, too, may be a container's own program, and not the one that it idles in.
      guard process == .own, error.message.contains("process: exec: \"") else { throw error }
      throw EngineError(.notStarted, error.message)
    }
  }

  /// Ends a container and removes it with the volumes that were made for it; an absent one is no error.
  func removeContainer(_ name: String) async throws(EngineError) {
    do throws(EngineError) {
      try await client.run(
        ["rm"] + client.dialect.removalFlags + [name], to: "remove the container `\(name)`", deadline: 30)
    } catch {
      guard !DockerFailure(error.message, of: client.dialect).saysContainerEnded else { return }
      throw error
    }
  }

  /// Asked for as docker reads the name; where that is not there, as podman itself does, with which `x` may be one
  /// that was built here.
  private func id(of reference: String) async throws(EngineError) -> String {
    let qualified = client.dialect.qualified(reference)
    do throws(EngineError) {
      return try await id(ofExactly: qualified)
    } catch {
      guard error.kind == .imageNotFound, qualified != reference else { throw error }
      return try await id(ofExactly: reference)
    }
  }

  private func id(ofExactly reference: String) async throws(EngineError) -> String {
    Self.identity(
      try await client.run(
        ["image", "inspect", "--format", "{{.Id}}", reference], to: "find the image `\(reference)`"))
  }

  /// An image's id in full: podman leaves out which digest it is.
  static func identity(_ text: String) -> String { text.contains(":") ? text : "sha256:" + text }

  /// What the client would give to the container by itself, and to images of it, though the image has no such variable.
  private func variablesWithheld(from image: EngineImage) async throws(EngineError) -> [String] {
    let own = client.dialect.ownVariables
    guard !own.isEmpty else { return [] }
    let told = try await client.run(
      ["image", "inspect", "--format", "{{range .Config.Env}}{{println .}}{{end}}", image.id],
      to: "look at the image `\(image.name ?? image.id)`")
    let given = Set(
      told.split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) })
    return own.filter { !given.contains($0) }
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
