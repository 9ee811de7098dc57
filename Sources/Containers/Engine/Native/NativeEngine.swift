import Glibc
import Host
package import Image

/// Containers without a daemon: overlayfs and `runc`, in mounts that only they see.
package struct NativeEngine: ContainerEngine {
  let runtime: NativeRuntime
  let clock: ImageClock
  /// Seconds that a registry may neither send nor take anything; nil for any time.
  var registryPatience: Double?

  var store: ImageStore { runtime.store }
  /// Part of what snapshots depend on: where files lose their owners, they are other ones.
  package var name: String {
    runtime.variant.identities?.knowsRootAlone ?? false ? "native (root alone)" : "native"
  }
  package var abilities: EngineAbilities { runtime.variant.abilities }

  /// Which variant it is, in a few words, for people.
  package var description: String {
    let variant = runtime.variant
    let user = variant.identities == nil ? "" : ", in user namespaces"
    let walls =
      switch variant.walls {
      case .runc: "works with runc" + user
      case .namespaces: "works in namespaces alone" + user
      case .chroot: "works with a changed root alone"
      }
    let chosen = variant.reason.map { "\(walls), since \($0)" } ?? walls
    return ([chosen] + abilities.limits).joined(separator: "; ")
  }

  package func image(named reference: String) async throws(EngineError) -> EngineImage? {
    do throws(ImageError) {
      return try store.image(reference).map { EngineImage(id: "\($0.digest)", name: reference) }
    } catch {
      throw .image(error)
    }
  }

  package func program(of image: EngineImage) async throws(EngineError) -> ContainerSpec.Program? {
    let configuration = try stored(image).configuration
    return .init(entrypoint: configuration.entrypoint, command: configuration.command ?? [])
  }

  package func withContainer<Result: Sendable>(
    from image: EngineImage, _ spec: ContainerSpec,
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result {
    try abilities.expect(spec, of: name)
    let stored = try stored(image)
    let lease = try lease(stored)
    defer { _ = lease }
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
          running: running, runtime: runtime, base: base, clock: clock, spec: spec))
    } cleanup: { () throws(EngineError) in
      try await runtime.remove(name)
    }
  }

  package func tag(_ image: EngineImage, as name: String) async throws(EngineError) {
    let reference = try Self.reference(name)
    let digest = try stored(image).digest
    do throws(ImageError) { try store.tag(digest, as: reference) } catch { throw .image(error) }
  }

  package func hold(_ image: EngineImage) async throws(EngineError) -> ImageHold? {
    ImageHold(try lease(try stored(image)))
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
    removed += try await runtime.perform(.tidy, report: runtime.home.nextReport()).map {
      "half-unpacked layer \($0)"
    }
    return removed
      + ScratchFolder.removeLeftovers(in: ScratchFolder.home(of: store)).map { "scratch folder \($0)" }
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

  private func lease(_ image: StoredImage) throws(EngineError) -> ImageLease {
    do throws(ImageError) { return try store.lease(image.digest) } catch { throw .image(error) }
  }

  static func reference(_ name: String) throws(EngineError) -> ImageReference {
    switch ImageReference.parse(name) {
    case .success(let reference): return reference
    case .failure(let fault): throw EngineError(.invalid, "\(fault)")
    }
  }
}
