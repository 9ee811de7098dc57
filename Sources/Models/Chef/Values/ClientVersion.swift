package import RubyEvaluation

/// Which version of Chef runs, as far as a template tells.
package struct ClientVersion: Sendable, Hashable {
  /// The lowest version that it can be.
  package let lowest: GemVersion
  /// The first version that it surely is below; nil where `lowest` is the very version.
  package let limit: GemVersion?

  private init(_ lowest: GemVersion, below limit: GemVersion?) {
    self.lowest = lowest
    self.limit = limit
  }

  /// A major that no release bears, now or soon.
  private static let beyond = GemVersion(numbers: [40])

  /// The release whose resources and their properties `rules/chef/resources` tells.
  static let tabulated = GemVersion(numbers: [18, 5, 0])

  /// Any client: one that is installed already, or by a command of its own.
  package static let any = ClientVersion(GemVersion(numbers: [10]), below: beyond)
  /// The client that the installer takes without a version: the latest at that time.
  package static let latest = ClientVersion(GemVersion(numbers: [18]), below: beyond)

  /// What the installer makes of `version`: `18.5.0` is one release, `18` and `18.5` the latest of their line.
  package init?(requested text: String) {
    guard !text.isEmpty, let version = GemVersion(text) else { return nil }
    switch version.segments.count {
    case 1: self.init(version, below: version.bumped)
    case 2: self.init(version, below: GemVersion(numbers: version.leadingNumbers + [0]).bumped)
    default: self.init(version, below: nil)
    }
  }

  /// The version by which cookbooks are judged: where nothing is known of the client, the latest.
  package var judged: ClientVersion { self == .any ? .latest : self }

  /// Whether it is surely older than a version.
  package func isSurelyBelow(_ version: GemVersion) -> Bool {
    limit.map { $0 <= version } ?? (lowest < version)
  }

  /// Whether it is of a major version or a later one; nil where that cannot be told.
  package func isAtLeast(_ major: Int) -> Bool? {
    if let first = lowest.leadingNumbers.first, first >= major { return true }
    guard let limit else { return false }
    return limit <= GemVersion(numbers: [major]) ? false : nil
  }

  /// The version of Ohai that comes with it: its majors agree since 13.
  package var ohai: ClientVersion {
    guard let major = lowest.leadingNumbers.first, (13..<1000).contains(major) else {
      return ClientVersion(GemVersion(numbers: [6]), below: Self.beyond)
    }
    let upper = max(limit?.leadingNumbers.first ?? 0, major + 1)
    return ClientVersion(GemVersion(numbers: [major]), below: GemVersion(numbers: [upper]))
  }

  /// Whether it meets one of several lists of conditions; nil where it depends on the very version.
  package func meets(anyOf lists: [[GemRequirement]]) -> Bool? {
    var isOpen = false
    for list in lists {
      let verdicts = list.map(meets)
      if verdicts.allSatisfy({ $0 == true }) { return true }
      if !verdicts.contains(false) { isOpen = true }
    }
    return isOpen ? nil : false
  }

  private func meets(_ requirement: GemRequirement) -> Bool? {
    guard let limit else { return requirement.accepts(lowest) }
    let version = requirement.version
    switch requirement.comparison {
    case .atLeast: return lowest >= version ? true : limit <= version ? false : nil
    case .above: return lowest > version ? true : limit <= version ? false : nil
    case .below: return limit <= version ? true : lowest >= version ? false : nil
    case .atMost: return limit <= version ? true : lowest > version ? false : nil
    case .equal: return version < lowest || version >= limit ? false : nil
    case .different: return version < lowest || version >= limit ? true : nil
    case .compatible:
      let upper = version.bumped
      if lowest >= version, limit <= upper { return true }
      return limit <= version || lowest >= upper ? false : nil
    }
  }
}
