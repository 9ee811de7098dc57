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

  /// Whether Chef reads a text as a constraint on a platform's version, to which letters may belong: `9.1-release`.
  static func isOfPlatform(_ text: String) -> Bool {
    let version = text.drop { "<>=~".contains($0) }.drop { $0 == " " }
    if version.contains("-") { return true }
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    let isVersion = parts.count <= 3 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
    let comparison = text.prefix { "<>=~".contains($0) }
    return isVersion && ["", "<", ">", "=", "<=", ">=", "~>"].contains(comparison)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  package func accepts(_ version: CookbookVersion) -> Bool { requirement.accepts(version.version) }
}
