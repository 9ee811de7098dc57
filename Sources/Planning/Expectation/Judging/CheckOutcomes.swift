import Matching
import Source

/// Words the outcomes of one check of our own dialect.
struct CheckOutcomes {
  let check: Check

  /// The same verdict for every expectation.
  func all(_ verdict: Outcome.Verdict, _ message: String) -> [Outcome] {
    check.expectations.map { outcome($0, verdict, message) }
  }

  func passed(_ expectation: Expectation) -> Outcome { outcome(expectation, .passed, "") }

  func outcome(
    _ expectation: Expectation, _ verdict: Outcome.Verdict, _ message: String, actual: String = "",
    evidence: [String] = [], origin: Location? = nil
  ) -> Outcome {
    Outcome(
      id: expectation.id, title: expectation.title, dialect: .ovenproof, resource: check.resource,
      property: expectation.property, verdict: verdict, expected: Wording.expected(expectation.matcher),
      actual: actual, message: message, evidence: evidence, origin: origin ?? expectation.origin)
  }

  /// The outcome of a comparison; a failed one points at the part of the spec that decided.
  func outcome(_ expectation: Expectation, _ result: MatchResult, evidence: [String]) -> Outcome {
    let verdict: Outcome.Verdict =
      switch result.verdict {
      case .matched: .passed
      case .unmatched, .invalid: .failed
      case .undecided: .undecided
      }
    let message = verdict == .passed ? "" : "`\(expectation.property)` \(result.sentence)"
    return outcome(
      expectation, verdict, message, actual: result.actual, evidence: result.evidence + evidence,
      origin: verdict == .passed ? nil : result.location)
  }
}
