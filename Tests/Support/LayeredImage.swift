import DataSyntax
import Host
package import Image

/// A file, folder or link of a layer, in short.
package struct LayerEntry {
  let entry: TarEntry
  let content: [UInt8]

  package init(entry: TarEntry, content: [UInt8]) {
    self.entry = entry
    self.content = content
  }

  package static func file(_ path: String, _ content: String = "", mode: UInt32 = 0o644, group: Int = 0)
    -> LayerEntry
  {
    var entry = TarEntry(Array(path.utf8), .file)
    entry.mode = mode
    entry.group = UInt32(group)
    return LayerEntry(entry: entry, content: Array(content.utf8))
  }

  package static func link(_ path: String, _ target: String) -> LayerEntry {
    var entry = TarEntry(Array(path.utf8), .symlink)
    entry.link = Array(target.utf8)
    return LayerEntry(entry: entry, content: [])
  }
}

/// An image of layers in a store of its own, which is there while a test runs.
package enum LayeredImage {
  package static func with(
    _ layers: [[LayerEntry]], _ change: (inout ImageConfiguration) -> Void = { _ in },
    _ test: (LayeredImageView) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with { folder in
      let store = ImageStore(in: Folders(data: folder + "/data", cache: folder + "/cache"))
      var configuration = ImageConfiguration()
      change(&configuration)
      let tars = try layers.map(tar)
      let image = try store.adding { () throws(ImageError) in
        var descriptors: [Descriptor] = []
        for tar in tars { descriptors.append(try store.addLayer(ArraySource(tar), named: "layer.tar")) }
        configuration.diffIDs = descriptors.map(\.digest)
        let stored = try store.addBlob(configuration.json.compact, mediaType: MediaType.configuration)
        return try store.add(ImageManifest(configuration: stored, layers: descriptors), as: nil)
      }
      try await test(try store.view(image))
    }
  }

  private static func tar(_ entries: [LayerEntry]) throws -> [UInt8] {
    let sink = ArraySink()
    var writer = TarWriter(to: sink)
    for entry in entries { try writer.add(entry.entry, content: entry.content) }
    try writer.finish()
    return sink.bytes
  }
}
