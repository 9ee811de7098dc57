import Host
import Image

/// Makes an image of what a container has changed.
///
/// The image gets docker's looks, so that a bake gives what Packer's gives: its program is that which the container was started
/// for, unless changes set another; the history gets one entry with author, message and that program's words; where nothing has
/// changed there is no new layer.
struct NativeCommit: Sendable {
  let commit: ImageCommit
  let base: BaseTree
  let running: RunningProcess
  let runtime: NativeRuntime
  let clock: ImageClock
  /// What the container was given of its own, which docker leaves in the image.
  let spec: ContainerSpec

  func make() async throws(EngineError) -> StoredImage {
    var configuration = base.configuration
    // A container does not take them over from its image.
    configuration.onBuild = []
    let program: String?
    do throws(ConfigurationChange.Fault) {
      try spec.leave(in: &configuration)
      program = configuration.command?.joined(separator: " ")
      try ConfigurationChange.apply(commit.changes, to: &configuration)
    } catch {
      throw EngineError(.invalid, error.message, help: error.help)
    }
    configuration.author = commit.author
    configuration.created = clock.created
    return try await store(configuration, by: program, comment: commit.message, as: nil, .kept)
  }

  /// Keeps the changes under a name of the store, with the base's own configuration: a container starts
  /// from it as from the base.
  func snapshot(named name: ImageReference) async throws(EngineError) -> StoredImage {
    var configuration = base.configuration
    configuration.created = Timestamp.text(HostEnvironment.now())
    return try await store(configuration, comment: StoredImage.snapshotComment, as: name, .snapshot)
  }

  private func store(
    _ changed: ImageConfiguration, by createdBy: String? = nil, comment: String?, as name: ImageReference?,
    _ purpose: StoredImage.Purpose
  ) async throws(EngineError) -> StoredImage {
    var configuration = changed
    do {
      let hold = try runtime.store.holdBlobs()
      defer { _ = hold }
      let layer = try await layer()
      let entry = ImageConfiguration.History(
        created: configuration.created, createdBy: createdBy, author: commit.author, comment: comment,
        isEmptyLayer: layer == nil)
      configuration.history.append(entry)
      return try runtime.store.commit(
        onto: base.image, layer: layer, configuration: configuration, as: name, purpose: purpose)
    } catch let error as EngineError {
      throw error
    } catch let error as ImageError {
      throw .image(error)
    } catch { preconditionFailure("a commit throws nothing else") }
  }

  /// What the container has changed; nil for nothing.
  private func layer() async throws(EngineError) -> Descriptor? {
    if let kept = running.unchanged, kept.layer.map({ runtime.store.holds($0.digest) }) ?? true {
      return kept.layer
    }
    let started = running.startedCount
    let layer = try await newLayer()
    // The making itself was one.
    running.remember(layer, since: started + 1)
    return layer
  }

  private func newLayer() async throws(EngineError) -> Descriptor? {
    let (scratch, digest) = (running.scratch, base.start.digest)
    let answer = try await runtime.perform(
      runtime.variant.walls == .chroot
        ? .keepChanges(scratch, onto: digest, latest: clock.fixed)
        : .keep(upper: scratch.upper, onto: digest, latest: clock.fixed), report: running.nextReport())
    guard let line = answer.first else { return nil }
    let words = line.split(separator: " ")
    guard words.count == 2, let digest = Digest(String(words[0])), let size = Int(words[1]) else {
      throw EngineError(.failed, "the layer of the container's changes was not kept")
    }
    return Descriptor(mediaType: MediaType.layer, digest: digest, size: size)
  }
}
