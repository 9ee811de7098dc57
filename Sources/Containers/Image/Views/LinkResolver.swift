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
    var ahead = Array(parts(path).reversed())
    var hops = 0
    while let part = ahead.popLast() {
      if part.elementsEqual([0x2E, 0x2E]) {
        real = real.lastIndex(of: 0x2F).map { Array(real[..<$0]) } ?? []
        continue
      }
      let next = real.isEmpty ? Array(part) : real + [0x2F] + part
      switch try look(next) {
      case nil: return nil
      case .directory: real = next
      case .other:
        guard ahead.isEmpty else { return nil }
        return next
      case .link(let target):
        if ahead.isEmpty, !followsLast { return next }
        hops += 1
        guard hops <= hopLimit, ahead.count < 4096 else { return nil }
        if target.first == 0x2F { real = [] }
        ahead += parts(target).reversed()
      }
    }
    return real
  }

  /// The parts of a path without `.` and empty ones.
  static func parts(_ path: [UInt8]) -> [ArraySlice<UInt8>] {
    path.split(separator: 0x2F).filter { !$0.elementsEqual([0x2E]) }
  }
}
