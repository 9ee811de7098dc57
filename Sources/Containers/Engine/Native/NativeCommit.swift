import Host
import Image

/// Makes an image of what a container has changed.
///
/// The image gets docker's looks, so that a bake gives what Packer's gives: the entrypoint is the shell
/// that the container idled in and the base's command is gone, unless changes set them; the history gets
/// one entry with author and message; where nothing has changed there is no new layer.
struct NativeCommit: Sendable {
  let commit: ImageCommit
  let base: BaseTree
  /// The container's changes, as overlayfs keeps them.
  let upper: String
  let store: ImageStore
  let clock: CommitClock
  /// The container's own variables, which docker leaves in the image.
  let environment: [String: String]

  func make() throws(EngineError) -> StoredImage {
    var configuration = base.configuration
    configuration.entrypoint = ["/bin/sh"]
    configuration.command = nil
    for name in environment.keys.sorted() { configuration.setEnvironment(name, to: environment[name] ?? "") }
    do throws(ConfigurationChange.Fault) {
      try ConfigurationChange.apply(commit.changes, to: &configuration)
    } catch {
      throw EngineError(.invalid, error.message, help: error.help)
    }
    configuration.author = commit.author
    configuration.created = clock.created
    return try store(configuration, comment: commit.message, as: nil, .kept)
  }

  /// Keeps the changes under a name of the store, with the base's own configuration: a container starts
  /// from it as from the base.
  func snapshot(named name: ImageReference) throws(EngineError) -> StoredImage {
    var configuration = base.configuration
    configuration.created = Timestamp.text(HostEnvironment.now())
    return try store(configuration, comment: Self.snapshotComment, as: name, .snapshot)
  }

  private static let snapshotComment = "ovenproof snapshot"

  private func store(
    _ changed: ImageConfiguration, comment: String?, as name: ImageReference?, _ purpose: StoredImage.Purpose
  ) throws(EngineError) -> StoredImage {
    var configuration = changed
    do throws(ImageError) {
      return try store.adding { () throws(ImageError) in
        let layer = try store.addLayer(layerWriter, folder: upper)
        var entry = ImageConfiguration.History(
          created: configuration.created, author: commit.author, comment: comment, isEmptyLayer: layer == nil)
        // A bake that ran no step has its whole layer from the snapshot: the image looks as if the steps
        // had run.
        if layer == nil, configuration.history.last?.comment == Self.snapshotComment {
          configuration.history.removeLast()
          entry.isEmptyLayer = false
        }
        configuration.history.append(entry)
        return try store.commit(
          onto: base.image, layer: layer, configuration: configuration, as: name, purpose: purpose)
      }
    } catch {
      throw .image(error)
    }
  }

  private var layerWriter: FolderLayerWriter {
    var writer = FolderLayerWriter(marks: .overlay)
    writer.excluded = ["dev", "proc", "sys", "etc/hosts", "etc/hostname", "etc/resolv.conf"]
    writer.latestModification = clock.fixed
    writer.base = base.view
    return writer
  }
}
