import DataSyntax

/// One import: what is wanted, and how each form is brought in.
struct ImportRequest {
  let store: ImageStore
  let now: Int
  let name: ImageReference?
  let purpose: StoredImage.Purpose
  let platform: Platform?

  /// A root file system in a folder: one layer.
  func rootFolder(_ path: String) throws(ImageError) -> StoredImage {
    guard let layer = try store.addLayer(FolderLayerWriter(marks: .none), folder: path) else {
      throw ImageError(.malformed, "the folder `\(path)` is empty")
    }
    return try newImage(layer, from: path)
  }

  /// A root file system in a tar: one layer, as it is.
  func rootTar(_ path: String) throws(ImageError) -> StoredImage {
    try newImage(try store.addLayer(try OpenFile(path), named: path), from: path)
  }

  private func newImage(_ layer: Descriptor, from path: String) throws(ImageError) -> StoredImage {
    let platform = platform ?? .current
    var configuration = ImageConfiguration(architecture: platform.architecture, os: platform.os)
    configuration.variant = platform.variant
    configuration.created = Timestamp.text(now)
    configuration.diffIDs = [layer.digest]
    configuration.history = [
      .init(
        created: configuration.created, comment: "Imported from \(path.split(separator: "/").last ?? "-")")
    ]
    return try add(
      try store.addBlob(configuration.json.compact, mediaType: MediaType.configuration), [layer], nil)
  }

  /// An image that is made of parts: each is checked while it is read.
  func image(_ found: FoundImage) throws(ImageError) -> StoredImage {
    var layers: [Descriptor] = []
    for layer in found.layers {
      layers.append(
        try store.addLayer(
          try OpenFile(layer.part.path), offset: layer.part.offset, count: layer.part.size, named: layer.name,
          digest: layer.digest, diffID: layer.diffID))
    }
    let configuration = try store.addBlob(found.configurationBytes, mediaType: MediaType.configuration)
    return try add(configuration, layers, found.digest)
  }

  private func add(
    _ configuration: Descriptor, _ layers: [Descriptor], _ source: Digest?
  ) throws(ImageError) -> StoredImage {
    try store.add(
      ImageManifest(configuration: configuration, layers: layers), as: name, purpose: purpose,
      sourceDigest: source)
  }
}
