import RubyEvaluation

/// The version of a cookbook: two or three numbers.
package struct CookbookVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  let version: GemVersion

  /// What a cookbook without a version has.
  package static let zero = CookbookVersion(version: GemVersion(numbers: [0, 0, 0]))

  /// Reads `X.Y` or `X.Y.Z`; Chef refuses anything else.
  package init?(_ text: String) {
    guard let version = GemVersion(text), version.hasNumbers(2...3), version.description == text else {
      return nil
    }
    self.version = version
  }

  private init(version: GemVersion) { self.version = version }

  /// Always with three numbers, as Chef shows it and looks it up.
  package var description: String {
    let numbers = version.leadingNumbers
    return (numbers + Array(repeating: 0, count: 3 - numbers.count)).map(String.init).joined(separator: ".")
  }

  package static func < (a: CookbookVersion, b: CookbookVersion) -> Bool { a.version < b.version }
}
