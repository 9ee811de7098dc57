package import Diagnostics
package import Expectation

/// An assertion of a spec with its verdict.
package struct Assertion: Sendable, Hashable {
  package var id: String
  package var title: String
  package var dialect: Outcome.Dialect
  package var resource: String
  package var property: String
  package var verdict: Outcome.Verdict
  /// How bad it is when it does not come out well.
  package var severity: Severity
  package var expected: String
  package var actual: String
  /// One sentence; empty when passed.
  package var message: String
  /// Lines that help to see why.
  package var evidence: [String]
  /// The place in the spec that asked.
  package var place: Place
  /// The image that was judged, where a record holds several.
  package var image: String?
  /// What the original tool would have said, where the spec is in its dialect.
  package var original: OriginalResult?

  package init(
    id: String, title: String, dialect: Outcome.Dialect, resource: String, property: String,
    verdict: Outcome.Verdict, severity: Severity = .error, expected: String, actual: String,
    message: String = "", evidence: [String] = [],
    place: Place, image: String? = nil, original: OriginalResult? = nil
  ) {
    self.id = id
    self.title = title
    self.dialect = dialect
    self.resource = resource
    self.property = property
    self.verdict = verdict
    self.severity = severity
    self.expected = expected
    self.actual = actual
    self.message = message
    self.evidence = evidence
    self.place = place
    self.image = image
    self.original = original
  }
}

extension Assertion {
  /// How bad it is that it has come out as it has: what could not be judged is at most a warning.
  var problem: Severity {
    verdict == .failed || verdict == .error ? severity : min(severity, .warning)
  }

  /// The verdict as people read it, with the severity of one that is no error: `failed (warning)`.
  var words: String {
    verdict.isGreen || severity == .error ? verdict.words : "\(verdict.words) (\(severity.rawValue))"
  }
}

extension Assertion: Comparable {
  /// By spec, image and place, then by id.
  package static func < (a: Assertion, b: Assertion) -> Bool {
    let (first, second) = ((a.place.file, a.image ?? ""), (b.place.file, b.image ?? ""))
    if first != second { return first < second }
    return a.place == b.place ? (a.id, a.title) < (b.id, b.title) : a.place < b.place
  }
}
