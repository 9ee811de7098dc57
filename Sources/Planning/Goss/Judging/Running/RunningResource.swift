import Expectation
import Observation
import Source

/// What goss finds of a resource in a running container.
struct RunningResource {
  let resource: GossResource
  let result: RunningResult
  let compatibility: Compatibility

  func finding(of property: String) -> GossFinding {
    switch result.state {
    case .notRun(let reason): return .undecided(UnknownReason("\(why): \(reason.text)"))
    case .notStarted(let message), .broken(let message), .notReady(let message): return .broken(message)
    case .ran: break
    }
    switch resource.kind.word {
    case "port": return port(property)
    case "process":
      // goss takes a name to its first bracket, and what stands behind it for no process.
      let isSeen = compatibility == .mended || !resource.subject.contains(")")
      return .value(
        .bool(isSeen && result.facts.processes.contains { $0.name.isExactly(resource.subject) }))
    case "mount": return mount(property)
    case "interface": return interface(property)
    case "kernel-param":
      return result.facts.parameters[KernelParameters.dotted(resource.subject)].map { .value(.text($0)) }
        ?? .error("could not find the given key")
    default: return answer(property)
    }
  }

  /// Why an image at rest does not tell.
  private var why: String {
    switch resource.kind.word {
    case "mount": "only a running container has mounts"
    case "interface": "only a running container has network interfaces"
    case "process": "only a running container has processes"
    case "port": "only a running container listens on ports"
    case "kernel-param": "only a running kernel has parameters"
    default: "only a running container reaches the network"
    }
  }

  /// goss tells the versions of the protocol apart: what takes both listens on `tcp6`.
  private func port(_ property: String) -> GossFinding {
    let parts = resource.subject.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let network = ListeningSocket.Network(rawValue: parts.count == 2 ? parts[0] : "tcp")
    let sockets = result.facts.sockets.filter {
      $0.network == network && "\($0.port)" == parts.last
    }
    return .value(property == "ip" ? .texts(sockets.map { Self.shown($0.address) }) : .bool(!sockets.isEmpty))
  }

  private func mount(_ property: String) -> GossFinding {
    // Of what is mounted one over the other goss sees the lowest.
    let mounts = result.facts.mounts.filter { $0.path.isExactly(resource.subject) }
    guard let mount = compatibility == .strict ? mounts.first : mounts.last else {
      return property == "exists" && compatibility == .mended
        ? .value(.bool(false)) : .error("Mountpoint not found")
    }
    switch property {
    case "opts": return .value(.texts(mount.options))
    case "vfs-opts": return .value(.texts(mount.fileSystemOptions))
    case "source": return .value(.text(mount.source))
    case "filesystem": return .value(.text(mount.fileSystem))
    case "usage":
      return result.facts.usage[mount.path].map { .value(.integer($0)) }
        ?? .error("no such file or directory")
    default: return .value(.bool(true))
    }
  }

  private func interface(_ property: String) -> GossFinding {
    guard let interface = result.facts.interfaces.first(where: { $0.name.isExactly(resource.subject) }) else {
      return .value(.bool(false))
    }
    switch property {
    case "addrs": return .value(.texts(interface.addresses))
    case "mtu": return .value(.integer(interface.mtu))
    default: return .value(.bool(true))
    }
  }

  private func answer(_ property: String) -> GossFinding {
    guard let question = GossQuestions.question(of: resource) else {
      return resource.kind.word == "addr"
        ? .value(.bool(false)) : .error(GossQuestions.fault(of: resource) ?? "it cannot be asked")
    }
    if case .name(let asked) = question, let fault = Self.fault(of: asked) { return .error(fault) }
    switch (result.answers[question], property) {
    case (.impossible(let reason), _): return .undecided(UnknownReason(reason))
    case (nil, _): return .undecided(UnknownReason("it was not asked"))
    case (.reached, _): return .value(.bool(true))
    case (.names(let names), "addrs"):
      return .value(.texts(Self.literal(question).map { [$0] } ?? names.map(Self.shown)))
    case (.page(let answer), _) where locationFault(answer) != nil: return .error(locationFault(answer) ?? "")
    case (.names(let names), _): return .value(.bool(!names.isEmpty))
    case (.page(let answer), "status"): return .value(.integer(answer.status))
    case (.page(let answer), "Headers"):
      return .reader(Array(answer.headerText.utf8), name: "*strings.Reader")
    case (.page(let answer), _):
      guard !answer.isCut else { return .broken("the page is longer than what is kept of it") }
      // There is always a limit of time, which shows in the name of what is read.
      let name = "*http.cancelTimerBody"
      return answer.fault.map { .brokenReader(answer.body, name: name, Self.words(forBody: $0)) }
        ?? .reader(answer.body, name: name)
    case (.failed(let failure), _): return self.failure(failure, property)
    }
  }

  /// An address that is asked for like a name stands for itself as it is written.
  private static func literal(_ question: NetworkQuestion) -> String? {
    guard case .name(let asked) = question, asked.server == nil, NetworkAddress(asked.name) != nil else {
      return nil
    }
    return asked.name
  }

  private func failure(_ failure: NetworkFailure, _ property: String) -> GossFinding {
    switch resource.kind.word {
    case "addr": return .value(.bool(false))
    case "dns":
      if failure.stage == .time {
        return .error("DNS lookup timed out (\(GoDuration(nearest: timeout).text))")
      }
      if let reason = serverFault(failure) { return .error(reason) }
      return .value(property == "addrs" ? .texts([]) : .bool(false))
    default:
      return .error(pageFailure(failure))
    }
  }

  /// An address of version 4 in the form of version 6 is shown as the former, as Go does.
  private static func shown(_ name: String) -> String {
    guard let address = NetworkAddress(name), !address.isVersion4, address.shortest.isVersion4 else {
      return name
    }
    return address.shortest.description
  }

  /// What goss says of a name that no server is asked for.
  private static func fault(of question: NameQuestion) -> String? {
    if question.isAddressMissing { return "dns: unrecognized address: \(question.name)" }
    let isNamed =
      question.record == .any || question.record == .ptr || NameQuestion.labels(of: question.name) != nil
    return isNamed ? nil : "dns: bad rdata"
  }

  private var timeout: Double {
    if case .name(let question)? = GossQuestions.question(of: resource) { question.timeout } else { 0 }
  }

  /// What goss says where the server that is named cannot be asked for a kind of record; nil where that counts as no answer.
  private func serverFault(_ failure: NetworkFailure) -> String? {
    guard case .name(let question)? = GossQuestions.question(of: resource), question.server != nil,
      question.record != .any
    else { return nil }
    switch failure.stage {
    case .server: return "dial udp: lookup \(failure.target): \(failure.reason)"
    case .connection: return "read udp \(failure.target): read: \(failure.reason)"
    case .answer: return "dns: \(failure.reason)"
    case .name, .time, .file, .location, .redirects: return nil
    }
  }

  /// Why a body did not come to its end, as Go tells of it.
  private static func words(forBody failure: NetworkFailure) -> String {
    guard failure.stage != .time else {
      return "context deadline exceeded (Client.Timeout or context cancellation while reading body)"
    }
    return switch BodyFault(rawValue: failure.reason) {
    case .cutShort: "unexpected EOF"
    case let fault?: fault.rawValue
    case nil: "read tcp \(failure.target): read: \(failure.reason)"
    }
  }
}
