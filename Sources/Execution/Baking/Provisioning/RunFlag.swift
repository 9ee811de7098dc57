import Engine
import Host
import Image

/// What a flag of `docker run` that has a value is about.
enum RunFlag: Sendable {
  case ofNoMatter, passedOver, entrypoint, platform, user, network, capabilityAdded, capabilityDropped
  case device, tmpfs, variable, fileOfVariables, volume, workingDirectory, hostName, label, port, published
  case stopSignal
  case healthCommand, healthInterval, healthTimeout, healthStart, healthRetries

  private static let all: [(flag: RunFlag, names: [String])] = [
    (.ofNoMatter, ["--name", "--pull"]), (.entrypoint, ["--entrypoint"]), (.platform, ["--platform"]),
    (.user, ["-u", "--user"]), (.network, ["--network", "--net"]), (.capabilityAdded, ["--cap-add"]),
    (.capabilityDropped, ["--cap-drop"]), (.device, ["--device"]), (.tmpfs, ["--tmpfs"]),
    (.variable, ["-e", "--env"]), (.fileOfVariables, ["--env-file"]), (.volume, ["-v", "--volume"]),
    (.workingDirectory, ["-w", "--workdir"]), (.hostName, ["-h", "--hostname"]), (.label, ["-l", "--label"]),
    (.port, ["--expose"]),
    (.published, ["-p", "--publish"]), (.stopSignal, ["--stop-signal"]),
    (.healthCommand, ["--health-cmd"]), (.healthInterval, ["--health-interval"]),
    (.healthTimeout, ["--health-timeout"]), (.healthStart, ["--health-start-period"]),
    (.healthRetries, ["--health-retries"]),
    // Limits and the like: they change how a container runs, not what its commands leave in it.
    (
      .passedOver,
      [
        "--memory", "-m", "--memory-swap", "--cpus", "--cpu-shares", "-c", "--cpuset-cpus", "--shm-size",
        "--ulimit", "--pids-limit", "--dns", "--dns-search", "--add-host", "--restart", "--log-driver",
        "--log-opt", "--security-opt", "--cgroupns", "--ipc", "--stop-timeout", "--isolation", "--runtime",
      ]
    ),
  ]

  private static let named = Dictionary(
    uniqueKeysWithValues: all.flatMap { entry in entry.names.map { ($0, entry.flag) } })

  /// The flag of a name with its dashes.
  init?(_ name: String) {
    guard let found = Self.named[name] else { return nil }
    self = found
  }

  /// Flags without a value, that have no bearing.
  static let ignoredSwitches: Set<String> = [
    "--detach", "--interactive", "--tty", "--rm", "--init", "--quiet", "-d", "-i", "-t", "-q",
  ]
  /// Others that are passed over.
  static let passedOverSwitches: Set<String> = ["--publish-all", "-P", "--oom-kill-disable"]
}

extension RunArguments {
  /// Takes a word of flags, and the next one where that is its value.
  mutating func take(_ word: Word, _ rest: inout ArraySlice<Word>) throws(StepFailure) {
    guard word.start.hasPrefix("--") else { return try takeLetters(of: word, &rest) }
    // A value may be empty, be it that the rest of it is not known.
    let parts = word.start.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let isOff = word.isWhole && parts.count > 1 && parts[1] == "false"
    switch parts[0] {
    case _ where RunFlag.ignoredSwitches.contains(parts[0]): return
    case _ where RunFlag.passedOverSwitches.contains(parts[0]):
      notes.append("`\(word.start)` has no effect here")
    case "--privileged": isPrivileged = word.isWhole && !isOff
    case "--read-only": isReadOnly = word.isWhole && !isOff
    case "--no-healthcheck": if !isOff { settings.healthcheck = Healthcheck(test: ["NONE"]) }
    default:
      let value = parts.count > 1 ? Word(start: parts[1], isWhole: word.isWhole) : rest.popFirst()
      try take(parts[0], value)
    }
  }

  /// Letters behind one dash: switches, and at most one flag, whose value is the rest of the word or the next one.
  private mutating func takeLetters(of word: Word, _ rest: inout ArraySlice<Word>) throws(StepFailure) {
    var letters = word.start.dropFirst()
    while let letter = letters.popFirst() {
      let name = "-\(letter)"
      if RunFlag.ignoredSwitches.contains(name) { continue }
      if RunFlag.passedOverSwitches.contains(name) {
        notes.append("`\(name)` has no effect here")
        continue
      }
      if letters.isEmpty, word.isWhole { return try take(name, rest.popFirst()) }
      let value = letters.first == "=" ? letters.dropFirst() : letters
      return try take(name, Word(start: String(value), isWhole: word.isWhole))
    }
  }

  private mutating func take(_ name: String, _ value: Word?) throws(StepFailure) {
    guard let flag = RunFlag(name) else {
      throw StepFailure(
        "`run_command` has `\(name)`, which is not known here; leave it out, or bake with packer and docker")
    }
    guard let value else {
      throw StepFailure("`run_command` ends after `\(name)`, which wants a value")
    }
    guard value.isWhole else { return }
    switch flag {
    case .passedOver: notes.append("`\(name)=\(value.start)` has no effect here")
    case .healthCommand, .healthInterval, .healthTimeout, .healthStart, .healthRetries:
      try setHealth(flag, name, value.start)
    default: try take(flag, value.start)
    }
  }

  private mutating func take(_ flag: RunFlag, _ value: String) throws(StepFailure) {
    switch flag {
    case .entrypoint: entrypoint = value.isEmpty ? [] : [value]
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
    case .variable: setVariable(value)
    case .fileOfVariables: try readVariables(value)
    case .volume: mounts.append(try mount(value))
    case .workingDirectory:
      guard value.hasPrefix("/") else {
        throw StepFailure("`run_command` has the working folder `\(value)`, which is no absolute path")
      }
      workingDirectory = value
    case .hostName: hostName = value
    case .label:
      let (name, text) = Self.pair(value)
      settings.labels[name] = text ?? ""
    case .port: try expose(value)
    case .published:
      try expose(String(value.split(separator: ":").last ?? ""))
      notes.append("`\(value)` opens no port of this machine")
    case .stopSignal:
      try Self.check("STOPSIGNAL \(value)")
      settings.stopSignal = value
    default: break
    }
  }
}
