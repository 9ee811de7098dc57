import Host

/// A snapshot is the base that its steps began with, and one layer of all that they changed; none where that is nothing.
extension StoredImage {
  /// What the history of a snapshot says of its layer.
  package static let snapshotComment = "ovenproof snapshot"

  package var isSnapshot: Bool { configuration.history.last?.comment == Self.snapshotComment }

  private var hasLayerOfSteps: Bool { isSnapshot && configuration.history.last?.isEmptyLayer == false }

  /// Bytes of what the steps changed.
  var sizeOfSnapshot: Int { hasLayerOfSteps ? manifest.layers.last?.size ?? 0 : 0 }

  /// What the steps began with; itself for an image that is no snapshot.
  package var baseOfSnapshot: StoredImage {
    guard isSnapshot else { return self }
    var (manifest, configuration) = (manifest, configuration)
    configuration.history.removeLast()
    if hasLayerOfSteps {
      manifest.layers.removeLast()
      configuration.diffIDs.removeLast()
    }
    return StoredImage(
      digest: digest, names: names, sourceDigest: sourceDigest, purpose: purpose, manifest: manifest,
      configuration: configuration)
  }
}

extension ImageStore {
  /// Puts what a snapshot's steps changed into a container's upper folder, as it was; an image that is no snapshot
  /// changes nothing.
  ///
  /// The folder's own looks are not restored.
  package func restoreSteps(
    of image: StoredImage, into folder: String, style: UnpackingStyle
  ) throws(ImageError) {
    guard image.sizeOfSnapshot > 0, let layer = image.manifest.layers.last else { return }
    let base = try view(image.baseOfSnapshot)
    let extractor = LayerExtractor(
      index: try index(of: layer.digest), file: try OpenFile(path(of: layer.digest)), style: style
    ) { path in
      guard let found = base.find(Array(path)), found.record.kind == .directory else { return nil }
      return found.record
    }
    try extractor.extract(into: folder)
  }
}
