import Glibc
import Image

/// Unpacks a tar under a folder of this process's root, as `docker cp -` does: owners, modes and times are
/// the entries', an existing folder is added to, an existing file or link is replaced.
struct TarUnpacking: ~Copyable {
  private let folder: ContainerPath
  private let dress: (FileAttributes) -> FileAttributes
  private var folders: [(path: ContainerPath, attributes: FileAttributes)] = []

  /// `dress` says what files get of that which the entries name.
  init(under folder: ContainerPath, as dress: @escaping (FileAttributes) -> FileAttributes) {
    self.folder = folder
    self.dress = dress
  }

  mutating func unpack(_ source: some ByteSource) throws(EngineError) {
    try expectFolder()
    var reader = TarReader(source, named: "the upload")
    try Self.telling {
      while let entry = try reader.next() { try place(entry, from: &reader) }
    }
    // Last, since every entry placed in a folder changes its time.
    for (path, attributes) in folders.reversed() { try path.folder()?.set(attributes, name: path.name) }
  }

  /// Places one file, whose content is what a source holds.
  func unpack(_ entry: TarEntry, content: some ByteSource) throws(EngineError) {
    try expectFolder()
    try Self.telling {
      let path = try inside(entry.name)
      let parent = try Self.makeFolder(path.parent)
      try place(path, in: parent, dress(FileAttributes(entry))) { _ = try $0.write(contentsOf: content) }
    }
  }

  /// Does some work; what reading a tar and writing files throw becomes the engine's own error.
  private static func telling(_ work: () throws -> Void) throws(EngineError) {
    do { try work() } catch let error as EngineError {
      throw error
    } catch let error as ImageError {
      throw .image(error)
    } catch {
      throw EngineError(.failed, "\(error)")
    }
  }

  private func expectFolder() throws(EngineError) {
    guard try folder.folder() == nil else { return }
    throw EngineError(
      .invalid, "there is no folder `\(folder)` in the container", help: "create it in an earlier step")
  }

  /// Makes a file, which `write` fills.
  private func place(
    _ path: ContainerPath, in parent: borrowing Folder, _ attributes: FileAttributes,
    _ write: (DescriptorSink) throws -> Void
  ) throws {
    let file = try parent.makeFile(path.name)
    let sink = DescriptorSink(file.descriptor, named: path.text)
    do {
      try write(sink)
      try sink.flush()
    } catch {
      throw sink.failure.map { EngineError.host($0) } ?? error
    }
    try file.set(attributes, name: path.name)
  }

  private mutating func place(_ entry: TarEntry, from reader: inout TarReader<some ByteSource>) throws {
    let path = try inside(entry.name)
    let attributes = dress(FileAttributes(entry))
    guard path != folder else { return }
    let parent = try Self.makeFolder(path.parent)
    switch entry.kind {
    case .directory:
      _ = try parent.makeFolder(path.name)
      folders.append((path, attributes))
    case .file:
      try place(path, in: parent, attributes) { try reader.copyContent(to: $0) }
    case .symlink: try parent.makeLink(path.name, to: FileName(entry.link), attributes)
    case .hardLink:
      let target = try inside(entry.link)
      guard let folder = try target.parent.folder() else {
        throw EngineError(.invalid, "the upload links to `\(target)`, which is not there")
      }
      try parent.makeHardLink(path.name, to: target.name, in: folder)
    case .fifo: try parent.makePipe(path.name, attributes)
    case .characterDevice, .blockDevice:
      throw EngineError(
        .invalid, "the upload has the device `\(entry.shownName)`, which is not put into a container")
    }
  }

  /// The place of a name of the tar; one that leads out of the folder is refused.
  private func inside(_ name: [UInt8]) throws(EngineError) -> ContainerPath {
    let parts = name.split(separator: 0x2F)
    guard !parts.contains([0x2E, 0x2E]), !name.contains(0), let text = String(validating: name, as: UTF8.self)
    else {
      throw EngineError(
        .invalid, "the upload has an entry of the name `\(String(decoding: name, as: UTF8.self))`")
    }
    return ContainerPath(folder.text + "/" + text)
  }

  /// Opens a folder; what is missing on the way to it is made.
  private static func makeFolder(_ path: ContainerPath) throws(EngineError) -> Folder {
    if let found = try path.folder() { return found }
    let made = try makeFolder(path.parent).makeFolder(path.name)
    try made.set(FileAttributes(owner: 0, group: 0, mode: 0o755, modified: Int(time(nil))), name: path.name)
    return made
  }
}

extension FileAttributes {
  fileprivate init(_ entry: TarEntry) {
    self.init(
      owner: entry.owner, group: entry.group, mode: entry.mode, modified: entry.modified,
      programCapabilities: entry.attributes.first { $0.name == "security.capability" }?.value)
  }
}
