import Engine
import Expectation
import Image
import Observation
import Source

/// Looks at a running container.
struct ContainerWatch: Sendable {
  /// Bytes of each stream of the main process that are kept.
  private static let logLimit = 16 << 20
  /// Questions that are asked at the same time.
  private static let parallelism = 8

  let container: any RunningContainer

  /// Runs commands in it.
  var runner: CommandRunner {
    CommandRunner { [container] _, work in
      try await work { (command, output) async throws(EngineError) in
        try await container.run(command, output: output)
      }
    }
  }

  /// What has become of the main process; nil where the engine does not tell.
  var mainProcess: MainProcess? {
    get async { try? await container.mainProcess() }
  }

  /// What the main process has written.
  func logs() async throws(EngineError) -> ContainerLogs { try await container.logs(limit: Self.logLimit) }

  /// All that is seen now; `before` is what was seen earlier, where that is still of use.
  func result(
    _ before: RunningResult, for entries: [RunningRequest.Entry] = []
  ) async -> RunningResult {
    await withLogs(await look(again: before, for: entries), after: before)
  }

  /// What is seen now for these entries; the logs, which may be long, stay those of before.
  func look(again before: RunningResult, for entries: [RunningRequest.Entry]) async -> RunningResult {
    var wanted = FactsRequest()
    for entry in entries { wanted.formUnion(entry.facts) }
    var result = before
    result.answers.merge(await answers(to: Set(entries.flatMap(\.questions)))) { $1 }
    do throws(EngineError) {
      var facts = try await container.facts(wanted)
      facts.parameters.merge(before.facts.parameters) { new, _ in new }
      facts.usage.merge(before.facts.usage) { new, _ in new }
      result.facts = facts
    } catch {
      switch error.kind {
      // Nothing of it runs, listens or is mounted any longer.
      case .ended: result.facts = ContainerFacts()
      case .unavailable where before.state == .ran:
        return RunningResult(.notRun(UnknownReason(error.message)))
      default: if before.state == .ran { return RunningResult(.broken(error.message)) }
      }
    }
    do throws(EngineError) {
      result.mainProcess = try await container.mainProcess()
    } catch {
      // A process of which nothing is told may be running.
      if before.state == .ran { return RunningResult(.broken(error.message)) }
    }
    return result
  }

  /// The same with what the main process has written until now.
  func withLogs(_ seen: RunningResult, after before: RunningResult) async -> RunningResult {
    guard seen.state == before.state else { return seen }
    var result = seen
    do throws(EngineError) { result.logs = try await logs() } catch {
      // Logs that are not told hold anything.
      if before.state == .ran { return RunningResult(.broken(error.message)) }
    }
    return result
  }

  func answer(to question: NetworkQuestion) async -> NetworkAnswer {
    do throws(EngineError) { return try await container.answer(to: question) } catch {
      if error.kind == .ended {
        return .failed(NetworkFailure(.connection, question.target, "the container has ended"))
      }
      return .impossible(error.message)
    }
  }

  private func answers(to questions: Set<NetworkQuestion>) async -> [NetworkQuestion: NetworkAnswer] {
    await withTaskGroup(of: (NetworkQuestion, NetworkAnswer).self) { group in
      var answers: [NetworkQuestion: NetworkAnswer] = [:]
      for (index, question) in questions.enumerated() {
        if index >= Self.parallelism, let (asked, answer) = await group.next() { answers[asked] = answer }
        group.addTask { (question, await answer(to: question)) }
      }
      for await (asked, answer) in group { answers[asked] = answer }
      return answers
    }
  }

  /// Asks the main process to end; nil where it does not in time, or where the container is gone.
  func stop(_ settings: RunSettings, of image: any ImageView) async -> MainProcess? {
    guard await mainProcess == .running else { return nil }
    let name = settings.stopSignal ?? image.configuration.value?.stopSignal ?? "TERM"
    guard let number = SignalName.number(of: name) else { return nil }
    guard (try? await container.signal(number)) != nil else { return nil }
    let deadline = ContinuousClock.now + .seconds(settings.stopPatience)
    while ContinuousClock.now < deadline {
      if case .ended(let code)? = await mainProcess { return .ended(code) }
      guard (try? await Task.sleep(for: .milliseconds(20))) != nil else { return nil }
    }
    return nil
  }
}

extension NetworkQuestion {
  /// What stands for it in messages.
  fileprivate var target: String {
    switch self {
    case .page(let request): request.address.authority
    case .name(let question): question.name
    case .address(let question): "\(question.host):\(question.port)"
    }
  }
}
