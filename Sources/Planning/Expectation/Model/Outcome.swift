package import Diagnostics
package import Source

/// What became of one assertion of a spec.
package struct Outcome: Sendable, Hashable {
  package enum Verdict: String, Sendable, CaseIterable {
    case passed, failed, skipped, blocked
    case notApplicable = "not-applicable"
    case notReviewed = "not-reviewed"
    case undecided, waived, error

    /// Whether a run with it may be called green.
    package var isGreen: Bool {
      switch self {
      case .passed, .skipped, .notApplicable, .waived: true
      case .failed, .blocked, .notReviewed, .undecided, .error: false
      }
    }
  }

  package enum Dialect: String, Sendable { case ovenproof, goss, cst }

  /// Stable: resource, name and property, as `files:/etc/passwd:mode`.
  package let id: String
  /// One line for people.
  package let title: String
  package let dialect: Dialect
  /// `files`, `packages`, `commands`, …
  package let resource: String
  package let property: String
  package let verdict: Verdict
  package let expected: String
  package let actual: String
  /// One sentence, lower-case; empty when passed.
  package let message: String
  /// Lines that help to see why, such as the nearest lines of the file.
  package let evidence: [String]
  /// The place in the spec that asked.
  package let origin: Location
  /// What the original tool would have said, where the spec is in its dialect.
  package let original: OriginalResult?
  /// What is to be said of how the original tool judges it; no part of a report.
  package let remarks: [Diagnostic]

  package init(
    id: String, title: String, dialect: Dialect, resource: String, property: String, verdict: Verdict,
    expected: String, actual: String, message: String = "", evidence: [String] = [], origin: Location,
    original: OriginalResult? = nil, remarks: [Diagnostic] = []
  ) {
    self.id = id
    self.title = title
    self.dialect = dialect
    self.resource = resource
    self.property = property
    self.verdict = verdict
    self.expected = expected
    self.actual = actual
    self.message = message
    self.evidence = evidence
    self.origin = origin
    self.original = original
    self.remarks = remarks
  }
}
