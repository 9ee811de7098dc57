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
  package func verify(_ image: any ImageView, against specs: [Spec]) async -> VerificationResult {
    var judge = Judge(image)
    var outcomes: [Outcome] = []
    for spec in specs {
      outcomes += judge.outcomes(of: spec, commands: await results(of: spec))
    }
    return VerificationResult(image: image.reference, digest: image.digest, specs: specs, outcomes: outcomes)
  }

  private func results(of spec: Spec) async -> [String: CommandResult] {
    let checks = spec.commands
    guard !checks.isEmpty else { return [:] }
    switch commands {
    case .runner(let runner): return await session.results(of: checks, by: runner)
    case .none(let reason):
      let result = CommandResult(.notRun(UnknownReason(reason)))
      return Dictionary(checks.map { ($0.id, result) }) { first, _ in first }
    }
  }
}
