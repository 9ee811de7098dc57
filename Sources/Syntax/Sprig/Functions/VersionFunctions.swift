import GoTemplate

/// Sprig's functions of semantic versions.
enum VersionFunctions {
  static func function(_ name: String) -> PlainFunction? {
    switch name {
    case "semver":
      .of(.text) { arguments in
        guard let version = LooseVersion(arguments.text(0)) else {
          return .failure("Invalid Semantic Version")
        }
        return .value(.object(VersionObject(version, arguments.text(0))))
      }
    case "semverCompare":
      .of(.text, .text) { arguments in
        guard let range = LooseVersionRange(arguments.text(0)) else {
          return .failure("improper constraint: \(arguments.text(0))")
        }
        guard let version = LooseVersion(arguments.text(1)) else {
          return .failure("Invalid Semantic Version")
        }
        return .bool(range.contains(version))
      }
    default: nil
    }
  }
}
