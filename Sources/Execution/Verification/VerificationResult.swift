package import Diagnostics
package import Expectation
package import Image
package import Source

/// What became of all assertions of all specs of one image.
package struct VerificationResult: Sendable {
  /// A spec by its file, with the digest of what was read.
  package struct SpecDigest: Sendable, Hashable {
    package let file: FileID
    package let dialect: Outcome.Dialect
    package let digest: Digest
  }

  /// What an exit code says of it.
  package enum Verdict: Sendable, Hashable {
    /// Everything asserted is so, and something is asserted.
    case passed
    case failed
    /// Nothing failed, but something could not be decided.
    case undecided
  }

  /// How people name the image.
  package let image: String
  package let digest: Digest?
  package let specs: [SpecDigest]
  package private(set) var outcomes: [Outcome]

  package init(image: String, digest: Digest?, specs: [any Spec], outcomes: [Outcome]) {
    self.image = image
    self.digest = digest
    self.specs = specs.map { SpecDigest(file: $0.file, dialect: $0.dialect, digest: $0.digest) }
    self.outcomes = outcomes
  }

  /// The same with a hint at each file that is missed: it may be there once the image's program has run, which is not looked at.
  package var remindingOfRest: VerificationResult {
    var result = self
    result.outcomes = outcomes.map { outcome in
      let isMissed =
        ["file", "files"].contains(outcome.resource) && outcome.property == "exists"
        && outcome.verdict == .failed && ["false", "absent"].contains(outcome.actual)
      return isMissed ? outcome.adding(evidence: Self.restHint) : outcome
    }
    return result
  }

  private static let restHint =
    "files are judged as they lie in the image, also with --run: what its program writes when it starts is not among them; "
    + "`ovenproof dgoss run IMAGE` judges files in the running container"

  package var verdict: Verdict { verdict(from: .error) }

  /// The verdict where what fails counts from a severity on.
  package func verdict(from threshold: Severity) -> Verdict {
    let counting = outcomes.filter { $0.verdict.counts($0.severity, from: threshold) }
    if counting.contains(where: { $0.verdict == .failed }) { return .failed }
    if !counting.isEmpty { return .undecided }
    return judgesNothing ? .failed : .passed
  }

  /// Whether nothing came of the specs: all is skipped, does not apply, or could not be decided. What fails without counting was
  /// judged all the same.
  package var judgesNothing: Bool { !outcomes.contains { $0.verdict == .passed || $0.verdict == .failed } }

  /// Whether all that counts could not be decided.
  package func isOnlyUndecided(from threshold: Severity) -> Bool {
    outcomes.allSatisfy { !$0.verdict.counts($0.severity, from: threshold) || $0.verdict == .undecided }
  }

  /// The result without a verdict on what a resource asserts, which does not apply.
  package func settingAside(_ resource: String, because reason: String) -> VerificationResult {
    var result = self
    result.outcomes = outcomes.map { outcome in
      guard outcome.resource == resource else { return outcome }
      return outcome.turned(to: .notApplicable, because: reason)
    }
    return result
  }

  /// How many outcomes have a verdict.
  package func count(_ verdict: Outcome.Verdict) -> Int { outcomes.count { $0.verdict == verdict } }
}
