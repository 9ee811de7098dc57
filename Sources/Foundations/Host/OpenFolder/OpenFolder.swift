import CLinux
import Glibc

/// A folder that is open while this object lives; what is asked of it is a single name in it, links never followed.
///
/// Walking by open folders cannot be led astray by somebody who swaps a folder for a link meanwhile. A class since the
/// descriptor is closed with it.
package final class OpenFolder: Sendable {
  /// The path for messages.
  package let path: String
  let descriptor: Int32

  /// Opens a folder of the host; links in its own path are followed.
  package init(_ path: String) throws(HostError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    self.path = path
    guard descriptor >= 0 else { throw .last("open the folder `\(path)`") }
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a folder in this one; a link to a folder is refused.
  package func folder(_ name: [UInt8]) throws(HostError) -> OpenFolder {
    let found = Self.call(name) { openat(descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard found >= 0 else { throw .last("open the folder `\(shown(name))`") }
    return OpenFolder(descriptor: found, path: shown(name))
  }

  /// Opens a file for reading; the caller closes the descriptor.
  package func openFile(_ name: [UInt8]) throws(HostError) -> Int32 {
    let found = Self.call(name) { openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard found >= 0 else { throw .last("read `\(shown(name))`") }
    return found
  }

  /// What stands under a name; nil where nothing does.
  package func inode(_ name: [UInt8]) throws(HostError) -> Inode? {
    var found = stat()
    if Self.call(name, { fstatat(descriptor, $0, &found, AT_SYMLINK_NOFOLLOW) }) == 0 { return Inode(found) }
    if errno == ENOENT || errno == ENAMETOOLONG { return nil }
    throw .last("look at `\(shown(name))`")
  }

  /// The folder's own inode.
  package func inode() throws(HostError) -> Inode {
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { throw .last("look at `\(path)`") }
    return Inode(found)
  }

  /// The names in the folder, sorted by bytes, without `.` and `..`.
  package func names() throws(HostError) -> [[UInt8]] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { throw .last("list `\(path)`") }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Where a symbolic link points.
  package func target(_ name: [UInt8]) throws(HostError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { buffer -> Int in
      guard let start = buffer.baseAddress else { return 0 }
      return Self.call(name) { readlinkat(descriptor, $0, start, buffer.count) }
    }
    guard count >= 0 else { throw .last("read the link `\(shown(name))`") }
    return Array(buffer[..<count])
  }

  /// The extended attributes of what stands under a name, sorted; none where the file system has none.
  package func attributes(_ name: [UInt8]) throws(HostError) -> [(name: String, value: [UInt8])] {
    let attempt = "read the attributes of `\(shown(name))`"
    let size = Self.call(reach(name)) { clinux_list_attributes($0, nil, 0) }
    if size == 0 || (size < 0 && errno == ENOTSUP) { return [] }
    guard size > 0 else { throw .last(attempt) }
    var names = [CChar](repeating: 0, count: size)
    let count = Self.call(reach(name)) { clinux_list_attributes($0, &names, names.count) }
    guard count >= 0 else { throw .last(attempt) }
    let list = names[..<count].split(separator: 0).map {
      String(decoding: $0.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    var attributes: [(name: String, value: [UInt8])] = []
    for attribute in list.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      var value = [UInt8](repeating: 0, count: 1 << 16)
      let count = Self.call(reach(name)) { clinux_attribute($0, attribute, &value, value.count) }
      if count < 0, errno == ENODATA { continue }
      guard count >= 0 else { throw .last(attempt) }
      attributes.append((attribute, Array(value[..<count])))
    }
    return attributes
  }

  /// The path of a name for messages.
  func shown(_ name: [UInt8]) -> String { path + "/" + String(decoding: name, as: UTF8.self) }

  /// A path by which calls without a folder argument reach a name.
  func reach(_ name: [UInt8]) -> [UInt8] { Array("/proc/self/fd/\(descriptor)/".utf8) + name }

  /// Lends a name to a call as C has it.
  static func call<Result>(_ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (name.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else {
        preconditionFailure("an array with an end mark is not empty")
      }
      return body(start)
    }
  }
}
