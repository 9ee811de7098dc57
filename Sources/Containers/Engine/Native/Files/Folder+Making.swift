import CLinux
import Glibc
import Host

extension Folder {
  /// Makes way for something new under a name: what is there goes, but a folder stays for a folder alone.
  func makeWay(for kind: EntryKind, as name: FileName) throws(EngineError) {
    guard let found = try status(name) else { return }
    let isFolder = found.st_mode & S_IFMT == S_IFDIR
    if isFolder, kind == .folder { return }
    guard !isFolder else {
      throw EngineError(.invalid, "cannot put a file in the place of the folder `\(name)`")
    }
    guard kind != .folder else {
      throw EngineError(.invalid, "cannot put a folder in the place of the file `\(name)`")
    }
    guard name.with({ unlinkat(descriptor, $0, 0) }) == 0 else {
      if errno == EBUSY {
        throw EngineError(.invalid, "`\(name)` is mounted into the container and cannot be replaced")
      }
      throw .system("replace `\(name)`")
    }
  }

  /// Opens a folder, which is made when absent.
  func makeFolder(_ name: FileName) throws(EngineError) -> Folder {
    try makeWay(for: .folder, as: name)
    guard name.with({ mkdirat(descriptor, $0, 0o700) }) == 0 || errno == EEXIST else {
      throw .system("make the folder `\(name)`")
    }
    return try folder(name)
  }

  /// A new regular file in the place of whatever file was there.
  func makeFile(_ name: FileName) throws(EngineError) -> RegularFile {
    try makeWay(for: .other, as: name)
    let made = name.with {
      openat(descriptor, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
    guard made >= 0 else { throw .system("write `\(name)`") }
    return RegularFile(made: made)
  }

  func makeLink(_ name: FileName, to target: FileName, _ attributes: FileAttributes) throws(EngineError) {
    try makeWay(for: .other, as: name)
    let made = target.with { target in name.with { symlinkat(target, descriptor, $0) } }
    guard made == 0 else { throw .system("make the link `\(name)`") }
    try setOutside(attributes, of: name)
  }

  func makePipe(_ name: FileName, _ attributes: FileAttributes) throws(EngineError) {
    try makeWay(for: .other, as: name)
    guard name.with({ mkfifoat(descriptor, $0, attributes.mode) }) == 0 else {
      throw .system("make the pipe `\(name)`")
    }
    guard name.with({ fchmodat(descriptor, $0, attributes.mode, 0) }) == 0 else {
      throw .system("make the pipe `\(name)`")
    }
    try setOutside(attributes, of: name)
  }

  /// A further name for a file of this or another folder.
  func makeHardLink(_ name: FileName, to other: FileName, in folder: borrowing Folder) throws(EngineError) {
    try makeWay(for: .other, as: name)
    let made = other.with { other in name.with { linkat(folder.descriptor, other, descriptor, $0, 0) } }
    guard made == 0 else { throw .system("make the hard link `\(name)`") }
  }

  /// Gives this folder its attributes; its content must be complete, for the sake of the time.
  func set(_ attributes: FileAttributes, name: FileName) throws(EngineError) {
    guard fchown(descriptor, attributes.owner, attributes.group) == 0,
      fchmod(descriptor, attributes.mode) == 0,
      futimens(descriptor, attributes.times) == 0
    else { throw .system("set the owner, mode and time of `\(name)`") }
  }

  /// The owner and time of something that cannot be opened.
  private func setOutside(_ attributes: FileAttributes, of name: FileName) throws(EngineError) {
    let owned = name.with {
      fchownat(descriptor, $0, attributes.owner, attributes.group, AT_SYMLINK_NOFOLLOW)
    }
    let timed = name.with { utimensat(descriptor, $0, attributes.times, AT_SYMLINK_NOFOLLOW) }
    guard owned == 0, timed == 0 else { throw .system("set the owner and time of `\(name)`") }
  }
}

/// What something new in a folder is, as far as it matters for what it replaces.
enum EntryKind: Sendable, Hashable { case folder, other }
