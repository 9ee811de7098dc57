import DataSyntax
import Host

/// Writes a tar as `docker save` does, which docker and podman load.
package struct DockerArchiveWriter: Sendable {
  private let store: ImageStore

  package init(store: ImageStore) { self.store = store }

  /// Writes an image under names to an absolute path; the file is there whole or not at all.
  package func write(_ image: StoredImage, names: [ImageReference], to path: String) throws(ImageError) {
    let partial: PartialFile
    do throws(HostError) {
      partial = try PartialFile(of: path, notedIn: ScratchFolder.home(of: store))
    } catch { throw ImageError(writing: error) }
    do throws(ImageError) {
      let sink = try HostFileSink(over: partial.path)
      try write(image, names, to: sink)
      try sink.synchronize()
      do throws(HostError) { try partial.complete() } catch { throw ImageError(writing: error) }
    } catch {
      partial.discard()
      throw error
    }
  }

  private func write(_ image: StoredImage, _ names: [ImageReference], to sink: HostFileSink)
    throws(ImageError)
  {
    var writer = TarWriter(to: sink)
    var written: Set<Digest> = []
    for layer in image.manifest.layers where written.insert(layer.digest).inserted {
      let file = try OpenFile(store.path(of: layer.digest))
      var entry = TarEntry(Array("\(layer.digest.hex).tar".utf8), .file)
      entry.size = file.size
      try writer.begin(entry)
      try writer.write(contentsOf: ExactSource(FileSource(file), count: file.size, named: file.path))
    }
    let configuration = image.manifest.configuration
    let name = "\(configuration.digest.hex).json"
    try writer.add(TarEntry(Array(name.utf8), .file), content: try store.bytes(of: configuration))
    let manifest = JSONText.array([
      .members([
        ("Config", .string(name)), ("RepoTags", .strings(names.map(\.tagged.familiar))),
        ("Layers", .strings(image.manifest.layers.map { "\($0.digest.hex).tar" })),
      ])
    ])
    try writer.add(TarEntry(Array("manifest.json".utf8), .file), content: manifest.compact)
    try writer.finish()
  }
}
