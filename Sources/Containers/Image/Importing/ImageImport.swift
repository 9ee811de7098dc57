import Host

/// Brings images into a store from what lies on the disk, told apart by content.
package struct ImageImport: Sendable {
  private let store: ImageStore
  /// Seconds since 1970, the time that a new image says it was made.
  private let now: Int

  package init(into store: ImageStore, now: Int) {
    self.store = store
    self.now = now
  }

  /// Brings in the image at a path: a root file system (folder or tar), an OCI layout (folder or tar), a `docker save` tar,
  /// or a folder that `skopeo copy … dir:` made. Tars may be compressed.
  ///
  /// `wanted` chooses among several images of an archive by name. Digests are checked while reading.
  package func image(
    at path: String, as name: ImageReference?, wanted: String? = nil, purpose: StoredImage.Purpose = .kept,
    platform: Platform = .current
  ) throws(ImageError) -> StoredImage {
    try store.adding { () throws(ImageError) in
      let request = ImportRequest(
        store: store, now: now, name: name, wanted: wanted, purpose: purpose, platform: platform)
      switch try ImageForm.of(path) {
      case .rootFolder: return try request.rootFolder(path)
      case .layout: return try request.layout(FolderParts(path))
      case .copiedFolder: return try request.copiedFolder(FolderParts(path))
      case .archive:
        let archive = try ImageArchive(path, scratch: store.partials)
        if archive.part("index.json") != nil, archive.part("oci-layout") != nil { return try request.layout(archive) }
        if archive.part("manifest.json") != nil { return try request.dockerArchive(archive) }
        return try request.rootTar(path)
      }
    }
  }
}

/// What lies at a path.
enum ImageForm {
  case rootFolder
  case layout
  /// Made by skopeo's `dir:`.
  case copiedFolder
  /// A tar, whose content decides.
  case archive

  static func of(_ path: String) throws(ImageError) -> ImageForm {
    let disk = Disk(workingDirectory: "/")
    guard let status = disk.status(path) else { throw ImageError(.notFound, "nothing lies at `\(path)`") }
    func holds(_ name: String) -> Bool { disk.status(path + "/" + name) != nil }
    switch status.kind {
    case .file: return .archive
    case .other: throw ImageError(.malformed, "`\(path)` is neither a folder nor a file")
    case .directory:
      if holds("oci-layout"), holds("index.json") { return .layout }
      if holds("manifest.json"), holds("version") { return .copiedFolder }
      let isRoot = ["etc", "usr", "bin", "lib", "sbin", "var", "opt"].contains { holds($0) }
      guard isRoot else {
        throw ImageError(
          .malformed,
          "`\(path)` is no image: a folder is an OCI layout (`oci-layout`, `index.json`) or a root file system (`etc`, `usr`, …)")
      }
      return .rootFolder
    }
  }
}
