import Image
import Source

/// What docker lays over every image (moby, `daemon/initlayer/setup_unix.go`).
package enum ContainerAdditions {
  static let entries: [String: ImageEntry] = {
    var entries: [String: ImageEntry] = [:]
    for path in ["/dev", "/dev/pts", "/dev/shm", "/proc", "/sys", "/etc"] {
      entries[path] = ImageEntry(path: path, kind: .directory, mode: 0o755)
    }
    for path in ["/.dockerenv", "/etc/resolv.conf", "/etc/hosts", "/etc/hostname", "/dev/console"] {
      entries[path] = ImageEntry(path: path, kind: .file, mode: 0o755)
    }
    entries["/etc/mtab"] = ImageEntry(path: "/etc/mtab", kind: .symlink, mode: 0o777, target: "/proc/mounts")
    return entries
  }()

  /// Whether a path is one of them, however it is spelt.
  package static func contain(_ path: String) -> Bool { entries[CreatedContainer.clean(path)] != nil }

  /// Whether a path is one of some folders, or one above them: docker makes those of volumes and of the working directory.
  package static func isFolder(_ path: String, above folders: [String]) -> Bool {
    let clean = CreatedContainer.clean(path)
    return folders.map(CreatedContainer.clean).contains {
      $0 != "/" && ($0.isExactly(clean) || $0.utf8.starts(with: (clean + "/").utf8))
    }
  }
}
