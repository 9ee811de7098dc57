import Glibc
package import Host
package import Image

/// Containers without a daemon: overlayfs and `runc`, in mounts that only they see.
package struct NativeEngine: ContainerEngine {
  let store: ImageStore
  let runtime: NativeRuntime
  let clock: CommitClock

  package var name: String { "native" }
  package var abilities: EngineAbilities {
    EngineAbilities(privileged: true, devices: true, isolatedNetwork: true)
  }

  /// The engine of this machine and user, or why there is none.
  ///
  /// `executable` is the program that calls `NativeEngineChild.runIfAsked`: our own, but for tests.
  package static func open(
    folders: Folders, environment: [String: String], executable: String = "/proc/self/exe"
  ) async throws(EngineError) -> NativeEngine {
    guard CapabilitySet.ownEffective.contains(.systemAdministration) else {
      throw EngineError(
        .unavailable, "the native engine needs the right to mount file systems",
        help: geteuid() == 0
          ? "give the container that this runs in `--cap-add SYS_ADMIN`, or use `--engine docker`"
          : "run it as root (`sudo ovenproof …`), or use `--engine docker`")
    }
    guard let program = ProgramSearch(environment: environment).path(of: "runc") else {
      throw EngineError(
        .unavailable, "`runc` is not installed", help: "`apt-get install runc`, or use `--engine docker`")
    }
    let home = NativeHome(path: folders.cache + "/native")
    let canFilter = try await NativeRuntime.canFilter(program)
    return NativeEngine(
      store: ImageStore(in: folders),
      runtime: NativeRuntime(
        home: home, child: ChildProcess(executable: executable), program: program, canFilter: canFilter),
      clock: CommitClock(environment: environment))
  }

  package func image(named reference: String) async throws(EngineError) -> EngineImage? {
    do throws(ImageError) {
      return try store.image(reference).map { EngineImage(id: "\($0.digest)", name: reference) }
    } catch {
      throw .image(error)
    }
  }

  package func withContainer<Result: Sendable>(
    from image: EngineImage, _ spec: ContainerSpec,
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result {
    let stored = try stored(image)
    let base: BaseTree
    do throws(ImageError) {
      base = try BaseTree(of: stored, in: store)
    } catch {
      throw EngineError.image(error)
    }
    let name = ContainerName.next()
    let lock = try await runtime.home.claimNew(name)
    defer { _ = lock }
    return try await withCleanup {
      let running = try await runtime.start(name, from: base, spec)
      return try await body(
        NativeContainer(
          running: running, base: base, store: store, clock: clock, ownEnvironment: spec.environment))
    } cleanup: { () throws(EngineError) in
      try await runtime.remove(name)
    }
  }

  package func tag(_ image: EngineImage, as name: String) async throws(EngineError) {
    let reference = try Self.reference(name)
    let digest = try stored(image).digest
    do throws(ImageError) { try store.tag(digest, as: reference) } catch { throw .image(error) }
  }

  package func remove(_ nameOrID: String) async throws(EngineError) {
    do throws(ImageError) { _ = try store.remove(nameOrID) } catch { throw .image(error) }
  }

  package func view(_ image: EngineImage) async throws(EngineError) -> any ImageView {
    let stored = try stored(image)
    do throws(ImageError) { return try store.view(stored, as: image.name) } catch { throw .image(error) }
  }

  package func removeLeftovers() async throws(EngineError) -> [String] {
    var removed: [String] = []
    for name in try await runtime.home.names() {
      guard let lock = try runtime.home.claim(name) else { continue }
      try await runtime.remove(name)
      removed.append("native container \(name)")
      _ = lock
    }
    removed += store.removeStagedLayers().map { "half-unpacked layer \($0)" }
    return removed
      + ScratchFolder.removeLeftovers(in: store.folders.cache + "/scratch").map { "scratch folder \($0)" }
  }

  func stored(_ image: EngineImage) throws(EngineError) -> StoredImage {
    let found: StoredImage?
    do throws(ImageError) { found = try store.image(image.id) } catch { throw .image(error) }
    guard let found else {
      throw EngineError(
        .imageNotFound, "the image `\(image.name ?? image.id)` is no longer in the store",
        help: "`ovenproof image list` shows what is there")
    }
    return found
  }

  static func reference(_ name: String) throws(EngineError) -> ImageReference {
    switch ImageReference.parse(name) {
    case .success(let reference): return reference
    case .failure(let fault): throw EngineError(.invalid, "\(fault)")
    }
  }
}
