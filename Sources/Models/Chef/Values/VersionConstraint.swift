import RubyEvaluation
import Source

/// A constraint on a cookbook's version, as `depends` and an environment take it.
package struct VersionConstraint: Sendable, Hashable, CustomStringConvertible {
  /// As it is written.
  package let description: String
  private let requirement: GemRequirement

  /// Any version.
  package static let any = VersionConstraint(
    description: ">= 0.0.0", requirement: GemRequirement(.atLeast, CookbookVersion.zero.version))

  private init(description: String, requirement: GemRequirement) {
    self.description = description
    self.requirement = requirement
  }

  /// Reads an operator of `< > = <= >= ~>`, blanks, and one to three numbers; a lone version means `=`.
  ///
  /// Chef refuses anything else while it reads the metadata.
  package init?(_ text: String) {
    guard let requirement = GemRequirement(text), requirement.comparison != .different,
      requirement.version.hasNumbers(1...3), text == text.trimmingBlanks
    else { return nil }
    self.init(description: text, requirement: requirement)
  }

  package func accepts(_ version: CookbookVersion) -> Bool { requirement.accepts(version.version) }
}
