import Glibc

/// The options of a mount: flags of the call, and what the file system itself is told.
struct MountOptions: Sendable, Hashable {
  private(set) var flags: UInt = 0
  /// For the file system, separated by commas.
  private(set) var rest = ""

  init(_ options: [String]) {
    var others: [String] = []
    for option in options {
      switch option {
      case "bind": flags |= UInt(MS_BIND)
      case "rbind": flags |= UInt(MS_BIND | MS_REC)
      case "ro": flags |= UInt(MS_RDONLY)
      case "nosuid": flags |= UInt(MS_NOSUID)
      case "nodev": flags |= UInt(MS_NODEV)
      case "noexec": flags |= UInt(MS_NOEXEC)
      case "strictatime": flags |= UInt(MS_STRICTATIME)
      // What is said of propagation holds for all of our mounts.
      case "rw", "suid", "dev", "exec", "relatime", "rprivate", "private": break
      default: others.append(option)
      }
    }
    rest = others.joined(separator: ",")
  }

  var isBind: Bool { flags & UInt(MS_BIND) != 0 }
  /// What a bind mount gets only when it is mounted a second time.
  var restrictions: UInt { flags & UInt(MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC) }
}
