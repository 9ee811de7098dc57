import Diagnostics
import Source

/// Takes the findings that exceptions cover out of a list, and remembers which exceptions were of use.
struct Suppression: Sendable {
  private var allows: Set<Allow> = []
  private var used: Set<Allow> = []

  /// Adds the exceptions of a file.
  mutating func add(_ more: [Allow]) { allows.formUnion(more) }

  /// Takes over what another list knows.
  mutating func merge(_ other: Suppression) {
    allows.formUnion(other.allows)
    used.formUnion(other.used)
  }

  /// Splits findings into those that stay and those that are covered, the latter with the reason.
  mutating func apply(to findings: [Diagnostic]) -> (kept: [Diagnostic], suppressed: [Diagnostic]) {
    var kept: [Diagnostic] = []
    var suppressed: [Diagnostic] = []
    for finding in findings {
      // What is said about exceptions themselves cannot be excepted.
      let covering = finding.rule.name.hasPrefix("lint/") ? [] : allows.filter { $0.covers(finding) }
      guard let first = covering.min(by: { $0.location < $1.location }) else {
        kept.append(finding)
        continue
      }
      used.formUnion(covering)
      var finding = finding
      finding.exception = Exception(first.reason, .inSource)
      suppressed.append(finding)
    }
    return (kept, suppressed)
  }

  /// A finding for each exception that covered nothing, unless its rule is off.
  func unused(isOff: (RuleID) -> Bool) -> [Diagnostic] {
    var findings = Findings(of: "lint/unused-allow")
    for allow in allows.subtracting(used)
    where !isOff(allow.rule) && !(allow.hasPlace && LateFindings.finds(allow.rule)) {
      let help =
        switch allow.scope {
        case .nothing: "the place that it names is not there"
        case .text: "it stands inside a text, and is no comment: write it above the key of that text"
        default: "remove it: the fault is gone, or elsewhere"
        }
      findings.add("the exception for `\(allow.rule)` covers nothing", at: allow.location, help: help)
    }
    return findings.diagnostics
  }
}
