import Diagnostics
import Matching
import Observation
import Source

/// What is mounted at a path of a running container.
struct MountProbe: Probe {
  let path: String
  let result: RunningResult

  var presence: Finding { result.finding { .value(.bool($0.mount(at: path) != nil)) } }
  var absence: String { "nothing is mounted at `\(path)`" }
  var absentValue: String { "not mounted" }
  var unwantedPresence: String {
    "`\(result.facts.mount(at: path)?.source ?? "something")` is mounted at `\(path)`"
  }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    guard let mount = result.facts.mount(at: path) else { return presence }
    switch property {
    case "source": return .value(.text(mount.source))
    case "filesystem": return .value(.text(mount.fileSystem))
    case "options": return .value(.texts(mount.options))
    case "filesystem-options": return .value(.texts(mount.fileSystemOptions))
    case "usage":
      return result.facts.usage[path].map { .value(.number($0)) } ?? .broken("its size could not be read")
    default: return .value(.bool(true))
    }
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    let paths = result.facts.mounts.map(\.path)
    return Suggestion.nearest(to: path, among: paths).map { ["mounted is `\($0)`"] } ?? []
  }
}

/// A network interface of a running container.
struct InterfaceProbe: Probe {
  let name: String
  let result: RunningResult

  private func interface(_ facts: ContainerFacts) -> NetworkInterface? {
    facts.interfaces.first { $0.name.isExactly(name) }
  }

  var presence: Finding { result.finding { .value(.bool(interface($0) != nil)) } }
  var absence: String { "there is no interface `\(name)`" }
  var unwantedPresence: String { "there is an interface `\(name)`" }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    guard let interface = interface(result.facts) else { return presence }
    switch property {
    case "addresses": return .value(.texts(interface.addresses))
    case "mtu": return .value(.number(interface.mtu))
    default: return .value(.bool(true))
    }
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    ["there are \(result.facts.interfaces.map(\.name).joined(separator: ", "))"]
  }
}

/// A parameter of the kernel as a running container has it.
struct ParameterProbe: Probe {
  let name: String
  let result: RunningResult

  var presence: Finding { result.finding { .value(.bool($0.parameters[name] != nil)) } }
  var absence: String { "the kernel has no parameter `\(name)`" }
  var unwantedPresence: String { "the kernel has a parameter `\(name)`" }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    guard let value = result.facts.parameters[name] else { return presence }
    return property == "value" ? .value(.text(value)) : .value(.bool(true))
  }
}

/// Whether a container starts, and is ready in time.
struct StartProbe: Probe {
  let result: RunningResult

  var presence: Finding {
    switch result.state {
    case .ran: .value(.bool(true))
    case .notStarted, .notReady: .value(.bool(false))
    case .notRun(let reason): .unknown(reason)
    case .broken(let message): .broken(message)
    }
  }

  var presenceProperty: String? { "ready" }
  var absentValue: String { "not ready" }
  var unwantedPresence: String { "it is ready" }
  var absence: String {
    switch result.state {
    case .notStarted(let message), .notReady(let message): message
    default: "it is not ready"
    }
  }

  func finding(of property: String, in search: ImageSearch) -> Finding { .value(.bool(true)) }
  func evidenceOfAbsence(in search: ImageSearch) -> [String] { result.lastWords }
}
