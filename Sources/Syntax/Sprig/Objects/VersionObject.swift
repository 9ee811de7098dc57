import GoTemplate

/// What Sprig's `semver` makes: Masterminds/semver's `*semver.Version`.
struct VersionObject: GoObject {
  let version: LooseVersion
  let original: String
  /// Whether Go holds the version itself and no pointer to it.
  private let isPlain: Bool

  init(_ version: LooseVersion, _ original: String, isPlain: Bool = false) {
    self.version = version
    self.original = original
    self.isPlain = isPlain
  }

  var goType: String { isPlain ? "semver.Version" : "*semver.Version" }
  var words: String { "a version" }
  var kindName: String { isPlain ? "struct" : "ptr" }
  var printed: String { version.text }

  func isSame(as other: any GoObject) -> Bool { (other as? VersionObject)?.original == original }

  func parameters(of method: String) -> [GoParameter]? {
    switch method {
    case "Major", "Minor", "Patch", "Prerelease", "Metadata", "String", "IncPatch", "IncMinor", "IncMajor": []
    case "Original" where !isPlain: []
    case "Compare", "Equal", "LessThan", "LessThanEqual", "GreaterThan", "GreaterThanEqual":
      isPlain ? nil : [.object(goType)]
    default: nil
    }
  }

  func answer<Opaque>(_ method: String, _ arguments: [GoArgument]) -> GoResult<Opaque>? {
    switch arguments.first {
    case nil: part(method)
    case .object(let other): (other as? VersionObject).flatMap { compared(method, $0.version) }
    case .text, .number: nil
    }
  }

  private func part<Opaque>(_ method: String) -> GoResult<Opaque>? {
    let numbers = version.numbers
    switch method {
    case "Major": return .value(.unsigned(UInt64(numbers[0])))
    case "Minor": return .value(.unsigned(UInt64(numbers[1])))
    case "Patch": return .value(.unsigned(UInt64(numbers[2])))
    case "Prerelease": return .value(.text(version.prerelease.joined(separator: ".")))
    case "Metadata": return .value(.text(version.build))
    case "Original": return .value(.text(original))
    case "String": return .value(.text(printed))
    // A version before its release becomes the release.
    case "IncPatch":
      return next([numbers[0], numbers[1], numbers[2] &+ (version.prerelease.isEmpty ? 1 : 0)])
    case "IncMinor": return next([numbers[0], numbers[1] &+ 1, 0])
    case "IncMajor": return next([numbers[0] &+ 1, 0, 0])
    default: return nil
    }
  }

  private func next<Opaque>(_ numbers: [Int]) -> GoResult<Opaque>? {
    let text = numbers.map(String.init).joined(separator: ".")
    return LooseVersion(text).map {
      .value(.object(VersionObject($0, (original.hasPrefix("v") ? "v" : "") + text, isPlain: true)))
    }
  }

  private func compared<Opaque>(_ method: String, _ other: LooseVersion) -> GoResult<Opaque>? {
    let order = version.order(against: other)
    switch method {
    case "Compare": return .value(.integer(order))
    case "Equal": return .value(.bool(order == 0))
    case "LessThan": return .value(.bool(order < 0))
    case "LessThanEqual": return .value(.bool(order <= 0))
    case "GreaterThan": return .value(.bool(order > 0))
    case "GreaterThanEqual": return .value(.bool(order >= 0))
    default: return nil
    }
  }
}
