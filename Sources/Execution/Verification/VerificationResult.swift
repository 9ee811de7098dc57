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
  package let outcomes: [Outcome]

  package init(image: String, digest: Digest?, specs: [Spec], outcomes: [Outcome]) {
    self.image = image
    self.digest = digest
    self.specs = specs.map { SpecDigest(file: $0.file, dialect: $0.dialect, digest: $0.digest) }
    self.outcomes = outcomes
  }

  package var verdict: Verdict {
    if outcomes.contains(where: { $0.verdict == .failed }) { return .failed }
    if outcomes.contains(where: { !$0.verdict.isGreen }) { return .undecided }
    return outcomes.contains { $0.verdict == .passed } ? .passed : .failed
  }

  /// How many outcomes have a verdict.
  package func count(_ verdict: Outcome.Verdict) -> Int { outcomes.count { $0.verdict == verdict } }
}
