import Expectation
import Image
import Source

/// A path of an image as the kernel would walk it: what stands at its end, or why the walk stops.
enum ImagePath {
  enum End {
    /// The entry with its real path.
    case entry(ImageEntry, String)
    case missing
    /// A part of the way is no folder.
    case blocked
    /// Links lead in a circle.
    case loop
    /// The kernel takes no such path, in its words.
    case refused(String)
  }

  /// The kernel's own limit.
  private static let hopLimit = 40

  /// What the kernel lets a name and a path be, in bytes.
  private static let nameLimit = 255
  private static let pathLimit = 4095

  /// `path` is absolute, without `.` and `..`.
  static func end(of path: String, followsLast: Bool, in image: ToldImage) throws(Untold) -> End {
    if path.utf8.contains(0) { return .refused("invalid argument") }
    guard path.utf8.count <= pathLimit else { return tooLong }
    // Only where nothing is found does it matter what is on the way.
    if let entry = try image.entry(at: path), entry.kind != .symlink || !followsLast {
      return .entry(entry, path)
    }
    var real = ""
    var ahead = Array(parts(path).reversed())
    var hops = 0
    var last: ImageEntry?
    while let part = ahead.popLast() {
      if part == ".." {
        real = real.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(real[..<$0]) } ?? ""
        last = nil
        continue
      }
      guard part.utf8.count <= nameLimit else { return tooLong }
      let next = real + "/" + part
      guard let entry = try image.entry(at: next) else { return .missing }
      if entry.kind == .symlink, !ahead.isEmpty || followsLast {
        hops += 1
        guard hops <= hopLimit, ahead.count < 4096 else { return .loop }
        let target = entry.target ?? ""
        if target.utf8.first == UInt8(ascii: "/") { real = "" }
        ahead += parts(target).reversed()
        last = nil
        continue
      }
      if entry.kind != .directory, !ahead.isEmpty { return .blocked }
      real = next
      last = entry
    }
    if let last { return .entry(last, real) }
    let folder = real.isEmpty ? "/" : real
    return try image.entry(at: folder).map { .entry($0, folder) } ?? .missing
  }

  private static var tooLong: End { .refused("file name too long") }

  private static func parts(_ path: String) -> [String] {
    path.pathParts.filter { $0 != "." }
  }
}
