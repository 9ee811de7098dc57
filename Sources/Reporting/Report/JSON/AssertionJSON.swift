import DataSyntax
import Diagnostics
import Expectation

/// Assertions as the machine-readable shapes write them.
enum AssertionJSON {
  /// An assertion; `evidence` and `image` only where there are some, `severity` only where it is no error.
  static func value(of assertion: Assertion, _ detail: PlaceJSON.Detail) -> JSONText {
    .members(
      [
        ("id", .string(assertion.id)),
        ("title", .string(assertion.title)),
        ("dialect", .string(assertion.dialect.rawValue)),
        ("resource", .string(assertion.resource)),
        ("property", .string(assertion.property)),
        ("verdict", .string(assertion.verdict.rawValue)),
        ("severity", assertion.severity == .error ? nil : .string(assertion.severity.rawValue)),
        ("expected", .string(assertion.expected)),
        ("actual", .string(assertion.actual)),
        ("message", .string(assertion.message)),
      ] + PlaceJSON.members(of: assertion.place, detail) + [
        ("evidence", assertion.evidence.isEmpty ? nil : .strings(assertion.evidence)),
        ("image", assertion.image.map { .string($0) }),
      ])
  }
}
