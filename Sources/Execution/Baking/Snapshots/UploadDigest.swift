import Host
import Image

/// The digest of what an upload takes from the host, read in pieces.
///
/// Of a folder that is what `docker cp` keeps: names, kinds, contents, where links lead, modes, owners and the rights that
/// programs have. Times do not count: a checkout gives every file a new one, and a fresh one is to go on from snapshots too.
struct UploadDigest {
  private var digest = StreamingDigest()

  /// The digest of a file's content; nil for what is no file, or cannot be read.
  static func content(of path: String) -> String? {
    guard let file = try? OpenFile(path) else { return nil }
    var walk = UploadDigest()
    guard (try? walk.add(file)) != nil else { return nil }
    return "\(walk.digest.value)"
  }

  /// The digest of a file or folder with all that is in it; nil where something cannot be read.
  static func tree(at path: String) -> String? {
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard let name = parts.last, name != ".." else { return contents(of: path) }
    var walk = UploadDigest()
    do {
      let folder = try OpenFolder("/" + parts.dropLast().joined(separator: "/"))
      try walk.add(Array(name.utf8), of: folder)
      // A folder that is reached by a link: where its contents are uploaded, they count.
      if try folder.inode(Array(name.utf8))?.kind == .symlink, let inner = try? OpenFolder(path) {
        try walk.add(inner)
      }
    } catch { return nil }
    return "\(walk.digest.value)"
  }

  private static func contents(of path: String) -> String? {
    var walk = UploadDigest()
    do { try walk.add(try OpenFolder(path)) } catch { return nil }
    return "\(walk.digest.value)"
  }

  private mutating func add(_ folder: OpenFolder) throws {
    let names = try folder.names()
    add(Array("\(names.count) names\n".utf8))
    for name in names { try add(name, of: folder) }
  }

  private mutating func add(_ name: [UInt8], of folder: OpenFolder) throws {
    guard let inode = try folder.inode(name) else { throw HostError("read `\(folder.path)`", .absent) }
    let device = "\(inode.major):\(inode.minor)"
    let words = "\(inode.kind) \(inode.mode) \(inode.owner):\(inode.group) \(device)"
    add(Array("\(words) \(name.count) ".utf8) + name)
    switch inode.kind {
    case .file:
      for attribute in try folder.attributes(name) where attribute.name == "security.capability" {
        add(attribute.value)
      }
      add(Array("\(inode.size)\n".utf8))
      try add(try OpenFile(descriptor: try folder.openFile(name), path: folder.path))
    case .directory: try add(try folder.folder(name))
    case .symlink: add(try folder.target(name) + [0])
    case .fifo, .socket, .characterDevice, .blockDevice: break
    }
  }

  private mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { digest.update($0) } }

  private mutating func add(_ file: OpenFile) throws {
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { scratch.deallocate() }
    let source = FileSource(file)
    while case let count = try source.read(into: scratch), count > 0 {
      digest.update(UnsafeRawBufferPointer(rebasing: scratch[..<count]))
    }
  }
}
