import Host

/// The parts of an image in a folder.
struct FolderParts: ImageParts {
  let path: String

  init(_ path: String) { self.path = path }

  func part(_ name: String) -> ImagePart? {
    guard let status = Disk(workingDirectory: ".").status(path + "/" + name), status.kind == .file else {
      return nil
    }
    return ImagePart(path: path + "/" + name, offset: 0, size: status.size)
  }
}
