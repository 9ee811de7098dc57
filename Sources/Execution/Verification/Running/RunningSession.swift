import Engine
import Expectation
import Image
import Observation
import Source

/// Judges one spec on an image that runs: starts it, waits until it is ready, looks at it, and looks again at what is not yet as it
/// is to be.
struct RunningSession: Sendable {
  let starter: ImageStarter
  let commands: CommandSession
  let spec: any Spec
  let request: RunningRequest
  /// The commands that run beside the image's own program.
  let inside: [CommandRequest]
  /// What the other commands of the spec did.
  let results: [String: CommandResult]
  /// Whether a command that waited for others is to be run.
  let isDue: CommandSession.Due
  let searching: ImageSearching

  /// What became of each assertion.
  func outcomes() async -> [Outcome] {
    do {
      return try await starter.withContainer(request.settings) { container in
        await outcomes(of: container)
      }
    } catch let error as EngineError {
      return outcomes(after: Self.state(after: error))
    } catch is CancellationError {
      return outcomes(after: .notRun(UnknownReason("it was interrupted")))
    } catch {
      return outcomes(after: .broken("the container failed: \(error)"))
    }
  }

  /// The image cannot be started as it is, or nothing here can start it.
  private static func state(after error: EngineError) -> RunningResult.State {
    switch error.kind {
    case .invalid, .notStarted: .notStarted(error.message)
    case .unavailable, .cancelled: .notRun(UnknownReason(error.message))
    default: .broken(error.message)
    }
  }

  private func outcomes(after state: RunningResult.State) -> [Outcome] {
    let search = searching.search()
    search.running = RunningResult(state)
    return spec.outcomes(in: search, commands: results.merging(Self.notRun(inside, state)) { $1 })
  }

  private func outcomes(of container: any RunningContainer) async -> [Outcome] {
    let search = searching.search()
    let watch = ContainerWatch(container: container)
    let start = ContinuousClock.now
    if let state = await Readiness(settings: request.settings, watch: watch).hindrance() {
      search.running = await watch.result(RunningResult(state))
      return spec.outcomes(
        in: search, commands: results.merging(Self.notRun(inside, search.running.state)) { $1 })
    }
    search.running = await watch.result(RunningResult(.ran), for: request.entries)
    let ran = await commands.results(of: inside, by: watch.runner, after: results, where: isDue)
    let results = results.merging(ran) { $1 }
    var round = LookedAt(spec.outcomes(in: search, commands: results))
    var pause = 50
    while search.running.mainProcess == .running, !Task.isCancelled {
      let seconds = start.duration(to: .now) / .seconds(1)
      let open = request.entries.filter { $0.patience > seconds && round.isOpen($0) }
      guard !open.isEmpty else { break }
      try? await Task.sleep(for: .milliseconds(pause))
      pause = min(pause * 2, 250)
      search.running = await watch.look(again: search.running, for: open)
      // They are part of what is told of every failure, so those that stay need them in the end.
      if open.contains(where: \.readsLogs) {
        search.running = await watch.withLogs(search.running, after: search.running)
      }
      round.look(again: open) { spec.outcomes(in: search, commands: results, after: $0, changing: $1) }
    }
    let left = request.entries.filter { $0.patience > 0 && round.isOpen($0) }
    if !left.isEmpty {
      search.running = await watch.withLogs(search.running, after: search.running)
      round.look(again: left) { spec.outcomes(in: search, commands: results, after: $0, changing: $1) }
    }
    if request.stops {
      search.running.stop = await watch.stop(request.settings, of: searching.image)
      round.look(again: spec.outcomes(in: search, commands: results)) { $0.property == "stop-status" }
    }
    return round.outcomes
  }

  private static func notRun(
    _ requests: [CommandRequest], _ state: RunningResult.State
  ) -> [String: CommandResult] {
    let end: CommandResult.End =
      switch state {
      case .notRun(let reason): .notRun(reason)
      case .notStarted(let message), .broken(let message), .notReady(let message): .failed(message)
      case .ran: .failed("the container has ended")
      }
    return Dictionary(requests.map { ($0.id, CommandResult(end)) }) { first, _ in first }
  }
}

/// The outcomes of a spec, of which some are looked at again: once green, they stay so.
private struct LookedAt {
  private(set) var outcomes: [Outcome]

  init(_ outcomes: [Outcome]) { self.outcomes = outcomes }

  func isOpen(_ entry: RunningRequest.Entry) -> Bool {
    outcomes.contains { entry.outcomes.contains($0.id) && !$0.verdict.isGreen }
  }

  /// Takes the newer outcomes of entries, and of what was blocked by them, from those of before.
  mutating func look(
    again entries: [RunningRequest.Entry], _ newer: (_ earlier: [Outcome], _ ids: Set<String>) -> [Outcome]
  ) {
    let ids = Set(entries.flatMap(\.outcomes))
    look(again: newer(outcomes, ids)) { ids.contains($0.id) || $0.verdict == .blocked }
  }

  mutating func look(again newer: [Outcome], where isWanted: (Outcome) -> Bool) {
    guard newer.count == outcomes.count else { return }
    for index in outcomes.indices where !outcomes[index].verdict.isGreen && isWanted(outcomes[index]) {
      outcomes[index] = newer[index]
    }
  }
}
