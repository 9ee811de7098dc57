import Image

/// A container's options as flags of `docker run`, which are podman's too.
struct DockerRunFlags: Sendable, Hashable {
  let arguments: [String]
  /// What the client's environment must hold: values of variables are kept out of the argument list, which
  /// others can read.
  let environment: [String: String]
  /// The standard input: the names of variables, one a line, whose values the client takes from its environment. Docker's client
  /// shuffles those that are flags.
  let names: [UInt8]

  /// `withheld` names variables that the client would give by itself and is told not to.
  init(
    _ spec: ContainerSpec, image: EngineImage, name: DockerContainerName, of dialect: DockerDialect,
    withheld: [String] = []
  ) {
    var flags = ["run", "--name", "\(name)"]
    for name in withheld where spec.environment[name] == nil { flags += ["--unsetenv", name] }
    for device in spec.devices { flags += ["--device", device] }
    for capability in spec.capabilitiesAdded { flags += ["--cap-add", capability] }
    for capability in spec.capabilitiesDropped { flags += ["--cap-drop", capability] }
    if spec.privileged { flags.append("--privileged") }
    for mount in spec.tmpfs { flags += ["--tmpfs", mount] }
    for mount in spec.mounts {
      flags += ["-v", "\(mount.source):\(mount.destination)" + (mount.isReadOnly ? ":ro" : "")]
    }
    switch spec.network {
    case .usual: break
    case .host: flags += ["--network", "host"]
    case .none: flags += ["--network", "none"]
    }
    let listed = dialect == .docker ? spec.variableNames.filter { Self.isListable($0, in: spec) } : []
    names = listed.flatMap { Array($0.utf8) + [0x0A] }
    if !listed.isEmpty { flags += ["--env-file", "/dev/stdin"] }
    // Docker takes away a variable that its client has not.
    for name in spec.variableNames where !listed.contains(name) { flags += ["-e", name] }
    environment = spec.environment
    if let folder = spec.workingDirectory { flags += ["--workdir", folder] }
    if let name = spec.hostName { flags += ["--hostname", name] }
    if spec.isReadOnly { flags.append("--read-only") }
    if spec.forbidsNewPrivileges { flags += ["--security-opt", "no-new-privileges"] }
    if let memory = spec.limits.memory { flags += ["--memory", "\(memory)"] }
    if let processes = spec.limits.processes { flags += ["--pids-limit", "\(processes)"] }
    if let user = spec.user { flags += ["--user", user] }
    flags += Self.flags(of: spec.settings)
    switch spec.process {
    case .idle:
      flags += ["-d", "-i", "-t"]
      guard let program = spec.settings.program, program.idles else {
        arguments = flags + ["--entrypoint=/bin/sh", "--", image.id]
        return
      }
      if let entrypoint = program.entrypoint { flags += ["--entrypoint", entrypoint.first ?? ""] }
      arguments = flags + ["--", image.id] + program.command
    case .own:
      // Docker takes a single word for an entrypoint; an empty one clears the image's.
      if let entrypoint = spec.entrypoint { flags += ["--entrypoint", entrypoint.first ?? ""] }
      let words = (spec.entrypoint?.dropFirst() ?? []) + (spec.command ?? [])
      arguments = flags + ["-d", "--", image.id] + words
    }
  }

  /// Whether a line of a file names a variable: there, what its client has not is passed over, and a line may be a comment.
  private static func isListable(_ name: String, in spec: ContainerSpec) -> Bool {
    spec.environment[name] != nil && !name.hasPrefix("#")
      && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private static func flags(of settings: ContainerSpec.Settings) -> [String] {
    var flags: [String] = []
    for (name, value) in settings.labels.sorted(by: { $0.key < $1.key }) {
      flags += ["--label", "\(name)=\(value)"]
    }
    for port in settings.ports { flags += ["--expose", port] }
    if let signal = settings.stopSignal { flags += ["--stop-signal", signal] }
    guard let check = settings.healthcheck else { return flags }
    switch check.test.first {
    case "NONE": flags.append("--no-healthcheck")
    case "CMD-SHELL": flags += ["--health-cmd", check.test.dropFirst().joined(separator: " ")]
    default: break
    }
    let times = [
      ("--health-interval", check.interval), ("--health-timeout", check.timeout),
      ("--health-start-period", check.startPeriod),
    ]
    for (name, time) in times where time != 0 { flags += [name, "\(time)ns"] }
    if check.retries != 0 { flags += ["--health-retries", "\(check.retries)"] }
    return flags
  }
}
