import Image
import Matching
import Source

/// The packages that pacman has installed: a folder each, whose file `desc` has a heading `%NAME%` above each value
/// (libalpm's local database).
enum PacmanDatabase {
  static let folder = "/var/lib/pacman/local"
  private static let limit = 1 << 20

  /// absent where the folder is not there, or empty.
  static func packages(in image: any ImageView) throws(ImageError) -> Known<[PackageDatabase.Package]> {
    let entries: [ImageEntry]
    switch try image.entries(under: folder) {
    case .value(let found): entries = found
    case .absent: return .absent
    case .unknown(let reason): return .unknown(reason)
    }
    var packages: [PackageDatabase.Package] = []
    for entry in entries where entry.kind == .file && entry.path.hasSuffix("/desc") {
      switch try image.read(entry.path, limit: limit) {
      case .value(let bytes):
        guard let package = package(bytes) else {
          return .unknown(UnknownReason("`\(entry.path)` is damaged: it names no package or no version"))
        }
        packages.append(package)
      case .absent: break
      case .unknown(let reason): return .unknown(reason)
      }
    }
    return packages.isEmpty ? .absent : .value(packages)
  }

  private static func package(_ bytes: [UInt8]) -> PackageDatabase.Package? {
    var values: [String: String] = [:]
    var heading: String?
    for line in bytes.split(separator: 0x0A).map({ String(decoding: $0, as: UTF8.self) }) {
      if line.count > 2, line.hasPrefix("%"), line.hasSuffix("%") {
        heading = line
      } else if let key = heading {
        values[key] = line
        heading = nil
      }
    }
    guard let name = values["%NAME%"], let version = values["%VERSION%"] else { return nil }
    return PackageDatabase.Package(
      name: name, version: PackageVersion(version, in: .pacman), architecture: values["%ARCH%"] ?? "",
      leftover: nil)
  }
}
