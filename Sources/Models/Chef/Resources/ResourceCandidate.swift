import RubyEvaluation

/// A resource that answers to a name on some platforms.
package struct ResourceCandidate: Sendable, Hashable {
  package let resource: String
  /// The kinds of system, families and platforms on which it does; empty for all.
  let systems: [String]
  let families: [String]
  let platforms: [String]
  /// A constraint on the platform's version.
  let version: String?

  /// Whether it answers on a node; nil where that cannot be told.
  func answers(on platform: ChefPlatform) -> Bool? {
    let conditions = [
      (systems, platform.system), (families, platform.family), (platforms, platform.name),
    ]
    var isCertain = true
    for (wanted, actual) in conditions where !wanted.isEmpty {
      guard let actual else {
        isCertain = false
        continue
      }
      guard wanted.contains(actual) else { return false }
    }
    if let version {
      guard let actual = platform.version else { return nil }
      guard let requirement = GemRequirement(version), let actual = GemVersion(actual) else { return nil }
      guard requirement.accepts(actual) else { return false }
    }
    return isCertain ? true : nil
  }
}
