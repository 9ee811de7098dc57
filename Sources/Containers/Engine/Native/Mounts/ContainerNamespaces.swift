import CLinux
import Glibc
import Host

/// The namespaces of a running container, held open so that this process can enter them.
///
/// Those that this process is in already are left out: in which of them containers differ from it, the kernel knows
/// best. All of them are opened through one descriptor of `/proc/PID`: should the container end and its number be
/// used again, the opening fails instead of leading elsewhere.
struct ContainerNamespaces: Sendable {
  /// Namespaces of this process that only its children enter are joined like the others.
  enum Extent: Sendable, Hashable {
    /// Its users alone: this process gets rights over the container.
    case users
    /// Its users and mounts: paths lead into the container, while `/proc` of the container does not know this
    /// process.
    case mounts
    /// All but its processes and mounts: the network is the container's, and paths lead where they did.
    case surroundings
    case all
  }

  private let opened: [(type: Int32, descriptor: Int32)]
  /// The root of a container that has no mounts of its own; nil for others.
  private let root: Int32?

  /// Whether its processes have numbers of their own, and nothing but its own mounts is seen in it.
  let hasProcesses: Bool
  let hasMounts: Bool

  init(of process: ProcessIdentity, _ extent: Extent) throws(EngineError) {
    let folder = open("/proc/\(process.number)", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0, process.isRunning else { throw .containerEnded }
    defer { close(folder) }
    var opened: [(Int32, Int32)] = []
    for (name, type) in Self.names(extent) {
      let descriptor = openat(folder, "ns/\(name)", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw errno == ENOENT ? .containerEnded : .system("open a namespace of the container")
      }
      if Self.isOwn(descriptor, name) { close(descriptor) } else { opened.append((type, descriptor)) }
    }
    self.opened = opened
    let types = Set(opened.map { $0.0 })
    hasProcesses = types.contains(clinux_new_processes)
    hasMounts = types.contains(clinux_new_mounts)
    root =
      extent == .users || extent == .surroundings || hasMounts ? nil : try Self.root(folder)
  }

  /// Where a process has its root; nil where that is ours.
  private static func root(_ folder: Int32) throws(EngineError) -> Int32? {
    let root = openat(folder, "root", clinux_path_only | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { throw .system("open the container's root") }
    var (other, own) = (stat(), stat())
    guard fstat(root, &other) == 0, stat("/", &own) == 0,
      other.st_dev != own.st_dev || other.st_ino != own.st_ino
    else {
      close(root)
      return nil
    }
    return root
  }

  /// In the order in which they are entered: the users give the right to enter the others; the mounts come last, since
  /// entering them needs nothing of the host's files, and the others may.
  private static func names(_ extent: Extent) -> [(String, Int32)] {
    let users = [("user", clinux_new_users)]
    let mounts = [("mnt", clinux_new_mounts)]
    switch extent {
    case .users: return users
    case .mounts: return users + mounts
    case .surroundings: return users + surroundings
    case .all: return users + [("pid", clinux_new_processes)] + surroundings + mounts
    }
  }

  private static let surroundings = [
    ("net", clinux_new_network), ("uts", clinux_new_names), ("ipc", clinux_new_ipc),
  ]

  /// Whether a namespace is the one that this process is in.
  private static func isOwn(_ descriptor: Int32, _ name: String) -> Bool {
    var (other, own) = (stat(), stat())
    return fstat(descriptor, &other) == 0 && stat("/proc/self/ns/\(name)", &own) == 0
      && other.st_dev == own.st_dev && other.st_ino == own.st_ino
  }

  /// Enters them; from here on every path is one of the container's. The process must have one thread.
  func enter() throws(EngineError) {
    for (type, descriptor) in opened {
      guard clinux_setns(descriptor, type) == 0 else {
        throw errno == ESRCH ? .containerEnded : .system("enter the container")
      }
    }
    opened.forEach { close($0.descriptor) }
    guard let root else { return }
    guard fchdir(root) == 0, chroot(".") == 0 else { throw .system("enter the container's root") }
    close(root)
  }
}

extension EngineError {
  /// The container is gone, or its first process is.
  static let containerEnded = EngineError(.ended, "the container has ended")
}
