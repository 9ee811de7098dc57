import Engine
import Image

/// The arguments of `docker run` that a template gives (`run_command`), as far as every engine can honour them.
struct RunArguments: Sendable, Hashable {
  /// The user that commands run as (`--user`).
  private(set) var user: String?
  private(set) var network: ContainerSpec.Network?
  private(set) var isPrivileged = false
  private(set) var capabilitiesAdded: [String] = []
  private(set) var capabilitiesDropped: [String] = []
  private(set) var devices: [String] = []
  private(set) var tmpfs: [String] = []
  private(set) var mounts: [ContainerSpec.Mount] = []
  private(set) var environment: [String: String] = [:]
  /// What is passed over, one clause each, for people.
  private(set) var notes: [String] = []

  /// Reads the arguments up to the image; throws on one that would change the container in a way that is not known here.
  init(_ arguments: [String]) throws(StepFailure) {
    var rest = arguments[...]
    while let argument = rest.first, argument != "--", argument.hasPrefix("-") {
      rest.removeFirst()
      try take(argument, &rest)
    }
    if rest.first == "--" { rest.removeFirst() }
    let command = rest.dropFirst()
    if !command.isEmpty, !Self.idles(command) {
      notes.append(
        "the container idles while it is set up, instead of running `\(command.joined(separator: " "))`")
    }
  }

  /// Lays the arguments over what the builder's own options ask for.
  func applied(to spec: ContainerSpec) -> ContainerSpec {
    var spec = spec
    if let network { spec.network = network }
    spec.privileged = spec.privileged || isPrivileged
    spec.capabilitiesAdded += capabilitiesAdded
    spec.capabilitiesDropped += capabilitiesDropped
    spec.devices += devices
    spec.tmpfs += tmpfs
    spec.mounts += mounts
    spec.environment.merge(environment) { _, new in new }
    return spec
  }

  private mutating func take(_ argument: String, _ rest: inout ArraySlice<String>) throws(StepFailure) {
    if !argument.hasPrefix("--"), argument.dropFirst().allSatisfy({ "dit".contains($0) }) { return }
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    let name = parts[0]
    if Self.ignoredFlags.contains(name) { return }
    if Self.passedOverFlags.contains(name) {
      notes.append("`\(argument)` has no effect here")
      return
    }
    if name == "--privileged" {
      isPrivileged = parts.count == 1 || parts[1] != "false"
      return
    }
    guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
      throw StepFailure("`run_command` ends after `\(argument)`, which wants a value")
    }
    try take(name, value: value)
  }

  private mutating func take(_ name: String, value: String) throws(StepFailure) {
    switch name {
    case "--entrypoint", "--name", "--pull": break
    case "--platform": try Self.check(platform: value)
    case "-u", "--user": user = value
    case "--network", "--net":
      guard value != "none" else { return network = ContainerSpec.Network.none }
      network = .host
      if value != "host" { notes.append("the network is the host's, not `\(value)`") }
    case "--cap-add": capabilitiesAdded.append(value)
    case "--cap-drop": capabilitiesDropped.append(value)
    case "--device": devices.append(value)
    case "--tmpfs": tmpfs.append(value)
    case "-e", "--env":
      let pair = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      environment[pair[0]] = pair.count > 1 ? pair[1] : ""
    case "-v", "--volume": mounts.append(try Self.mount(value))
    case _ where Self.passedOver.contains(name):
      notes.append("`\(name)=\(value)` has no effect here")
    default:
      throw StepFailure(
        "`run_command` has `\(name)`, which is not known here; leave it out, or bake with packer and docker")
    }
  }

  /// Other names by which docker knows an architecture.
  private static let aliases = [
    "amd64": ["x86_64", "x86-64"], "arm64": ["aarch64", "arm64/v8", "aarch64/v8"],
  ]

  private static func check(platform value: String) throws(StepFailure) {
    let own = Platform.current
    let architectures = ["\(own.architecture)"] + (aliases["\(own.architecture)"] ?? [])
    let names = [own.os] + architectures + architectures.map { "\(own.os)/\($0)" }
    guard !names.contains(value) else { return }
    throw StepFailure(
      "`run_command` asks for the platform `\(value)`; containers here are of `\(own.os)/\(own.architecture)`"
    )
  }

  private static func mount(_ value: String) throws(StepFailure) -> ContainerSpec.Mount {
    let parts = value.split(separator: ":").map(String.init)
    guard parts.count >= 2, parts[0].hasPrefix("/") else {
      throw StepFailure(
        "`run_command` has the volume `\(value)`; only `/HOST/PATH:/CONTAINER/PATH[:ro]` is known here")
    }
    return ContainerSpec.Mount(
      source: parts[0], destination: parts[1],
      isReadOnly: parts.count > 2 && parts[2].split(separator: ",").contains("ro"))
  }

  private static let ignoredFlags: Set<String> = [
    "--detach", "--interactive", "--tty", "--rm", "--init", "-d", "-i", "-t",
  ]

  /// Limits, ports and the like: they change how a container runs, not what its commands leave in it.
  private static let passedOver: Set<String> = [
    "--memory", "-m", "--memory-swap", "--cpus", "--cpu-shares", "-c", "--cpuset-cpus", "--shm-size",
    "--ulimit",
    "--pids-limit", "--publish", "-p", "--expose", "--dns", "--dns-search", "--add-host", "--restart",
    "--log-driver",
    "--log-opt", "--security-opt", "--cgroupns", "--ipc", "--stop-signal", "--stop-timeout", "--isolation",
    "--runtime", "--hostname", "-h",
  ]
  private static let passedOverFlags: Set<String> = [
    "--publish-all", "-P", "--no-healthcheck", "--oom-kill-disable",
  ]

  /// Whether a command does nothing but wait, as our own idle process does.
  private static func idles(_ command: ArraySlice<String>) -> Bool {
    let program = command.first?.split(separator: "/").last.map(String.init) ?? ""
    return ["sh", "bash", "dash", "ash", "zsh", "sleep", "cat", "tail"].contains(program)
  }
}
