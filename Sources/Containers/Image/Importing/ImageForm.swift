import Host

/// What lies at a path.
enum ImageForm {
  case rootFolder
  case rootTar
  case layout(FolderParts)
  case layoutArchive(ImageArchive)
  /// Made by skopeo's `dir:`.
  case copiedFolder(FolderParts)
  /// Made by `docker save` or `podman save`.
  case dockerArchive(ImageArchive)

  /// The image in a form that has parts; nil for root file systems.
  func image(_ search: ImageSearch) throws(ImageError) -> FoundImage? {
    switch self {
    case .rootFolder, .rootTar: nil
    case .layout(let parts): try search.layout(parts)
    case .layoutArchive(let parts): try search.layout(parts)
    case .copiedFolder(let parts): try search.copiedFolder(parts)
    case .dockerArchive(let parts): try search.dockerArchive(parts)
    }
  }

  /// Whether the images in it have names.
  var holdsNames: Bool {
    switch self {
    case .layout, .layoutArchive, .dockerArchive: true
    case .rootFolder, .rootTar, .copiedFolder: false
    }
  }

  /// Whether a folder holds what images have: a layout, or a root file system.
  static func isImage(folder path: String) -> Bool {
    let disk = Disk(workingDirectory: ".")
    func holds(_ name: String) -> Bool { disk.status(path + "/" + name) != nil }
    return holds("oci-layout") && holds("index.json") || holds("manifest.json") && holds("version")
      || rootNames.contains { holds($0) }
  }

  private static let rootNames = ["etc", "usr", "bin", "lib", "sbin", "var", "opt"]

  /// Tells the form by content; a compressed archive is inflated into the folder `scratch`, or where there is none, into a file
  /// without a name.
  static func of(_ path: String, scratch: String?) throws(ImageError) -> ImageForm {
    let disk = Disk(workingDirectory: ".")
    guard let status = disk.status(path) else { throw ImageError(.notFound, "nothing lies at `\(path)`") }
    func holds(_ name: String) -> Bool { disk.status(path + "/" + name) != nil }
    switch status.kind {
    case .file:
      let archive = try ImageArchive(path, scratch: scratch)
      if archive.part("index.json") != nil, archive.part("oci-layout") != nil {
        return .layoutArchive(archive)
      }
      if archive.isEmpty { throw ImageError(.malformed, "`\(path)` is a tar that holds nothing") }
      return archive.part("manifest.json") == nil ? .rootTar : .dockerArchive(archive)
    case .other: throw ImageError(.malformed, "`\(path)` is neither a folder nor a file")
    case .directory:
      if holds("oci-layout"), holds("index.json") { return .layout(FolderParts(path)) }
      if holds("manifest.json"), holds("version") { return .copiedFolder(FolderParts(path)) }
      guard rootNames.contains(where: { holds($0) }) else {
        throw ImageError(
          .malformed,
          "`\(path)` is no image: a folder is an OCI layout (`oci-layout`, `index.json`) or a root file system (`etc`, `usr`, …)"
        )
      }
      return .rootFolder
    }
  }
}
