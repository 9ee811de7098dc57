import Expectation
import Matching

/// What goss finds of a package; the name is a pattern, as `dpkg-query` takes it.
enum PackageFacts {
  static func finding(_ name: String, _ property: String, in image: ToldImage) throws(Untold) -> GossFinding {
    let database = try image.packages()
    let versions = database.map { database in
      names(fitting: name, in: database).flatMap { database.installed($0) }.map(\.version.text)
    }
    return .value(property == "installed" ? .bool(versions?.isEmpty == false) : .texts(versions ?? []))
  }

  private static func names(fitting name: String, in database: PackageDatabase) -> [String] {
    guard name.contains(where: { "*?[".contains($0) }) else { return [name] }
    let pattern = NamePattern(Array(name.utf8))
    return database.names.filter { pattern.matches(Array($0.utf8)) }.sorted()
  }
}
