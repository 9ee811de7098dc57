import Expectation
import Matching

/// What goss finds of a package; dpkg and apk take a pattern for its name.
enum PackageFacts {
  static func finding(_ name: String, _ property: String, in image: ToldImage) throws(Untold) -> GossFinding {
    let versions = try image.packages().map { packages(of: name, in: $0).map(\.version.text) } ?? []
    return .value(property == "installed" ? .bool(!versions.isEmpty) : .texts(versions))
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
