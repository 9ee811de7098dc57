/// Brings images into a store from what lies on the disk, told apart by content.
package struct ImageImport: Sendable {
  private let store: ImageStore
  /// Seconds since 1970, the time that a new image says it was made.
  private let now: Int

  package init(into store: ImageStore, now: Int) {
    self.store = store
    self.now = now
  }

  /// Brings in the image at an absolute path: a root file system (folder or tar), an OCI layout (folder or tar), a `docker save` tar,
  /// or a folder that `skopeo copy … dir:` made. Tars may be compressed.
  ///
  /// `wanted` chooses among several images of an archive by name, `platform` by what they are for. Digests are checked while reading.
  package func image(
    at path: String, as name: ImageReference?, wanted: String? = nil, purpose: StoredImage.Purpose = .kept,
    platform: Platform? = nil
  ) throws(ImageError) -> StoredImage {
    try store.adding { () throws(ImageError) in
      let request = ImportRequest(store: store, now: now, name: name, purpose: purpose, platform: platform)
      let form = try ImageForm.of(path, scratch: store.partials)
      switch form {
      case .rootFolder: return try request.rootFolder(path)
      case .rootTar: return try request.rootTar(path)
      case .layout, .layoutArchive, .copiedFolder, .dockerArchive:
        guard let found = try form.image(ImageSearch(wanted: wanted, platform: platform)) else {
          preconditionFailure("every other form holds an image in parts")
        }
        return try request.image(found)
      }
    }
  }
}
