import CLinux
import Glibc

/// Looks at the root of a container before a runtime works in it: what an image puts in the place of usual folders and
/// files may lead the runtime out of it, or let it wait without end.
///
/// runc makes its links in `/dev` by path, and through a link of the image that is a folder of the machine; it reads the
/// accounts with a plain `open`, which a FIFO blocks.
struct RootInspection: ~Copyable {
  private let root: Folder

  init(of root: consuming Folder) { self.root = root }

  /// Refuses a root that is not as a runtime expects it; what is absent the runtime makes.
  func demandUsual() throws(EngineError) {
    for name in ["dev", "proc", "sys"] {
      guard let status = try root.status(FileName(name)) else { continue }
      try demand(S_IFDIR, status, "/" + name)
    }
    for path in ["etc/passwd", "etc/group"] {
      guard let status = status(of: path) else { continue }
      try demand(S_IFREG, status, "/" + path)
    }
  }

  /// What links of the image lead to within it; nil where nothing is.
  private func status(of path: String) -> stat? {
    let found = clinux_openat2(
      root.descriptor, path, UInt64(clinux_path_only | O_CLOEXEC), 0, clinux_in_root | clinux_no_magic_links)
    guard found >= 0 else { return nil }
    defer { close(found) }
    var status = stat()
    return fstat(found, &status) == 0 ? status : nil
  }

  private func demand(_ type: mode_t, _ status: stat, _ path: String) throws(EngineError) {
    guard status.st_mode & S_IFMT != type else { return }
    let wanted = type == S_IFDIR ? "a folder" : "a file"
    throw EngineError(
      .invalid, "`\(path)` of the image is \(Self.words(for: status.st_mode)), where \(wanted) is expected",
      help: "no container can be started from it; make `\(path)` \(wanted) where the image is built")
  }

  private static func words(for mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFLNK: "a link"
    case S_IFIFO: "a FIFO"
    case S_IFDIR: "a folder"
    case S_IFREG: "a file"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }
}
