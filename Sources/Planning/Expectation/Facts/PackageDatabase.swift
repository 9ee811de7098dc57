import Image
package import Matching
import Source

/// The installed packages of an image, from the files of its packaging systems.
package struct PackageDatabase: Sendable {
  package struct Package: Sendable, Hashable {
    package let name: String
    package let version: PackageVersion
    package let architecture: String
    /// What dpkg says of a package that is known and not installed: `deinstall ok config-files`.
    let leftover: String?
  }

  private static let limit = 1 << 28

  /// The files that were read; empty for an image without a packaging system that is read here.
  let sources: [String]
  private let packages: [String: [Package]]

  init(sources: [String], _ list: [Package]) {
    self.sources = sources
    packages = Dictionary(grouping: list, by: \.name)
  }

  package var names: some Sequence<String> { packages.keys }

  /// The installed packages of a name; `name:architecture` asks for one architecture.
  package func installed(_ name: String) -> [Package] { known(name).filter { $0.leftover == nil } }

  /// The packages of a name that are installed or have left something behind.
  func known(_ name: String) -> [Package] {
    if let found = packages[name] { return found }
    guard let colon = name.lastIndex(of: ":") else { return [] }
    let architecture = name[name.index(after: colon)...]
    return (packages[String(name[..<colon])] ?? []).filter {
      $0.architecture == architecture || $0.architecture == "all"
    }
  }

  /// Reads every database that is there; unknown where one of them cannot be read.
  static func read(from image: any ImageView) throws(ImageError) -> Known<PackageDatabase> {
    var sources: [String] = []
    var list: [Package] = []
    for (path, parse) in [
      ("/var/lib/dpkg/status", DpkgStatus.packages), ("/lib/apk/db/installed", ApkDatabase.packages),
      ("/usr/lib/apk/db/installed", ApkDatabase.packages),
    ] {
      // One of the two paths of apk may lead to the other.
      if sources.contains(where: { $0.hasSuffix("apk/db/installed") }), path.hasSuffix("apk/db/installed") {
        continue
      }
      switch try image.read(path, limit: limit) {
      case .value(let bytes):
        sources.append(path)
        list += parse(bytes)
      case .absent: break
      case .unknown(let reason): return .unknown(reason)
      }
    }
    switch try distroless(image) {
    case .value(let found):
      sources.append("/var/lib/dpkg/status.d")
      list += found
    case .absent: break
    case .unknown(let reason): return .unknown(reason)
    }
    switch try RPMDatabase.read(from: image, limit: limit) {
    case .value(let found):
      sources.append(found.source)
      list += found.packages
    case .absent: break
    case .unknown(let reason): return .unknown(reason)
    }
    switch try PacmanDatabase.packages(in: image) {
    case .value(let found):
      sources.append(PacmanDatabase.folder)
      list += found
    case .absent: break
    case .unknown(let reason): return .unknown(reason)
    }
    return .value(PackageDatabase(sources: sources, list))
  }

  /// Images without dpkg keep one file a package in `status.d`.
  private static func distroless(_ image: any ImageView) throws(ImageError) -> Known<[Package]> {
    let entries: [ImageEntry]
    switch try image.entries(under: "/var/lib/dpkg/status.d") {
    case .value(let found): entries = found
    case .absent: return .absent
    case .unknown(let reason): return .unknown(reason)
    }
    var list: [Package] = []
    for entry in entries where entry.kind == .file && !entry.path.hasSuffix(".md5sums") {
      switch try image.read(entry.path, limit: limit) {
      case .value(let bytes): list += DpkgStatus.packages(bytes)
      case .absent: break
      case .unknown(let reason): return .unknown(reason)
      }
    }
    return entries.isEmpty ? .absent : .value(list)
  }
}
