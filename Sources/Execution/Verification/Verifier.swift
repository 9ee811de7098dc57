package import Expectation
package import Image
import Source

/// Judges an image against specs: at rest by its files, and by running their commands in a sandbox.
package struct Verifier: Sendable {
  private let commands: CommandAccess
  private let session: CommandSession

  /// At most `parallelism` commands of a spec run at once; of each stream `outputLimit` bytes are kept.
  package init(commands: CommandAccess, parallelism: Int = 4, outputLimit: Int = 4 << 20) {
    precondition(parallelism > 0 && outputLimit > 0, "a verifier runs something and keeps something of it")
    self.commands = commands
    session = CommandSession(parallelism: parallelism, outputLimit: outputLimit)
  }

  /// Judges the specs one after the other; outcomes come in the order of the specs and their lines.
  package func verify(_ image: any ImageView, against specs: [any Spec]) async -> VerificationResult {
    let search = ImageSearch(image)
    var outcomes: [Outcome] = []
    for spec in specs {
      outcomes += spec.outcomes(in: search, commands: await results(of: spec.commands(in: search)))
    }
    return VerificationResult(image: image.reference, digest: image.digest, specs: specs, outcomes: outcomes)
  }

  private func results(of requests: [CommandRequest]) async -> [String: CommandResult] {
    guard !requests.isEmpty else { return [:] }
    switch commands {
    case .runner(let runner): return await session.results(of: requests, by: runner)
    case .none(let reason):
      let result = CommandResult(.notRun(UnknownReason(reason)))
      return Dictionary(requests.map { ($0.id, result) }) { first, _ in first }
    }
  }
}
