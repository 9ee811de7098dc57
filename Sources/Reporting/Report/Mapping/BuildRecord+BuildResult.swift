package import Baking
package import Source

extension BuildRecord {
  /// The record of a finished build; `template` is added where the run knows it.
  package init(_ result: BuildResult, in sources: SourceSet, template: String? = nil) {
    let base = result.baseNames.map { RunRecord.Subject.Artifact(name: $0.name ?? $0.id, digest: $0.id) }
    let image = result.imageID.map { id in
      RunRecord.Subject.Artifact(
        name: result.artifacts.last { !$0.names.isEmpty }?.names.last ?? id, digest: id)
    }
    self.init(
      name: result.name, template: template, verdict: Verdict(result.verdict), base: base, image: image,
      steps: result.steps.map { StepRecord($0, in: sources) }, artifacts: result.artifacts.map(\.words))
  }

  /// The seconds that a build and its steps took, by the names under which `run.durations` holds them.
  package func durations(of result: BuildResult) -> [String: Double] {
    var durations = [durationName: result.duration]
    for (record, step) in zip(steps, result.steps) where step.duration > 0 {
      durations[durationName(of: record), default: 0] += step.duration
    }
    return durations
  }
}

extension StepRecord {
  fileprivate init(_ result: StepResult, in sources: SourceSet) {
    self.init(
      id: result.id, title: result.title, verdict: BuildRecord.Verdict(result.verdict),
      exitCode: result.exitCode.map(Int.init),
      origin: Place(result.origin, in: sources), tail: result.tail, message: result.message)
  }
}

extension BuildRecord.Verdict {
  fileprivate init(_ verdict: StepResult.Verdict) {
    self =
      switch verdict {
      case .done: .done
      case .cached: .cached
      case .failed: .failed
      case .skipped: .skipped
      case .blocked: .blocked
      case .notRun: .notRun
      }
  }
}
