package import Expectation
package import Source

extension Assertion {
  /// The assertion that an outcome is, with its place in the spec resolved.
  package convenience init(_ outcome: Outcome, in sources: SourceSet, image: String? = nil) {
    self.init(
      id: outcome.id, title: outcome.title, dialect: outcome.dialect, resource: outcome.resource,
      property: outcome.property, verdict: outcome.verdict, severity: outcome.severity,
      expected: outcome.expected,
      actual: outcome.actual,
      message: outcome.message, evidence: outcome.evidence, place: Place(outcome.origin, in: sources),
      image: image, original: outcome.original)
  }
}
