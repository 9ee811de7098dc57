package import Expectation
package import Image
import Matching
package import Source

/// What a goss file and its includes expect of an image.
package struct GossSpec: Spec {
  package let file: FileID
  package let digest: Digest
  package let resources: [GossResource]
  var compatibility: Compatibility
  /// Which packaging system is asked for packages; nil for the image's own.
  var packaging: PackageVersion.System?
  /// How the image is started where it is judged as it runs.
  var settings = RunSettings()
  /// Where commands run.
  var isolation = CommandCall.Isolation.shared

  package var dialect: Outcome.Dialect { .goss }

  package func commands(in search: ImageSearch) -> [CommandRequest] {
    let hasSystemd = resources.contains { $0.kind.word == "service" } && ServiceFacts.areOfSystemd(in: search)
    return resources.filter { !$0.isSkipped }.compactMap {
      GossCommands.request(of: $0, isolation, hasSystemd: hasSystemd)
    }
  }

  package func running(in search: ImageSearch) -> RunningRequest? {
    let entries = resources.filter { !$0.isSkipped }.compactMap { GossQuestions.entry(of: $0) }
    if entries.isEmpty, isolation != .running || commands(in: search).isEmpty { return nil }
    return RunningRequest(settings: settings, entries: entries)
  }

  package func outcomes(in search: ImageSearch, commands results: [String: CommandResult]) -> [Outcome] {
    let judge = GossJudge(search, results: results, compatibility, packaging: packaging)
    var outcomes: [Outcome] = []
    for resource in resources { outcomes += judge.outcomes(of: resource, from: outcomes.count) }
    return outcomes
  }

  /// What goss says of attributes whose form it gives up, one line each.
  package var deprecations: [String] { resources.flatMap { GossDeprecation.lines(of: $0) } }

  /// The same spec with another way to take goss's faults.
  package func taking(_ compatibility: Compatibility) -> GossSpec {
    var spec = self
    spec.compatibility = compatibility
    return spec
  }

  /// The same spec, whose commands run beside the image's own program, which is started with these settings.
  package func runningInside(_ settings: RunSettings = RunSettings()) -> GossSpec {
    var spec = self
    spec.settings = settings
    spec.isolation = .running
    return spec
  }
}
