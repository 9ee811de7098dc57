package import Diagnostics
package import Expectation

extension RunRecord {
  /// What a run comes to; the same in every format.
  package enum Verdict: String, Sendable {
    case passed, failed
    /// Nothing failed, but something could not be decided: never green.
    case undecided
  }

  /// The verdict of everything in the record.
  package var verdict: Verdict {
    let fails =
      findings.contains { $0.severity >= threshold } || builds.contains { $0.verdict == .failed }
      || assertions.contains { $0.verdict == .failed && $0.severity >= threshold }
    if fails { return .failed }
    let isOpen =
      assertions.contains { $0.verdict.counts($0.severity, from: threshold) }
      || (!builds.isEmpty && builds.allSatisfy { $0.verdict == .notRun })
    if isOpen { return .undecided }
    if judgesNothing { return .failed }
    // A build that is held back for what could not be decided is undecided with it.
    return builds.contains { $0.verdict == .blocked } ? .failed : .passed
  }

  /// Whether a spec came to nothing on some image: all of it was skipped, does not apply, or it asserts nothing.
  package var judgesNothing: Bool {
    guard !subject.specs.isEmpty else { return false }
    var judged: Set<String?> = []
    // Those of one image stand together.
    var image: String??
    for assertion in assertions where assertion.verdict == .passed || assertion.verdict == .failed {
      if image != .some(assertion.image) { judged.insert(assertion.image) }
      image = .some(assertion.image)
    }
    return judged.isEmpty || assertions.contains { image != .some($0.image) && !judged.contains($0.image) }
  }

  /// How many findings there are of a severity.
  package func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// How many assertions there are of a verdict.
  package func count(of verdict: Outcome.Verdict) -> Int { assertions.count { $0.verdict == verdict } }
}
