import Glibc

/// Removes a folder with all that is in it, however deep it is: what a hostile container made must not
/// exhaust our stack or descriptors.
enum TreeRemoval {
  /// Removes the folder at a path; an absent one is no error. Nothing that links lead to is touched.
  static func remove(_ path: String) throws(EngineError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw .system("remove the folder `\(path)`")
    }
    let top = Folder(taking: descriptor)
    var moved = MovedNames()
    // A process that is about to end may still put a file into a folder that was empty a moment ago.
    for _ in 0..<20 {
      try clearAll(in: top, path, &moved)
      if rmdir(path) == 0 || errno == ENOENT { return }
      guard errno == ENOTEMPTY || errno == EEXIST else { break }
    }
    throw .system("remove the folder `\(path)`")
  }

  /// Removes all that is in a folder. Folders found in a folder move up to the top and wait there: so one level
  /// at a time is open.
  private static func clearAll(
    in top: borrowing Folder, _ path: String, _ moved: inout MovedNames
  ) throws(EngineError) {
    var waiting = try clear(top, into: top, &moved)
    while let name = waiting.popLast() {
      let inner = try top.folder(name)
      waiting += try clear(inner, into: top, &moved)
      if name.with({ unlinkat(top.descriptor, $0, AT_REMOVEDIR) }) == 0 { continue }
      // Filled again meanwhile: left for the next round.
      guard errno == ENOTEMPTY || errno == EEXIST else { throw .system("remove `\(path)/\(name)`") }
    }
  }

  /// Removes the files of a folder; its folders are moved to the top, under the names that are returned.
  private static func clear(
    _ folder: borrowing Folder, into top: borrowing Folder, _ moved: inout MovedNames
  ) throws(EngineError) -> [FileName] {
    var folders: [FileName] = []
    for name in try folder.names() {
      if name.with({ unlinkat(folder.descriptor, $0, 0) }) == 0 || errno == ENOENT { continue }
      guard errno == EISDIR || errno == EPERM else { throw .system("remove `\(name)`") }
      if name.with({ unlinkat(folder.descriptor, $0, AT_REMOVEDIR) }) == 0 { continue }
      guard errno == ENOTEMPTY || errno == EEXIST else { throw .system("remove the folder `\(name)`") }
      let newName = moved.next()
      let result = name.with { old in newName.with { renameat(folder.descriptor, old, top.descriptor, $0) } }
      guard result == 0 else { throw .system("remove the folder `\(name)`") }
      folders.append(newName)
    }
    return folders
  }

  /// Names under which folders wait at the top: other ones in each removal, for one that was killed has left its own.
  private struct MovedNames {
    private let removal = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    private var count = 0

    mutating func next() -> FileName {
      count += 1
      return FileName(".removing-\(removal)-\(count)")
    }
  }
}
