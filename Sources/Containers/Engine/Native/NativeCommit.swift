import Image

/// Makes an image of what a container has changed.
///
/// The image gets docker's looks, so that a bake gives what Packer's gives: the entrypoint is the shell that the container idled in and
/// the base's command is gone, unless changes set them; the history gets one entry with author and message; where nothing has changed
/// there is no new layer.
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
    do throws(ImageError) {
      return try store.adding { () throws(ImageError) in
        let layer = try store.addLayer(layerWriter, folder: upper)
        configuration.history.append(
          ImageConfiguration.History(
            created: configuration.created, author: commit.author, comment: commit.message, isEmptyLayer: layer == nil))
        return try store.commit(onto: base.image, layer: layer, configuration: configuration, as: nil)
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
