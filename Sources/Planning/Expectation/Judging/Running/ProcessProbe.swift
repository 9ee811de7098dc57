import Diagnostics
import Image
import Matching
import Observation
import Source

/// The processes of a running container that have one name.
struct ProcessProbe: Probe {
  let name: String
  let result: RunningResult

  /// The kernel keeps 15 bytes of a name.
  private var processes: [ContainerProcess] {
    let kept = String(decoding: Array(name.utf8).prefix(15), as: UTF8.self)
    return result.facts.processes.filter { $0.name == kept && !$0.hasEnded }
  }

  var presence: Finding { result.finding { _ in .value(.bool(!processes.isEmpty)) } }
  var presenceProperty: String? { "running" }
  var absence: String { "no process `\(name)` runs" }
  var absentValue: String { "not running" }

  func absentValue(of property: String) -> Subject? {
    switch property {
    case "running": .bool(false)
    case "count": .number(0)
    default: nil
    }
  }

  var unwantedPresence: String {
    "`\(name)` runs, as process \(processes.map { "\($0.number)" }.joined(separator: ", "))"
  }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    switch property {
    case "count": .value(.number(processes.count))
    case "user": Self.users(Set(processes.map(\.user)).sorted(), in: search)
    case "arguments":
      .value(.text(Array(processes.map { $0.arguments.joined(separator: " ") }.joined(separator: "\n").utf8)))
    default: .value(.bool(true))
    }
  }

  /// The name of the one user, or of all.
  static func users(_ ids: [Int], in search: ImageSearch) -> Finding {
    let known: Known<Accounts>
    do throws(ImageError) { known = try search.accounts() } catch { return .broken(error.message) }
    if case .unknown(let reason) = known { return .unknown(reason) }
    let accounts = known.value ?? Accounts.none
    let names = ids.map { accounts.userName(UInt32(clamping: $0)) }
    return .value(names.count == 1 ? .text(names[0]) : .texts(names))
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    let names = Set(result.facts.processes.filter { !$0.hasEnded }.map(\.name)).sorted()
    let nearest = Suggestion.nearest(to: name, among: names).map { ["running is `\($0)`"] }
    return (nearest ?? ["running are \(names.prefix(8).joined(separator: ", "))"]) + result.lastWords
  }
}

/// The program that a container was started for.
struct MainProcessProbe: Probe {
  let result: RunningResult

  var presence: Finding { result.finding { _ in .value(.bool(true)) } }
  var presenceProperty: String? { nil }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    let first = result.facts.processes.first { $0.number == 1 }
    switch (property, result.mainProcess) {
    case ("running", let state): return .value(.bool(state == .running))
    case ("exit-status", .running): return .none("is not known: the main process still runs")
    case ("exit-status", .ended(let code)): return Self.status(code)
    case ("stop-status", _): return stopStatus
    case (_, .ended(let code)): return .none("is gone: \(RunningResult.words(forEnd: code))")
    case ("user", .running):
      return first.map { ProcessProbe.users([$0.user], in: search) } ?? .none("is not seen")
    default: return .value(.texts(first?.arguments ?? []))
    }
  }

  private var stopStatus: Finding {
    switch result.stop {
    case .ended(let code): Self.status(code)
    case .running, nil:
      if case .ended = result.mainProcess {
        .none("is not known: the main process had ended before it was asked to")
      } else {
        .none("is not known: the main process did not end in time when it was asked to")
      }
    }
  }

  private static func status(_ code: Int32?) -> Finding {
    code.map { .value(.number(Int($0))) } ?? .broken("nobody noted how the main process ended")
  }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    self.result.lastWords
  }
}

/// What the main process of a container has written.
struct LogProbe: Probe {
  let result: RunningResult

  var presence: Finding { result.finding { _ in .value(.bool(true)) } }
  var presenceProperty: String? { nil }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    if result.logs.isCut { return .broken("the main process has written more than is kept") }
    return .value(.text(property == "stdout" ? result.logs.output : result.logs.error))
  }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    guard case .ended(let code) = self.result.mainProcess else { return [] }
    return [RunningResult.words(forEnd: code)]
  }
}
