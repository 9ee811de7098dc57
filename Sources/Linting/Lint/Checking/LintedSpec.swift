package import DataSyntax
import Diagnostics
package import Drafting
package import Expectation
package import Source

/// A spec under check: the file, and what it asserts, claim by claim as it is written.
package struct LintedSpec: Sendable {
  package let source: SourceFile
  package let dialect: Outcome.Dialect
  /// Sound specs only: a faulty one claims nothing.
  package let draft: SpecDraft
  package let claims: [SpecClaim]
  /// What one of our own asserts, with what it includes.
  package let checks: [Check]
  /// Whether it asserts something, here or in what it includes.
  var isAsserting: Bool { !claims.isEmpty || !checks.isEmpty }

  init(_ reading: SpecReading, of source: SourceFile, _ tree: DataTree) {
    self.source = source
    dialect = reading.dialect
    draft = reading.draft
    checks = reading.checks
    let isSound = !reading.diagnostics.contains { $0.severity == .error }
    claims = isSound ? SpecClaimReader(reading, tree.root).claims : []
  }
}

/// One thing that a spec says of one property.
package struct SpecClaim: Sendable {
  /// What of a spec is about the same thing has the same subject.
  package struct Subject: Sendable, Hashable {
    /// `files`, `packages`, …; of what only goss knows its own word.
    package let section: String
    /// A path without doubled slashes, a name, a command.
    package let name: String
    /// Whether the name is a pattern of paths.
    package let isPattern: Bool
  }

  package let subject: Subject
  /// In our words where there is one.
  package let property: String
  /// In the words of the file: `permissions`.
  package let word: String
  package let value: DataNode
  /// The place of the key, and that of the thing that it belongs to.
  package let place: Location
  package let thing: Location

  /// The value, where it is a truth value.
  package var flag: Bool? { value.bool }
}
