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

    /// What may stand behind its name where rpm is asked for it.
    fileprivate var labels: [String] {
      let text = version.text
      // An epoch may be left out, and is 0 where the package has none.
      let other = text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? "0:" + text
      let all = [text, other].flatMap { [$0, $0.split(separator: "-").dropLast().joined(separator: "-")] }
      return ["." + architecture] + all.flatMap { ["-" + $0, "-" + $0 + "." + architecture] }
    }
  }

  private static let limit = 1 << 28

  /// The files that were read; empty for an image without a packaging system that is read here.
  let sources: [String]
  private let packages: [ExactText: [Package]]

  init(sources: [String], _ list: [Package]) {
    self.sources = sources
    packages = Dictionary(grouping: list) { ExactText($0.name) }
  }

  /// The names of all packages, in their order.
  package var names: [String] { packages.keys.map(\.text).sorted { $0.isBefore($1) } }

  /// The installed packages of a name, in the forms that its packaging system takes: `name:architecture` of dpkg,
  /// `name-version-release.architecture` of rpm.
  package func installed(_ name: String) -> [Package] { known(name).filter { $0.leftover == nil } }

  /// The packages of a name that are installed or have left something behind.
  func known(_ name: String) -> [Package] {
    if let found = packages[ExactText(name)] { return found }
    if let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) {
      let architecture = name[name.utf8.index(after: colon)...]
      // dpkg takes no name of an architecture for a package of all of them but `all`.
      let found = (packages[ExactText(String(name[..<colon]))] ?? []).filter {
        $0.version.system == .dpkg && $0.architecture.isExactly(architecture)
      }
      if !found.isEmpty { return found }
    }
    return labelled(name)
  }

  /// What `rpm -q` finds where no package has the name itself: it takes an architecture, a version and a release behind it.
  private func labelled(_ label: String) -> [Package] {
    let bytes = Array(label.utf8)
    for cut in bytes.indices.reversed()
    where bytes[cut] == UInt8(ascii: "-") || bytes[cut] == UInt8(ascii: ".") {
      let found = (packages[ExactText(String(decoding: bytes[..<cut], as: UTF8.self))] ?? []).filter {
        $0.version.system == .rpm && $0.labels.contains { bytes[cut...].elementsEqual($0.utf8) }
      }
      if !found.isEmpty { return found }
    }
    return []
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
