package import Image
package import Source

/// A spec in Ovenproof's own dialect.
package struct OvenproofSpec: Spec {
  package let file: FileID
  package let digest: Digest
  /// In the order of the file.
  package let checks: [Check]
  /// How the image is started where a check asks for that.
  package let settings: RunSettings

  package init(file: FileID, digest: Digest, checks: [Check], settings: RunSettings = RunSettings()) {
    self.settings = settings
    self.file = file
    self.digest = digest
    self.checks = checks
  }

  package var dialect: Outcome.Dialect { .ovenproof }

  package var expectations: [Expectation] { checks.flatMap(\.expectations) }

  package func commands(in search: ImageSearch) -> [CommandRequest] {
    checks.compactMap { check in
      guard case .command(let call) = check.target, check.skip == nil else { return nil }
      return CommandRequest(
        id: check.id, call: call, sandbox: call.isolation == .pristine ? CommandSandbox() : nil)
    }
  }

  package func outcomes(in search: ImageSearch, commands results: [String: CommandResult]) -> [Outcome] {
    let judge = Judge(search: search)
    return checks.flatMap { judge.outcomes(of: $0, result: results[$0.id]) }
  }
}
