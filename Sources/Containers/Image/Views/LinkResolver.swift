import Source

/// Follows symbolic links inside a root, as the kernel does in a container: no link leads out of it.
struct LinkResolver {
  /// What stands at a path whose folders are all real.
  enum Step {
    case directory
    case link([UInt8])
    case other
  }

  /// The kernel's own limit.
  private static let hopLimit = 40

  /// The real path of a path, without slashes at its ends; nil where nothing stands there, or links run in a circle.
  static func resolve(
    _ path: [UInt8], followsLast: Bool, look: ([UInt8]) throws(ImageError) -> Step?
  ) throws(ImageError) -> [UInt8]? {
    var real: [UInt8] = []
    real.reserveCapacity(path.count)
    var ahead = Array(parts(path).reversed())
    var hops = 0
    while let part = ahead.popLast() {
      if part.elementsEqual([0x2E, 0x2E]) {
        real.removeSubrange((real.lastIndex(of: 0x2F) ?? 0)...)
        continue
      }
      let folder = real.count
      if folder > 0 { real.append(0x2F) }
      real += part
      switch try look(real) {
      case nil: return nil
      case .directory: break
      case .other: return ahead.isEmpty ? real : nil
      case .link(let target):
        if ahead.isEmpty, !followsLast { return real }
        hops += 1
        guard hops <= hopLimit, ahead.count < 4096 else { return nil }
        real.removeSubrange((target.first == 0x2F ? 0 : folder)...)
        ahead += parts(target).reversed()
      }
    }
    return real
  }

  /// An absolute path without its first slash; nil where it has empty parts, `.` or `..`.
  static func plain(_ path: [UInt8]) -> [UInt8]? {
    guard path.count > 1, path[0] == 0x2F else { return nil }
    var start = 1
    while start <= path.count {
      let end = path.offset(of: 0x2F, from: start, below: path.count)
      if end - start < 3, path[start..<end].allSatisfy({ $0 == 0x2E }) { return nil }
      start = end + 1
    }
    return Array(path.dropFirst())
  }

  /// The parts of a path without `.` and empty ones.
  static func parts(_ path: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    while start < path.count {
      let end = path.offset(of: 0x2F, from: start, below: path.count)
      if end > start, end > start + 1 || path[start] != 0x2E { parts.append(path[start..<end]) }
      start = end + 1
    }
    return parts
  }

  /// The path of parts, without slashes at its ends.
  static func path(of parts: some Collection<ArraySlice<UInt8>>) -> [UInt8] {
    var path: [UInt8] = []
    path.reserveCapacity(parts.reduce(0) { $0 + $1.count + 1 })
    for part in parts {
      if !path.isEmpty { path.append(0x2F) }
      path += part
    }
    return path
  }
}
