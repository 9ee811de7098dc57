import Glibc

/// What stands under a name of a folder, symbolic links not followed.
package struct Inode: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case file, directory, symlink, fifo, socket, characterDevice, blockDevice
  }

  package let kind: Kind
  /// Permission bits with setuid, setgid and sticky.
  package let mode: UInt32
  package let owner: UInt32
  package let group: UInt32
  package let size: Int
  /// Seconds since 1970, rounded down.
  package let modified: Int
  /// When anything about it changed last, in nanoseconds since 1970: nobody can set this time.
  package let changed: Int
  /// How many names it has.
  package let links: Int
  /// What tells it from every other one.
  package let identity: Identity
  /// Which device a device node stands for.
  package let major: UInt32
  package let minor: UInt32

  package struct Identity: Sendable, Hashable {
    package let device: UInt64
    package let number: UInt64
  }

  init(_ found: stat) {
    kind =
      switch found.st_mode & S_IFMT {
      case S_IFDIR: .directory
      case S_IFLNK: .symlink
      case S_IFIFO: .fifo
      case S_IFSOCK: .socket
      case S_IFCHR: .characterDevice
      case S_IFBLK: .blockDevice
      default: .file
      }
    mode = found.st_mode & 0o7777
    owner = found.st_uid
    group = found.st_gid
    size = Int(found.st_size)
    modified = Int(found.st_mtim.tv_sec)
    changed = Int(found.st_ctim.tv_sec) * 1_000_000_000 + Int(found.st_ctim.tv_nsec)
    links = Int(found.st_nlink)
    identity = Identity(device: UInt64(found.st_dev), number: UInt64(found.st_ino))
    let number = UInt64(found.st_rdev)
    major = UInt32(truncatingIfNeeded: number >> 32 & 0xFFFF_F000 | number >> 8 & 0xFFF)
    minor = UInt32(truncatingIfNeeded: number >> 12 & 0xFFFF_FF00 | number & 0xFF)
  }

  /// The kernel's number of a device.
  static func deviceNumber(major: UInt32, minor: UInt32) -> dev_t {
    let (major, minor) = (UInt64(major), UInt64(minor))
    let high = (major & 0xFFFF_F000) << 32 | (minor & 0xFFFF_FF00) << 12
    return dev_t(high | (major & 0xFFF) << 8 | minor & 0xFF)
  }
}
