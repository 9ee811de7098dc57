/// A build with what became of its steps.
package struct BuildRecord: Sendable, Hashable {
  /// What became of a build or of a step.
  package enum Verdict: String, Sendable, CaseIterable {
    case done, cached, failed, skipped, blocked
    case notRun = "not-run"
  }

  package var name: String
  /// The template that holds it, where a record is about one.
  package var template: String?
  package var verdict: Verdict
  package var base: RunRecord.Subject.Artifact?
  /// The image that it committed or imported.
  package var image: RunRecord.Subject.Artifact?
  package var steps: [StepRecord]
  /// What it left behind, a line each: `Imported Docker image: sha256:…`, paths, pushed references.
  package var artifacts: [String]

  package init(
    name: String, template: String? = nil, verdict: Verdict, base: RunRecord.Subject.Artifact? = nil,
    image: RunRecord.Subject.Artifact? = nil, steps: [StepRecord], artifacts: [String] = []
  ) {
    self.name = name
    self.template = template
    self.verdict = verdict
    self.base = base
    self.image = image
    self.steps = steps
    self.artifacts = artifacts
  }

  /// The name under which `run.durations` holds its time.
  package var durationName: String { "build \(qualifiedName)" }

  /// The name under which `run.durations` holds the time of one of its steps.
  package func durationName(of step: StepRecord) -> String { "step \(qualifiedName) \(step.id)" }

  private var qualifiedName: String { [template, name].compactMap { $0 }.joined(separator: " ") }
}
