import CLinux
import Glibc
import Host

/// A path in the file system that this process has as its root, which is a container's: links lead nowhere
/// else, and those of `/proc` that lead to processes' own roots and files are refused.
struct ContainerPath: Sendable, Hashable, CustomStringConvertible {
  /// Absolute, without empty parts, `.` and `..`.
  let text: String
  /// Whether it was written so that only a folder can be meant.
  let meansFolder: Bool

  /// Takes a path as `docker cp` does: `..` is taken back where it is written, a relative path starts at `/`.
  init(_ path: String) {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    text = "/" + parts.joined(separator: "/")
    meansFolder = path.hasSuffix("/") || path.hasSuffix("/.") || path == "." || parts.isEmpty
  }

  var description: String { text }
  var name: FileName { FileName(text.split(separator: "/").last.map(String.init) ?? ".") }
  var parent: ContainerPath {
    ContainerPath("/" + text.split(separator: "/").dropLast().joined(separator: "/"))
  }

  /// The folder at the path, links followed; nil where nothing is.
  func folder() throws(EngineError) -> Folder? {
    let descriptor = open(O_RDONLY | O_DIRECTORY)
    if descriptor >= 0 { return Folder(taking: descriptor) }
    if errno == ENOENT { return nil }
    if errno == ENOTDIR { throw EngineError(.invalid, "`\(text)` of the container is not a folder") }
    throw .system("open the folder `\(text)` of the container")
  }

  /// The regular file at the path, links followed.
  func file() throws(EngineError) -> RegularFile {
    let descriptor = open(O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw EngineError(.invalid, "there is no file `\(text)` in the container") }
      throw .system("read `\(text)` of the container")
    }
    return try RegularFile(regular: descriptor, name: FileName(text))
  }

  /// The content of the file at the path.
  func read(limit: Int) throws(EngineError) -> [UInt8] {
    let file = try file()
    do throws(HostError) {
      return try Disk.readAll(
        file.descriptor, sizeHint: Int(file.status.st_size), limit: limit,
        attempt: "read `\(text)` of the container")
    } catch {
      throw .host(error)
    }
  }

  private func open(_ flags: Int32) -> Int32 {
    clinux_openat2(AT_FDCWD, text, UInt64(flags | O_CLOEXEC), 0, clinux_no_magic_links)
  }
}
