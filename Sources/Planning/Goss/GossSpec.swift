package import Expectation
package import Image
package import Source

/// What a goss file and its includes expect of an image.
package struct GossSpec: Spec {
  package let file: FileID
  package let digest: Digest
  let resources: [GossResource]
  let compatibility: Compatibility

  package var dialect: Outcome.Dialect { .goss }

  package func commands(in search: ImageSearch) -> [CommandRequest] {
    resources.filter { !$0.isSkipped }.compactMap { GossCommands.request(of: $0) }
  }

  package func outcomes(in search: ImageSearch, commands results: [String: CommandResult]) -> [Outcome] {
    let judge = GossJudge(search: search, results: results, compatibility: compatibility)
    var outcomes: [Outcome] = []
    for resource in resources { outcomes += judge.outcomes(of: resource, from: outcomes.count) }
    return outcomes
  }

  /// What goss says of attributes whose form it gives up, one line each.
  package var deprecations: [String] { resources.flatMap { GossDeprecation.lines(of: $0) } }

  /// The same spec with another way to take goss's faults.
  package func taking(_ compatibility: Compatibility) -> GossSpec {
    GossSpec(file: file, digest: digest, resources: resources, compatibility: compatibility)
  }
}
