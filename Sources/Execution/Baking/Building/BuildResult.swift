package import Diagnostics
package import Engine
package import Plan
package import Source

/// What became of one build.
package struct BuildResult: Sendable {
  package let name: String
  package let verdict: StepResult.Verdict
  package let steps: [StepResult]
  /// What it left behind.
  package let artifacts: [Artifact]
  /// The image that it started from; nil where it did not get so far.
  package let base: EngineImage?
  /// The committed image, whether or not it is kept.
  package let image: EngineImage?
  /// What was found on the way, each with its place; and what exceptions cover of it.
  package let findings: [Diagnostic]
  package let suppressed: [Diagnostic]
  /// Seconds.
  package let duration: Double

  package init(
    name: String, verdict: StepResult.Verdict, steps: [StepResult], artifacts: [Artifact],
    base: EngineImage? = nil, image: EngineImage?, findings: [Diagnostic] = [],
    suppressed: [Diagnostic] = [], duration: Double
  ) {
    self.name = name
    self.verdict = verdict
    self.steps = steps
    self.artifacts = artifacts
    self.base = base
    self.image = image
    self.findings = findings
    self.suppressed = suppressed
    self.duration = duration
  }
}

extension BuildResult {
  /// What the engine calls the committed image: `sha256:…`.
  package var imageID: String? { image?.id }
  /// What the engine calls the image that it started from, and the name it was found under.
  package var baseNames: (id: String, name: String?)? { base.map { ($0.id, $0.name) } }
}

/// What became of one step.
package struct StepResult: Sendable {
  package enum Verdict: String, Sendable {
    case done, cached, failed, skipped, blocked
    case notRun = "not-run"
  }

  package let id: String
  package let title: String
  package let origin: Location
  package let verdict: Verdict
  /// The exit code that failed it.
  package let exitCode: Int32?
  /// Why it failed, was skipped or blocked: one sentence.
  package let message: String?
  /// The last lines that it printed, secrets masked.
  package let tail: [String]
  /// Seconds.
  package let duration: Double

  package init(
    _ step: Step, _ verdict: Verdict, exitCode: Int32? = nil, message: String? = nil, tail: [String] = [],
    duration: Double = 0
  ) {
    id = step.id
    title = step.title
    origin = step.origin
    self.verdict = verdict
    self.exitCode = exitCode
    self.message = message
    self.tail = tail
    self.duration = duration
  }
}
