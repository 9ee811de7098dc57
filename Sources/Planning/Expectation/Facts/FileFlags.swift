package import Image

/// What the permissions of a file let everybody do.
package enum FileFlags {
  package static let setuid = "setuid"
  package static let setgid = "setgid"
  package static let worldWritable = "world-writable"
  package static let unowned = "unowned"

  /// Whether it runs with the rights of its owner or its group. The bit on a folder or a link means something else.
  package static func isSet(_ bit: UInt32, on entry: ImageEntry) -> Bool {
    entry.kind == .file && entry.mode & bit != 0
  }

  /// Whether everybody may change it; in a sticky folder nobody takes away what belongs to others, and links have no rights.
  package static func isWorldWritable(_ entry: ImageEntry) -> Bool {
    guard entry.kind != .symlink, entry.mode & 0o002 != 0 else { return false }
    return entry.kind != .directory || entry.mode & 0o1000 == 0
  }
}
