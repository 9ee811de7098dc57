import Engine
import Expectation
import Host

/// The words behind `docker run`, as far as dgoss users write them: how a container is started, and from what.
struct DockerRunWords: Sendable {
  private(set) var image = ""
  private(set) var settings = RunSettings()
  private(set) var pulls = false
  /// Options that change what is seen from within, and that are not taken over.
  private(set) var passedOver: [String] = []
  private var added = ContainerSpec()
  private var networkIsUsual = false

  /// Options that have no bearing on what is judged from within.
  private static let ignored: Set<String> = [
    "name", "p", "publish", "l", "label", "m", "memory", "memory-swap", "cpus", "c", "cpu-shares",
    "pids-limit", "restart", "log-driver", "log-opt", "stop-timeout", "security-opt", "expose",
  ]
  private static let untaken: Set<String> = [
    "dns", "add-host", "network-alias", "ip", "mac-address", "shm-size", "ulimit",
    "platform",
  ]
  private static let ignoredFlags: Set<String> = [
    "rm", "d", "detach", "i", "interactive", "t", "tty", "init", "P", "publish-all", "q", "quiet",
  ]

  init(_ arguments: [String], in workplace: Workplace) throws(GossUsageFault) {
    var rest = arguments[...]
    while let word = rest.first, word.hasPrefix("-"), word != "-" {
      rest.removeFirst()
      if word == "--" { break }
      try take(word, &rest, workplace)
    }
    guard let name = rest.popFirst() else {
      throw GossUsageFault("no image is named", help: "write `dgoss run [DOCKER'S OPTIONS] IMAGE [COMMAND…]`")
    }
    image = name
    if !rest.isEmpty { settings.command = Array(rest) }
  }

  /// What settings do not speak of.
  func add(to spec: inout ContainerSpec) {
    spec.privileged = added.privileged
    spec.capabilitiesAdded = added.capabilitiesAdded
    spec.capabilitiesDropped = added.capabilitiesDropped
    spec.devices = added.devices
    spec.tmpfs = added.tmpfs
    spec.mounts = added.mounts
    spec.workingDirectory = added.workingDirectory
    spec.hostName = added.hostName
    spec.isReadOnly = added.isReadOnly
    if networkIsUsual { spec.network = .usual }
  }

  private mutating func take(
    _ word: String, _ rest: inout ArraySlice<String>, _ workplace: Workplace
  ) throws(GossUsageFault) {
    let (name, given) = Self.option(in: word)
    if Self.ignoredFlags.contains(name) { return }
    if name == "privileged" {
      added.privileged = given != "false"
      return
    }
    if name == "read-only" {
      added.isReadOnly = given != "false"
      return
    }
    guard let value = given ?? rest.popFirst() else { throw GossUsageFault("`\(word)` needs a value") }
    switch name {
    case "e", "env": setVariable(value, workplace)
    case "env-file": try readVariables(value, workplace)
    case "v", "volume": added.mounts.append(try Self.mount(value, workplace))
    case "u", "user": settings.user = value
    case "w", "workdir": added.workingDirectory = value
    case "h", "hostname": added.hostName = value
    case "entrypoint": settings.entrypoint = value.isEmpty ? [] : [value]
    case "net", "network": setNetwork(value)
    case "tmpfs": added.tmpfs.append(value)
    case "cap-add": added.capabilitiesAdded.append(value)
    case "cap-drop": added.capabilitiesDropped.append(value)
    case "device": added.devices.append(value)
    case "pull": pulls = value != "never"
    case "stop-signal": settings.stopSignal = value
    case _ where Self.untaken.contains(name): passedOver.append(name.count > 1 ? "--\(name)" : "-\(name)")
    default:
      guard Self.ignored.contains(name) else {
        throw GossUsageFault(
          "docker's option `\(word)` is not taken over", help: "`ovenproof dgoss --help` says which are")
      }
    }
  }

  /// An option and the value that stands in the same word: `--env=A=b`, `-eA=b`, and `-ie`, whose value follows.
  private static func option(in word: String) -> (name: String, value: String?) {
    guard !word.hasPrefix("--") else {
      let body = word.dropFirst(2)
      let name = String(body.prefix { $0 != "=" })
      return (name, name.count < body.count ? String(body.dropFirst(name.count + 1)) : nil)
    }
    let letters = word.dropFirst().drop { ignoredFlags.contains(String($0)) }
    guard let letter = letters.first else { return (String(word.suffix(1)), nil) }
    let value = letters.dropFirst()
    return (String(letter), value.isEmpty ? nil : String(value.first == "=" ? value.dropFirst() : value))
  }

  private mutating func setNetwork(_ name: String) {
    switch name {
    case "none": settings.network = .loopback
    case "host": settings.network = .host
    default: networkIsUsual = true
    }
  }

  /// `NAME=value`, or the name of a variable of our own environment.
  private mutating func setVariable(_ text: String, _ workplace: Workplace) {
    let name = String(text.prefix { $0 != "=" })
    if name.count < text.count {
      settings.environment[name] = String(text.dropFirst(name.count + 1))
    } else if let value = workplace.environment[name] {
      settings.environment[name] = value
    }
  }

  private mutating func readVariables(_ path: String, _ workplace: Workplace) throws(GossUsageFault) {
    let bytes: [UInt8]
    do throws(HostError) { bytes = try workplace.disk.read(path, limit: 1 << 20) } catch {
      throw GossUsageFault(error.description)
    }
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    where !line.hasPrefix("#") { setVariable(String(line), workplace) }
  }

  private static func mount(
    _ text: String, _ workplace: Workplace
  ) throws(GossUsageFault) -> ContainerSpec.Mount {
    let parts = text.split(separator: ":").map(String.init)
    guard parts.count > 1, parts[0].contains("/") || parts[0] == "." else {
      throw GossUsageFault(
        "`\(text)` names no folder of this machine", help: "write `-v /path/here:/path/inside[:ro]`")
    }
    let isReadOnly = parts.count > 2 && parts[2].split(separator: ",").contains("ro")
    return ContainerSpec.Mount(
      source: workplace.disk.absolute(parts[0]), destination: parts[1], isReadOnly: isReadOnly)
  }
}
