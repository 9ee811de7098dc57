package import Expectation
package import Image
package import Source

/// Judges an image against specs: at rest by its files, by running their commands in a sandbox, and as it runs.
package struct Verifier: Sendable {
  private let commands: CommandAccess
  private let starting: @Sendable (Outcome.Dialect) -> StartAccess
  private let approved: @Sendable (String) async -> Known<any ImageView>
  private let session: CommandSession

  /// At most `parallelism` commands of a spec run at once; of each stream `outputLimit` bytes are kept. `starting` says whether
  /// specs of a dialect may have the image started; `approved` finds an image that one is compared with.
  package init(
    commands: CommandAccess, parallelism: Int = 4, outputLimit: Int = 4 << 20,
    starting: @escaping @Sendable (Outcome.Dialect) -> StartAccess = { _ in
      .none("the image is not started")
    },
    approved: @escaping @Sendable (String) async -> Known<any ImageView> = { _ in .absent }
  ) {
    self.approved = approved
    self.starting = starting
    precondition(parallelism > 0 && outputLimit > 0, "a verifier runs something and keeps something of it")
    self.commands = commands
    session = CommandSession(parallelism: parallelism, outputLimit: outputLimit)
  }

  /// Judges the specs one after the other; outcomes come in the order of the specs and their lines.
  package func verify(_ image: any ImageView, against specs: [any Spec]) async -> VerificationResult {
    let search = ImageSearch(image)
    search.engine = engine
    for name in Set(specs.flatMap(\.images)) { search.approved[name] = await approved(name) }
    var outcomes: [Outcome] = []
    for spec in specs {
      outcomes += await self.outcomes(of: spec, on: image, search)
    }
    return VerificationResult(image: image.reference, digest: image.digest, specs: specs, outcomes: outcomes)
  }

  /// The name of what runs commands.
  private var engine: Known<String> {
    switch commands {
    // What follows a blank says how it works here.
    case .runner(let runner): .value(String(runner.name.prefix { $0 != " " }))
    case .none: .value("none")
    }
  }

  private func outcomes(
    of spec: any Spec, on image: any ImageView, _ search: ImageSearch
  ) async -> [Outcome] {
    let requests = spec.commands(in: search)
    let inside = requests.filter { $0.call.isolation == .running }
    let isDue = Self.due(of: spec, on: image, engine: search.engine, approved: search.approved)
    var results = await results(of: requests.filter { $0.call.isolation != .running }, where: isDue)
    guard let request = spec.running(in: search) else { return spec.outcomes(in: search, commands: results) }
    switch starting(spec.dialect) {
    case .starter(let starter):
      return await RunningSession(
        starter: starter, commands: session, spec: spec, request: request, inside: inside, results: results,
        isDue: isDue, engine: search.engine, approved: search.approved
      ).outcomes(on: image)
    case .none(let reason):
      search.running = RunningResult(.notRun(UnknownReason(reason)))
      for request in inside { results[request.id] = CommandResult(.notRun(UnknownReason(reason))) }
      return spec.outcomes(in: search, commands: results)
    }
  }

  /// Asks a spec whether a command that waited for others is still to be run. What was read of the image stays with the
  /// task that judges it, so that it is read anew.
  private static func due(
    of spec: any Spec, on image: any ImageView, engine: Known<String>,
    approved: [String: Known<any ImageView>]
  ) -> CommandSession.Due {
    { request, results in
      let search = ImageSearch(image)
      search.engine = engine
      search.approved = approved
      return spec.isDue(request, in: search, after: results)
    }
  }

  private func results(
    of requests: [CommandRequest], where isDue: @escaping CommandSession.Due
  ) async -> [String: CommandResult] {
    guard !requests.isEmpty else { return [:] }
    switch commands {
    case .runner(let runner): return await session.results(of: requests, by: runner, where: isDue)
    case .none(let reason):
      let result = CommandResult(.notRun(UnknownReason(reason)))
      return Dictionary(requests.map { ($0.id, result) }) { first, _ in first }
    }
  }
}
