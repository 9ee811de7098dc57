import Glibc

extension Disk {
  package func unnameable(in path: String) -> [String: FileStatus.Kind] {
    var kinds: [String: FileStatus.Kind] = [:]
    visitUnnameable(in: path) { folder, name in
      var found = stat()
      if fstatat(folder, name, &found, 0) == 0 {
        kinds[String(decoding: Self.bytes(of: name), as: UTF8.self)] = Self.kind(found.st_mode)
      }
    }
    return kinds
  }

  package func read(unnameable name: String, in path: String, limit: Int) throws(HostError) -> [UInt8] {
    var descriptor: Int32?
    visitUnnameable(in: path) { folder, raw in
      guard descriptor == nil, String(decoding: Self.bytes(of: raw), as: UTF8.self) == name else { return }
      descriptor = openat(folder, raw, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard let descriptor else { throw HostError("read `\(name)`", .absent) }
    return try Self.read(descriptor, limit: limit, "read `\(name)`")
  }

  /// Visits the names of a directory that are not UTF-8, each with the open directory.
  private func visitUnnameable(in path: String, _ visit: (Int32, UnsafePointer<CChar>) -> Void) {
    guard let directory = opendir(absolute(path)) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard String(validating: name, as: UTF8.self) == nil else { continue }
      let folder = dirfd(directory)
      (name + [0]).withUnsafeBytes { bytes in
        guard let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return }
        visit(folder, start)
      }
    }
  }

  private static func bytes(of name: UnsafePointer<CChar>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: name, count: strlen(name))
  }
}
