import Source

/// One condition on a version: an operator and a version.
package struct GemRequirement: Sendable, Hashable, CustomStringConvertible {
  package enum Operator: String, Sendable, CaseIterable {
    case compatible = "~>"
    case atLeast = ">="
    case atMost = "<="
    case different = "!="
    case equal = "="
    case above = ">"
    case below = "<"
  }

  package let comparison: Operator
  package let version: GemVersion

  package init(_ comparison: Operator, _ version: GemVersion) {
    self.comparison = comparison
    self.version = version
  }

  /// Reads an operator, blanks and a version, as RubyGems does; a lone version means `=`.
  package init?(_ text: String) {
    let trimmed = text.trimmingBlanks
    let comparison = Operator.allCases.first { trimmed.hasPrefix($0.rawValue) }
    let rest = String(trimmed.dropFirst(comparison?.rawValue.utf8.count ?? 0)).trimmingBlanks
    guard !rest.isEmpty, let version = GemVersion(rest) else { return nil }
    self.init(comparison ?? .equal, version)
  }

  package var description: String { "\(comparison.rawValue) \(version)" }

  package func accepts(_ candidate: GemVersion) -> Bool {
    switch comparison {
    case .equal: candidate == version
    case .different: candidate != version
    case .above: candidate > version
    case .below: candidate < version
    case .atLeast: candidate >= version
    case .atMost: candidate <= version
    case .compatible: candidate >= version && candidate.release < version.bumped
    }
  }
}
