package import Diagnostics
package import Source

/// What became of one assertion of a spec.
///
/// A class, for a spec has thousands, each of many words, which go through many hands.
package final class Outcome: Sendable {
  package enum Verdict: String, Sendable, CaseIterable {
    case passed, failed, skipped, blocked
    case notApplicable = "not-applicable"
    case notReviewed = "not-reviewed"
    case undecided, waived, error

    /// Whether a run cannot be green with it: what nobody could decide counts at any severity, all else from a threshold on.
    package func counts(_ severity: Severity, from threshold: Severity) -> Bool {
      switch self {
      case .passed, .skipped, .notApplicable, .waived: false
      case .failed, .blocked: severity >= threshold
      case .error, .notReviewed, .undecided: true
      }
    }

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
  /// How bad it is when it does not come out well.
  package let severity: Severity
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
    severity: Severity = .error, expected: String, actual: String, message: String = "",
    evidence: [String] = [], origin: Location,
    original: OriginalResult? = nil, remarks: [Diagnostic] = []
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
    self.origin = origin
    self.original = original
    self.remarks = remarks
  }

  /// The same without secrets, in what is shown and in what names it.
  func hiding(_ mask: SecretMask) -> Outcome {
    Outcome(
      id: mask.maskingCut(id), title: mask.maskingCut(title), dialect: dialect, resource: resource,
      property: mask.maskingCut(property), verdict: verdict, severity: severity,
      expected: mask.maskingCut(expected), actual: mask.maskingCut(actual), message: mask.maskingCut(message),
      evidence: evidence.map(mask.maskingCut), origin: origin, original: original, remarks: remarks)
  }

  /// The same without secrets of the image in what is shown of that; of its name, which comes from the spec, what a form gives away.
  func concealing(_ mask: SecretMask) -> Outcome {
    func hidden(_ text: String) -> String {
      text.isEmpty ? text : ConcealedText.maskingAssigned(mask.maskingCut(text))
    }
    let (expected, actual, message) = (hidden(expected), hidden(actual), hidden(message))
    let (evidence, title) = (evidence.map(hidden), ConcealedText.masking(title))
    if (expected, actual, message, evidence, title)
      == (self.expected, self.actual, self.message, self.evidence, self.title)
    {
      return self
    }
    return Outcome(
      id: id, title: title, dialect: dialect, resource: resource, property: property, verdict: verdict,
      severity: severity, expected: expected, actual: actual, message: message, evidence: evidence,
      origin: origin, original: original, remarks: remarks)
  }

  /// The same outcome with another verdict and the reason for it.
  package func turned(to verdict: Verdict, because message: String) -> Outcome {
    Outcome(
      id: id, title: title, dialect: dialect, resource: resource, property: property, verdict: verdict,
      severity: severity, expected: expected, actual: actual, message: message, origin: origin,
      original: original)
  }

  /// The same outcome with one line more that helps to see why.
  package func adding(evidence line: String) -> Outcome {
    Outcome(
      id: id, title: title, dialect: dialect, resource: resource, property: property, verdict: verdict,
      severity: severity, expected: expected, actual: actual, message: message, evidence: evidence + [line],
      origin: origin, original: original, remarks: remarks)
  }

  /// The same outcome with another severity and message.
  func worded(_ severity: Severity, _ message: String) -> Outcome {
    Outcome(
      id: id, title: title, dialect: dialect, resource: resource, property: property, verdict: verdict,
      severity: severity, expected: expected, actual: actual, message: message, evidence: evidence,
      origin: origin, original: original, remarks: remarks)
  }
}
