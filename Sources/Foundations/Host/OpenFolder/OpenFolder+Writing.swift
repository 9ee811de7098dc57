import CLinux
import Glibc

extension OpenFolder {
  /// Makes an empty folder that only its owner can enter; the looks follow by `dress`.
  package func makeFolder(_ name: [UInt8]) throws(HostError) {
    guard Self.call(name, { mkdirat(descriptor, $0, 0o700) }) == 0 else { throw made(name) }
  }

  /// Makes a new file for writing; the caller closes the descriptor.
  package func makeFile(_ name: [UInt8]) throws(HostError) -> Int32 {
    let found = Self.call(name) {
      openat(descriptor, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
    guard found >= 0 else { throw made(name) }
    return found
  }

  /// Makes a symbolic link.
  package func makeSymlink(_ name: [UInt8], to target: [UInt8]) throws(HostError) {
    let status = Self.call(name) { name in Self.call(target) { symlinkat($0, descriptor, name) } }
    guard status == 0 else { throw made(name) }
  }

  /// Gives a file, or a symbolic link itself, a further name.
  package func makeLink(_ name: [UInt8], to other: [UInt8], in folder: OpenFolder) throws(HostError) {
    let status = Self.call(name) { name in
      Self.call(other) { linkat(folder.descriptor, $0, descriptor, name, 0) }
    }
    guard status == 0 else { throw made(name) }
  }

  /// Makes a pipe or a device node.
  package func makeNode(_ name: [UInt8], _ kind: Inode.Kind, major: UInt32 = 0, minor: UInt32 = 0)
    throws(HostError)
  {
    let type =
      switch kind {
      case .characterDevice: S_IFCHR
      case .blockDevice: S_IFBLK
      default: S_IFIFO
      }
    let device = Inode.deviceNumber(major: major, minor: minor)
    guard Self.call(name, { mknodat(descriptor, $0, type | 0o600, device) }) == 0 else { throw made(name) }
  }

  /// Sets the owner of what stands under a name.
  package func setOwner(_ name: [UInt8], _ owner: UInt32, _ group: UInt32) throws(HostError) {
    let status = Self.call(name) { fchownat(descriptor, $0, owner, group, AT_SYMLINK_NOFOLLOW) }
    guard status == 0 else { throw .last("set the owner of `\(shown(name))`") }
  }

  /// Sets the permission bits of what stands under a name, which is no symbolic link.
  package func setMode(_ name: [UInt8], _ mode: UInt32) throws(HostError) {
    guard Self.call(name, { fchmodat(descriptor, $0, mode, 0) }) == 0 else {
      throw .last("set the mode of `\(shown(name))`")
    }
  }

  /// Sets the time of change of what stands under a name, in seconds since 1970.
  package func setModified(_ name: [UInt8], _ seconds: Int) throws(HostError) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    let status = Self.call(name) { utimensat(descriptor, $0, [time, time], AT_SYMLINK_NOFOLLOW) }
    guard status == 0 else { throw .last("set the time of `\(shown(name))`") }
  }

  /// Sets an extended attribute of what stands under a name.
  package func setAttribute(_ name: [UInt8], _ attribute: String, _ value: [UInt8]) throws(HostError) {
    let status = Self.call(reach(name)) { clinux_set_attribute($0, attribute, value, value.count) }
    guard status == 0 else { throw .last("set the attribute `\(attribute)` of `\(shown(name))`") }
  }

  /// Removes what stands under a name, a folder with all that is in it; an absent one is no error.
  package func remove(_ name: [UInt8]) throws(HostError) {
    if Self.call(name, { unlinkat(descriptor, $0, 0) }) == 0 || errno == ENOENT { return }
    guard errno == EISDIR || errno == EPERM || errno == ENOTEMPTY else {
      throw .last("remove `\(shown(name))`")
    }
    if Self.call(name, { unlinkat(descriptor, $0, AT_REMOVEDIR) }) == 0 || errno == ENOENT { return }
    guard errno == ENOTEMPTY || errno == EEXIST else { throw .last("remove `\(shown(name))`") }
    let inner = try openForRemoval(name)
    for entry in try inner.names() { try inner.remove(entry) }
    guard Self.call(name, { unlinkat(descriptor, $0, AT_REMOVEDIR) }) == 0 || errno == ENOENT else {
      throw .last("remove `\(shown(name))`")
    }
  }

  /// An overlay's work folder is closed even to its owner.
  private func openForRemoval(_ name: [UInt8]) throws(HostError) -> OpenFolder {
    do {
      return try folder(name)
    } catch {
      guard error.reason == .notPermitted else { throw error }
      try setMode(name, 0o700)
      return try folder(name)
    }
  }

  private func made(_ name: [UInt8]) -> HostError { .last("make `\(shown(name))`") }
}
