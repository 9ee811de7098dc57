import Host

/// The open folders on the way to a path: neighbouring paths share most of them.
struct FolderTrail {
  private let root: OpenFolder
  private var names: [[UInt8]] = []
  private var folders: [OpenFolder] = []

  init(_ root: OpenFolder) { self.root = root }

  /// The open folder that holds a path, and the last name of the path.
  mutating func place(_ path: some Collection<UInt8>) throws(HostError) -> (OpenFolder, [UInt8]) {
    var parts = path.split(separator: 0x2F).map { Array($0) }
    let last = parts.popLast() ?? []
    var shared = 0
    while shared < min(parts.count, names.count), parts[shared] == names[shared] { shared += 1 }
    names.removeLast(names.count - shared)
    folders.removeLast(folders.count - shared)
    for name in parts[shared...] {
      folders.append(try (folders.last ?? root).folder(name))
      names.append(name)
    }
    return (folders.last ?? root, last)
  }
}
