import Expectation
import Matching

/// What goss finds of packages; dpkg and apk take a pattern for a name.
struct PackageFacts {
  let image: ToldImage
  /// The packaging system that is asked; nil for that of the image's distribution.
  let chosen: PackageVersion.System?
  private let told = Remembered<PackageVersion.System?>()

  init(image: ToldImage, chosen: PackageVersion.System?) {
    self.image = image
    self.chosen = chosen
  }

  func finding(_ name: String, _ property: String) throws(Untold) -> GossFinding {
    let system: PackageVersion.System? =
      if let chosen { chosen } else {
        try told.value { () throws(Untold) in try systemOfDistribution() }
      }
    let packages = try image.packages().map { Self.packages(of: name, in: $0) } ?? []
    let versions = packages.map(\.version).filter { system == nil || $0.system == system }.map(\.text)
    return .value(property == "installed" ? .bool(!versions.isEmpty) : .texts(versions))
  }

  /// Of an image that has the files of several systems goss asks one, by the first of these marks; nil for an image without any,
  /// where whatever files there are tell.
  private func systemOfDistribution() throws(Untold) -> PackageVersion.System? {
    if try image.read("/etc/lsb-release", limit: 1 << 16)?.firstRange(of: Array("Ubuntu".utf8)) != nil {
      return .dpkg
    }
    let marks: [(String, PackageVersion.System)] = [
      ("redhat-release", .rpm), ("system-release", .rpm), ("alpine-release", .apk), ("arch-release", .pacman),
      ("debian_version", .dpkg),
    ]
    for (mark, system) in marks where try image.entry(at: "/etc/" + mark) != nil { return system }
    return nil
  }

  private static func packages(
    of name: String, in database: PackageDatabase
  ) -> [PackageDatabase.Package] {
    guard name.utf8.contains(where: "*?[".utf8.contains) else { return database.installed(name) }
    let parts = name.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).map { NamePattern(Array($0)) }
    guard let pattern = parts.first else { return [] }
    return database.names.filter { pattern.matches(Array($0.utf8)) }.flatMap { database.installed($0) }
      .filter { package in
        switch package.version.system {
        case .dpkg: parts.count == 1 || parts[1].matches(Array(package.architecture.utf8))
        case .apk: parts.count == 1
        case .rpm, .pacman: false
        }
      }
  }
}
