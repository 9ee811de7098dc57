import Engine
import Image
import Packer

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

  /// An argument, as far as it is known before the run.
  struct Word: Sendable, Hashable {
    /// What stands before the first part that only the run knows.
    let start: String
    let isWhole: Bool

    init(start: String, isWhole: Bool) {
      self.start = start
      self.isWhole = isWhole
    }

    init(_ text: String) { self.init(start: text, isWhole: true) }

    init(_ text: RunText) {
      let known = text.parts.prefix { if case .hole = $0 { false } else { true } }
      self.init(start: RunText(Array(known)).complete ?? "", isWhole: known.count == text.parts.count)
    }

    /// Whether it is known which flag it is, if it is one.
    var namesFlag: Bool { isWhole || (start.hasPrefix("-") && start.utf8.contains(UInt8(ascii: "="))) }
  }

  init(_ arguments: [String]) throws(StepFailure) { try self.init(arguments.map(Word.init)) }

  /// Reads the arguments up to the image; throws on one that would change the container in a way that is not known here.
  ///
  /// A value that only the run knows asks for nothing. Where it is not known whether a word is a flag, and which, nothing is
  /// known of those behind it.
  init(_ arguments: [Word]) throws(StepFailure) {
    var rest = arguments[...]
    while let argument = rest.first, argument.namesFlag, argument.start != "--", argument.start.hasPrefix("-")
    {
      rest.removeFirst()
      try take(argument, &rest)
    }
    guard rest.allSatisfy(\.isWhole) else { return }
    var words = rest.map(\.start)[...]
    if words.first == "--" { words.removeFirst() }
    let command = words.dropFirst()
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

  private mutating func take(_ word: Word, _ rest: inout ArraySlice<Word>) throws(StepFailure) {
    let argument = word.start
    if !argument.hasPrefix("--"), argument.dropFirst().allSatisfy({ "dit".contains($0) }) { return }
    // A value may be empty, be it that the rest of it is not known.
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let name = parts[0]
    if Self.ignoredFlags.contains(name) { return }
    if Self.passedOverFlags.contains(name) {
      notes.append("`\(argument)` has no effect here")
      return
    }
    if name == "--privileged" {
      isPrivileged = word.isWhole && (parts.count == 1 || parts[1] != "false")
      return
    }
    guard let value = parts.count > 1 ? Word(start: parts[1], isWhole: word.isWhole) : rest.popFirst() else {
      throw StepFailure("`run_command` ends after `\(argument)`, which wants a value")
    }
    try take(name, value: value.isWhole ? value.start : nil)
  }

  private mutating func take(_ name: String, value: String?) throws(StepFailure) {
    guard let flag = Self.flags[name] ?? (Self.passedOver.contains(name) ? .passedOver : nil) else {
      throw StepFailure(
        "`run_command` has `\(name)`, which is not known here; leave it out, or bake with packer and docker")
    }
    guard let value else { return }
    switch flag {
    case .ofNoMatter: break
    case .passedOver: notes.append("`\(name)=\(value)` has no effect here")
    case .platform: try Self.check(platform: value)
    case .user: user = value
    case .network:
      guard value != "none" else { return network = ContainerSpec.Network.none }
      network = .host
      if value != "host" { notes.append("the network is the host's, not `\(value)`") }
    case .capabilityAdded: capabilitiesAdded.append(value)
    case .capabilityDropped: capabilitiesDropped.append(value)
    case .device: devices.append(value)
    case .tmpfs: tmpfs.append(value)
    case .variable:
      let pair = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      environment[pair[0]] = pair.count > 1 ? pair[1] : ""
    case .volume: mounts.append(try Self.mount(value))
    }
  }

  /// What a flag with a value is about.
  private enum Flag: Sendable {
    case ofNoMatter, passedOver, platform, user, network, capabilityAdded, capabilityDropped, device, tmpfs
    case variable, volume
  }

  private static let flags: [String: Flag] = [
    "--entrypoint": .ofNoMatter, "--name": .ofNoMatter, "--pull": .ofNoMatter, "--platform": .platform,
    "-u": .user, "--user": .user, "--network": .network, "--net": .network, "--cap-add": .capabilityAdded,
    "--cap-drop": .capabilityDropped, "--device": .device, "--tmpfs": .tmpfs, "-e": .variable,
    "--env": .variable, "-v": .volume, "--volume": .volume,
  ]

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
