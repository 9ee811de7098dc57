import Engine
import Expectation
import Matching
import Observation
import Source

/// Waits until a container is ready.
struct Readiness: Sendable {
  let settings: RunSettings
  let watch: ContainerWatch

  /// What keeps it from becoming ready; nil once all the signs are there.
  func hindrance() async -> RunningResult.State? {
    let deadline = ContinuousClock.now + .seconds(settings.patience)
    var missing = settings.signs
    var pause = 20
    while true {
      // What this machine cannot look at is no fault of the image.
      var failure: EngineError?
      do throws(EngineError) { missing = try await absent(of: missing) } catch {
        if error.kind == .unavailable { return .notRun(UnknownReason(error.message)) }
        failure = error
      }
      guard let first = missing.first else { return nil }
      if case .ended(let code)? = await watch.mainProcess {
        // What it has said in the end may be the sign.
        if case .log = first, missing.count == 1, (try? await isThere(first)) == true { return nil }
        let end = code.map { "it ended with \($0)" } ?? "it ended"
        return .notReady("\(end) before it was ready: \(Self.words(for: first))")
      }
      guard ContinuousClock.now < deadline, !Task.isCancelled else {
        if let failure { return .broken(failure.message) }
        return .notReady(
          "it was not ready within \(Self.words(settings.patience)): \(Self.words(for: first))")
      }
      try? await Task.sleep(for: .milliseconds(pause))
      pause = min(pause * 2, 250)
    }
  }

  private func absent(of signs: [RunSettings.Sign]) async throws(EngineError) -> [RunSettings.Sign] {
    var absent: [RunSettings.Sign] = []
    for sign in signs where !(try await isThere(sign)) { absent.append(sign) }
    return absent
  }

  /// Throws what keeps it from being told; that of a container that has ended is told.
  private func isThere(_ sign: RunSettings.Sign) async throws(EngineError) -> Bool {
    do throws(EngineError) {
      switch sign {
      case .port(let port): return !port.sockets(in: try await watch.container.facts(FactsRequest())).isEmpty
      case .page(let request):
        switch await watch.answer(to: .page(request)) {
        case .page(let answer): return answer.status < 400
        case .impossible(let reason): throw EngineError(.unavailable, reason)
        default: return false
        }
      case .log(let pattern): return Self.has(pattern, try await watch.logs())
      case .command(let call):
        var command = ContainerCommand(call.arguments, user: call.user)
        command.deadline = call.timeout
        return try await watch.container.run(command) { _, _ in } == .exited(0)
      }
    } catch {
      if error.kind == .ended { return false }
      throw error
    }
  }

  private static func has(_ pattern: LinePattern, _ logs: ContainerLogs) -> Bool {
    let matcher = Matcher(.patterns([pattern]), at: pattern.location)
    let texts = pattern.isInverse ? [logs.output + logs.error] : [logs.output, logs.error]
    return texts.contains { matcher.result(for: .text($0)).isMatched }
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
