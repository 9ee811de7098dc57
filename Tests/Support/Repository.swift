/// The checkout that the tests belong to.
package enum Repository {
  /// Its root folder, without a slash at the end.
  package static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// A path below `Fixtures`.
  package static func fixture(_ path: String) -> String { root + "/Fixtures/" + path }
}
