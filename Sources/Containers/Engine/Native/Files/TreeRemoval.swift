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
    var moved = 0
    // Folders found in a folder move up to the top and wait there: so one level at a time is open.
    var waiting = try clear(top, into: top, &moved)
    while let name = waiting.popLast() {
      let inner = try top.folder(name)
      waiting += try clear(inner, into: top, &moved)
      guard name.with({ unlinkat(top.descriptor, $0, AT_REMOVEDIR) }) == 0 else {
        throw .system("remove `\(path)/\(name)`")
      }
    }
    guard rmdir(path) == 0 || errno == ENOENT else { throw .system("remove the folder `\(path)`") }
  }

  /// Removes the files of a folder; its folders are moved to the top, under the names that are returned.
  private static func clear(
    _ folder: borrowing Folder, into top: borrowing Folder, _ moved: inout Int
  ) throws(EngineError) -> [FileName] {
    var folders: [FileName] = []
    for name in try folder.names() {
      if name.with({ unlinkat(folder.descriptor, $0, 0) }) == 0 || errno == ENOENT { continue }
      guard errno == EISDIR || errno == EPERM else { throw .system("remove `\(name)`") }
      if name.with({ unlinkat(folder.descriptor, $0, AT_REMOVEDIR) }) == 0 { continue }
      guard errno == ENOTEMPTY || errno == EEXIST else { throw .system("remove the folder `\(name)`") }
      moved += 1
      let newName = FileName(".removing-\(moved)")
      let result = name.with { old in newName.with { renameat(folder.descriptor, old, top.descriptor, $0) } }
      guard result == 0 else { throw .system("remove the folder `\(name)`") }
      folders.append(newName)
    }
    return folders
  }
}
