package import Expectation
package import Image
package import Source

/// Judges an image against specs: at rest by its files, by running their commands in a sandbox, and as it runs.
package struct Verifier: Sendable {
  private let commands: CommandAccess
  private let starting: @Sendable (Outcome.Dialect) -> StartAccess
  private let approved: @Sendable (String) async -> Known<any ImageView>
  private let origin: @Sendable (Digest) -> LayerOrigin?
  private let session: CommandSession

  /// At most `parallelism` commands of a spec run at once; of each stream `outputLimit` bytes are kept. `starting` says whether
  /// specs of a dialect may have the image started; `approved` finds an image that one is compared with, `origin` the build that
  /// made a layer.
  package init(
    commands: CommandAccess, parallelism: Int = 4, outputLimit: Int = 4 << 20,
    starting: @escaping @Sendable (Outcome.Dialect) -> StartAccess = { _ in
      .none("the image is not started")
    },
    approved: @escaping @Sendable (String) async -> Known<any ImageView> = { _ in .absent },
    origin: @escaping @Sendable (Digest) -> LayerOrigin? = { _ in nil }
  ) {
    self.approved = approved
    self.origin = origin
    self.starting = starting
    precondition(parallelism > 0 && outputLimit > 0, "a verifier runs something and keeps something of it")
    self.commands = commands
    session = CommandSession(parallelism: parallelism, outputLimit: outputLimit)
  }

  /// Judges the specs one after the other; outcomes come in the order of the specs and their lines.
  package func verify(_ image: any ImageView, against specs: [any Spec]) async -> VerificationResult {
    var known: [String: Known<any ImageView>] = [:]
    for name in Set(specs.flatMap(\.images)) { known[name] = await approved(name) }
    let searching = ImageSearching(image: image, engine: engine, approved: known, origin: origin)
    let search = searching.search()
    var outcomes: [Outcome] = []
    for spec in specs { outcomes += await self.outcomes(of: spec, by: searching, search) }
    let concealment = ImageConcealment(of: image)
    outcomes = outcomes.map(concealment.concealed)
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
    of spec: any Spec, by searching: ImageSearching, _ search: ImageSearch
  ) async -> [Outcome] {
    let requests = spec.commands(in: search)
    let inside = requests.filter { $0.call.isolation == .running }
    // What was read of the image stays with the task that judges it: what waits reads it once more, all together.
    let waiting = SharedSearch(searching)
    let isDue: CommandSession.Due = { request, results in
      waiting.ask { spec.isDue(request, in: $0, after: results) }
    }
    var results = await results(of: requests.filter { $0.call.isolation != .running }, where: isDue)
    guard let request = spec.running(in: search) else { return spec.outcomes(in: search, commands: results) }
    switch starting(spec.dialect) {
    case .starter(let starter):
      return await RunningSession(
        starter: starter, commands: session, spec: spec, request: request, inside: inside, results: results,
        isDue: isDue, searching: searching
      ).outcomes()
    case .none(let reason):
      search.running = RunningResult(.notRun(UnknownReason(reason)))
      for request in inside { results[request.id] = CommandResult(.notRun(UnknownReason(reason))) }
      return spec.outcomes(in: search, commands: results)
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
