import Matching
import Observation

/// A port of a running container.
struct PortProbe: Probe {
  let port: PortName
  let result: RunningResult

  private var sockets: [ListeningSocket] { port.sockets(in: result.facts) }

  var presence: Finding { result.finding { .value(.bool(!port.sockets(in: $0).isEmpty)) } }
  var presenceProperty: String? { "listening" }
  var absence: String { "nothing listens on \(port)" }
  var absentValue: String { "not listening" }
  var unwantedPresence: String { "something listens on \(port)" }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    property == "ip" ? .value(.texts(sockets.map(\.address))) : .value(.bool(true))
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    let others = Set(result.facts.sockets.map { "\($0.network):\($0.port)" }).sorted()
    let known =
      others.isEmpty
      ? "no port is listened on" : "listened on are \(others.prefix(8).joined(separator: ", "))"
    return [known] + result.lastWords
  }
}

/// An address that is to be reached from a running container.
struct AddressProbe: Probe {
  let question: AddressQuestion
  let result: RunningResult

  var presence: Finding {
    result.finding(of: .address(question)) { .value(.bool($0 == .reached)) }
  }

  var presenceProperty: String? { "reachable" }
  var absence: String { "it is not reachable" }
  var absentValue: String { "not reachable" }
  var unwantedPresence: String { "it is reachable" }

  func finding(of property: String, in search: ImageSearch) -> Finding { .value(.bool(true)) }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    guard case .failed(let failure)? = result.answers[.address(question)] else { return [] }
    return ["\(failure)"]
  }
}

/// A name that is looked up as a running container does.
struct NameProbe: Probe {
  let question: NameQuestion
  let result: RunningResult

  private var found: [String] {
    guard case .names(let names)? = result.answers[.name(question)] else { return [] }
    return question.record == .txt ? names.map(NameQuestion.plain) : names
  }

  var presence: Finding { result.finding(of: .name(question)) { _ in .value(.bool(!found.isEmpty)) } }
  var presenceProperty: String? { "resolvable" }
  var absence: String { "`\(question.name)` stands for no address" }
  var absentValue: String { "not resolvable" }
  var unwantedPresence: String { "`\(question.name)` stands for \(found.joined(separator: ", "))" }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    property == "addresses" ? .value(.texts(found)) : .value(.bool(true))
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    guard case .failed(let failure)? = result.answers[.name(question)] else { return [] }
    return ["\(failure)"]
  }
}
