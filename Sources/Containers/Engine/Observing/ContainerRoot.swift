import CLinux
import Glibc

/// The file system of a container, opened from outside: no link of the image leads out of it.
struct ContainerRoot: Sendable {
  let descriptor: Int32

  init(of process: ProcessIdentity) throws(EngineError) {
    descriptor = open("/proc/\(process.number)/root", clinux_path_only | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, process.isRunning else {
      throw process.isRunning ? .system("open the container's root") : .containerEnded
    }
  }

  /// What lies at a path, opened without looking into it; nil for nothing.
  func place(_ path: String) -> Int32? {
    let found = clinux_openat2(
      descriptor, path, UInt64(clinux_path_only | O_CLOEXEC), 0, clinux_in_root | clinux_no_magic_links)
    return found >= 0 ? found : nil
  }

  /// The text of a small regular file; empty where there is none.
  func text(_ path: String, limit: Int = 1 << 20) -> String {
    let file = clinux_openat2(
      descriptor, path, UInt64(O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC), 0,
      clinux_in_root | clinux_no_magic_links)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      return ""
    }
    var bytes = [UInt8](repeating: 0, count: limit)
    var filled = 0
    while filled < limit {
      let count = bytes[filled...].withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      filled += count
    }
    return String(decoding: bytes[..<filled], as: UTF8.self)
  }
}
