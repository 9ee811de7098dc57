import CLinux
import Glibc
import Host

/// The namespaces of a running container, held open so that this process can enter them.
///
/// All of them are opened through one descriptor of `/proc/PID`: should the container end and its number be
/// used again, the opening fails instead of leading elsewhere.
struct ContainerNamespaces: Sendable {
  /// Namespaces of this process that only its children enter are joined like the others.
  enum Extent: Sendable, Hashable {
    /// Its mounts alone: paths lead into the container, while `/proc` of the container does not know this
    /// process.
    case mounts
    case all
  }

  private let opened: [(type: Int32, descriptor: Int32)]

  init(of process: ProcessIdentity, _ extent: Extent) throws(EngineError) {
    let folder = open("/proc/\(process.number)", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0, process.isRunning else { throw .containerEnded }
    defer { close(folder) }
    var names = [("mnt", clinux_new_mounts)]
    if extent == .all {
      names += [
        ("ipc", clinux_new_ipc), ("uts", clinux_new_names), ("net", clinux_new_network),
        ("pid", clinux_new_processes),
      ]
    }
    var opened: [(Int32, Int32)] = []
    for (name, type) in names {
      let descriptor = openat(folder, "ns/\(name)", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw errno == ENOENT ? .containerEnded : .system("open a namespace of the container")
      }
      opened.append((type, descriptor))
    }
    self.opened = opened
  }

  /// Enters them; from here on every path is one of the container's. The process must have one thread.
  func enter() throws(EngineError) {
    // The mounts come last: entering them needs nothing of the host's files, and the others may.
    for (type, descriptor) in opened.reversed() {
      guard clinux_setns(descriptor, type) == 0 else {
        throw errno == ESRCH ? .containerEnded : .system("enter the container")
      }
    }
    opened.forEach { close($0.descriptor) }
  }
}

extension EngineError {
  /// The container is gone, or its first process is.
  static let containerEnded = EngineError(.ended, "the container has ended")
}
