import Glibc

/// Copies files and folders of one place into another, as `docker cp` does: owners, modes, times and hard
/// links are kept, an existing folder is added to, sockets and devices are passed over.
struct TreeCopy: ~Copyable {
  /// Where the hard links of the source that were met already lie in the destination.
  private var placed: [FileIdentity: FileName] = [:]
  /// The folder at the top of the destination, where `placed` starts.
  private let top: Folder
  private let dress: (FileAttributes) -> FileAttributes
  private static let deepest = 500

  /// Copies into a folder; `dress` says what files get of that which they have.
  init(into top: consuming Folder, as dress: @escaping (FileAttributes) -> FileAttributes) {
    self.top = top
    self.dress = dress
  }

  /// Copies everything in a folder.
  mutating func copyContents(of source: borrowing Folder) throws(EngineError) {
    let own = try top.duplicate()
    try copy(contentsOf: source, into: own, at: [])
  }

  /// Copies one thing, under a name of its own.
  mutating func copy(_ name: FileName, of source: borrowing Folder, as newName: FileName) throws(EngineError)
  {
    let own = try top.duplicate()
    try copy(name, of: source, into: own, as: newName, at: [])
  }

  private mutating func copy(
    contentsOf source: borrowing Folder, into folder: borrowing Folder, at path: [FileName]
  ) throws(EngineError) {
    guard path.count < Self.deepest else {
      throw EngineError(.invalid, "the folders are nested deeper than \(Self.deepest) levels")
    }
    for name in try source.names() { try copy(name, of: source, into: folder, as: name, at: path) }
  }

  private mutating func copy(
    _ name: FileName, of source: borrowing Folder, into folder: borrowing Folder, as newName: FileName,
    at path: [FileName]
  ) throws(EngineError) {
    // Gone since it was listed.
    guard let status = try source.status(name) else { return }
    if status.st_mode & S_IFMT != S_IFDIR, status.st_nlink > 1 {
      let identity = FileIdentity(status)
      if let first = placed[identity] { return try folder.makeHardLink(newName, to: first, in: top) }
      placed[identity] = FileName(Array((path + [newName]).map(\.bytes).joined(separator: [0x2F])))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      let inner = try source.folder(name)
      let made = try folder.makeFolder(newName)
      try copy(contentsOf: inner, into: made, at: path + [newName])
      try made.set(dress(FileAttributes(status)), name: newName)
    case S_IFREG:
      let file = try source.file(name)
      let made = try folder.makeFile(newName)
      try made.append(file, to: newName)
      let attributes = FileAttributes(file.status, programCapabilities: file.programCapabilities)
      try made.set(dress(attributes), name: newName)
    case S_IFLNK:
      try folder.makeLink(newName, to: try source.target(ofLink: name), dress(FileAttributes(status)))
    case S_IFIFO: try folder.makePipe(newName, dress(FileAttributes(status)))
    default: return
    }
  }
}

/// What two names of one file have in common.
struct FileIdentity: Sendable, Hashable {
  let device: UInt
  let number: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}
