import CLinux
import Glibc
import Host

/// A file or folder of the host that is about to be copied into a container; open before the container is
/// entered.
struct HostSource: ~Copyable {
  private enum Shape: Sendable {
    /// What the folder holds.
    case contents
    case folder, other
  }

  /// The folder itself for `contents`, else the one that holds it.
  private let folder: Folder
  private let name: FileName
  private let shape: Shape

  /// Opens what lies at a path of the host. A link at its end is copied as a link, unless contents are
  /// wanted.
  init(_ path: String, contentsOnly: Bool) throws(EngineError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw errno == ENOENT
        ? EngineError(.invalid, "there is nothing to upload at `\(path)`") : .system("read `\(path)`")
    }
    if contentsOnly {
      folder = try Folder(at: path)
      name = FileName(path)
      shape = .contents
    } else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let clean = try Self.named(path, isFolder: isFolder)
      folder = try Folder(at: clean.parent)
      name = clean.name
      shape = isFolder ? .folder : .other
    }
  }

  /// The folder that holds a path's end, and the name there; a path such as `..` has none of its own.
  private static func named(_ path: String, isFolder: Bool) throws(EngineError) -> (
    parent: String, name: FileName
  ) {
    var text = path
    if isFolder {
      guard let real = realpath(path, nil) else { throw .system("read `\(path)`") }
      text = String(cString: real)
      free(real)
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: true)
    let parent = parts.dropLast().joined(separator: "/")
    let start = text.hasPrefix("/") ? "/" : "./"
    return (start + parent, FileName(parts.last.map(String.init) ?? "."))
  }

  /// Copies it to a path of this process's root, by the rules of `docker cp`; `dress` says what files get of that which
  /// they have.
  func put(
    at destination: ContainerPath, as dress: @escaping (FileAttributes) -> FileAttributes
  ) throws(EngineError) {
    let target = try Placement(of: destination)
    switch (target.place, shape) {
    case (.inside(let path), .contents):
      var copy = TreeCopy(into: try Self.open(path), as: dress)
      try copy.copyContents(of: folder)
    case (.inside(let path), _):
      var copy = TreeCopy(into: try Self.open(path), as: dress)
      try copy.copy(name, of: folder, as: name)
    case (.instead(let path, exists: true), .contents), (.instead(let path, exists: true), .folder):
      throw EngineError(.invalid, "cannot put a folder in the place of the file `\(path)` of the container")
    case (.instead(let path, exists: false), .contents):
      let made = try Self.open(path.parent).makeFolder(path.name)
      var copy = TreeCopy(into: try made.duplicate(), as: dress)
      try copy.copyContents(of: folder)
      try made.set(dress(FileAttributes(try folder.ownStatus())), name: path.name)
    case (.instead(let path, exists: false), .folder), (.instead(let path, _), .other):
      if shape == .other, destination.meansFolder {
        throw EngineError(.invalid, "there is no folder `\(path)` in the container")
      }
      var copy = TreeCopy(into: try Self.open(path.parent), as: dress)
      try copy.copy(name, of: folder, as: path.name)
    }
  }

  private static func open(_ path: ContainerPath) throws(EngineError) -> Folder {
    guard let folder = try path.folder() else {
      throw EngineError(
        .invalid, "there is no folder `\(path)` in the container", help: "create it in an earlier step")
    }
    return folder
  }
}
