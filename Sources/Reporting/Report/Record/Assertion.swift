package import Diagnostics
package import Expectation

/// An assertion of a spec with its verdict.
///
/// A class, for a record has thousands, which are sorted, counted and written.
package final class Assertion: Sendable {
  package let id: String
  package let title: String
  package let dialect: Outcome.Dialect
  package let resource: String
  package let property: String
  package let verdict: Outcome.Verdict
  /// How bad it is when it does not come out well.
  package let severity: Severity
  package let expected: String
  package let actual: String
  /// One sentence; empty when passed.
  package let message: String
  /// Lines that help to see why.
  package let evidence: [String]
  /// The place in the spec that asked.
  package let place: Place
  /// The image that was judged, where a record holds several.
  package let image: String?
  /// What the original tool would have said, where the spec is in its dialect.
  package let original: OriginalResult?

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
  /// The same at another place, or on an image of another name.
  package func moved(to place: Place? = nil, on image: String? = nil) -> Assertion {
    Assertion(
      id: id, title: title, dialect: dialect, resource: resource, property: property, verdict: verdict,
      severity: severity, expected: expected, actual: actual, message: message, evidence: evidence,
      place: place ?? self.place, image: image ?? self.image, original: original)
  }

  /// How bad it is that it has come out as it has: what could not be judged is at most a warning.
  var problem: Severity {
    verdict == .failed || verdict == .error ? severity : min(severity, .warning)
  }

  /// The verdict as people read it, with the severity of one that is no error: `failed (warning)`.
  var words: String {
    verdict.isGreen || severity == .error ? verdict.words : "\(verdict.words) (\(severity.rawValue))"
  }
}

extension Assertion: Hashable {
  package static func == (a: Assertion, b: Assertion) -> Bool {
    (a.id, a.title, a.dialect, a.resource, a.property) == (b.id, b.title, b.dialect, b.resource, b.property)
      && (a.verdict, a.severity, a.expected, a.actual, a.message)
        == (b.verdict, b.severity, b.expected, b.actual, b.message)
      && (a.evidence, a.place, a.image, a.original) == (b.evidence, b.place, b.image, b.original)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(verdict)
    hasher.combine(place)
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
