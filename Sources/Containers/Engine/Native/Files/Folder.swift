import CLinux
import Glibc
import Host

/// An open folder; everything in it is named relative to it, and links are not followed.
///
/// It owns its descriptor, hence no copies.
struct Folder: ~Copyable {
  let descriptor: Int32

  /// Takes a descriptor over.
  init(taking descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens a folder by its path; links on the way are followed.
  init(at path: String) throws(EngineError) {
    let found = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard found >= 0 else { throw .system("open the folder `\(path)`") }
    descriptor = found
  }

  /// The same folder, with a descriptor of its own.
  func duplicate() throws(EngineError) -> Folder {
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { throw .system("open a folder again") }
    return Folder(taking: own)
  }

  func folder(_ name: FileName) throws(EngineError) -> Folder {
    let found = name.with { openat(descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard found >= 0 else { throw .system("open the folder `\(name)`") }
    return Folder(taking: found)
  }

  /// What stands under a name; nil for nothing.
  func status(_ name: FileName) throws(EngineError) -> stat? {
    var found = stat()
    if name.with({ fstatat(descriptor, $0, &found, AT_SYMLINK_NOFOLLOW) }) == 0 { return found }
    if errno == ENOENT { return nil }
    throw .system("look at `\(name)`")
  }

  /// The folder's own status.
  func ownStatus() throws(EngineError) -> stat {
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { throw .system("look at a folder") }
    return found
  }

  /// The names in the folder, sorted by their bytes.
  func names() throws(EngineError) -> [FileName] {
    // A stream closes its descriptor, and shares the position with a mere duplicate.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else { throw .system("list a folder") }
    defer { closedir(stream) }
    var names: [FileName] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(FileName(name)) }
    }
    return names.sorted()
  }

  /// A regular file, for reading; refuses everything else without side effects beyond the opening.
  func file(_ name: FileName) throws(EngineError) -> RegularFile {
    let found = name.with { openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard found >= 0 else { throw .system("read `\(name)`") }
    return try RegularFile(regular: found, name: name)
  }

  func target(ofLink name: FileName) throws(EngineError) -> FileName {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = name.with { readlinkat(descriptor, $0, &buffer, buffer.count) }
    guard count >= 0 else { throw .system("read the link `\(name)`") }
    return FileName(buffer[..<count].map { UInt8(bitPattern: $0) })
  }
}
