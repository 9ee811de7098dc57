import Engine
import Expectation
import Matching
import Observation

/// Waits until a container is ready.
struct Readiness: Sendable {
  let settings: RunSettings
  let watch: ContainerWatch

  /// Why it does not become ready, a sentence; nil once all the signs are there.
  func hindrance() async -> String? {
    let deadline = ContinuousClock.now + .seconds(settings.patience)
    var missing = settings.signs
    var pause = 20
    while true {
      var still: [RunSettings.Sign] = []
      for sign in missing where await !isThere(sign) { still.append(sign) }
      missing = still
      guard let first = missing.first else { return nil }
      if case .ended(let code)? = await watch.mainProcess {
        // What it has said in the end may be the sign.
        if case .log = first, await isThere(first), missing.count == 1 { return nil }
        let end = code.map { "it ended with \($0)" } ?? "it ended"
        return "\(end) before it was ready: \(Self.words(for: first))"
      }
      guard ContinuousClock.now < deadline, !Task.isCancelled else {
        return "it was not ready within \(Self.words(settings.patience)): \(Self.words(for: first))"
      }
      try? await Task.sleep(for: .milliseconds(pause))
      pause = min(pause * 2, 250)
    }
  }

  private func isThere(_ sign: RunSettings.Sign) async -> Bool {
    switch sign {
    case .port(let port):
      guard let facts = try? await watch.container.facts(FactsRequest()) else { return false }
      return !port.sockets(in: facts).isEmpty
    case .page(let request):
      guard case .page(let answer) = await watch.answer(to: .page(request)) else { return false }
      return answer.status < 400
    case .log(let pattern):
      guard let logs = await watch.logs else { return false }
      let matcher = Matcher(.patterns([pattern]), at: pattern.location)
      let texts = pattern.isInverse ? [logs.output + logs.error] : [logs.output, logs.error]
      return texts.contains { matcher.result(for: .text($0)).isMatched }
    case .command(let call):
      var command = ContainerCommand(call.arguments, user: call.user)
      command.deadline = call.timeout
      return (try? await watch.container.run(command) { _, _ in }) == .exited(0)
    }
  }

  private static func words(for sign: RunSettings.Sign) -> String {
    switch sign {
    case .port(let port): "nothing listens on \(port)"
    case .page(let request): "\(request.address) does not answer well"
    case .log(let pattern): "no line of its logs has `\(pattern.text)`"
    case .command(let call): "`\(call.arguments.last ?? "")` does not end with 0"
    }
  }

  private static func words(_ seconds: Double) -> String {
    Int(exactly: seconds).map { "\($0) s" } ?? "\(Int((seconds * 1000).rounded())) ms"
  }
}
