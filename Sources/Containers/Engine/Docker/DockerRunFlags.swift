import Image

/// A container's options as what stands behind `docker run`, which is podman's too.
struct DockerRunFlags: Sendable, Hashable {
  let arguments: [String]
  /// The container's variables, for which the client has more flags.
  let variables: ClientVariables

  /// `withheld` names variables that the client would give by itself and is told not to.
  init(
    _ spec: ContainerSpec, image: EngineImage, name: DockerContainerName, withheld: [String] = []
  ) {
    variables = ClientVariables(spec.environment, ordered: spec.variableNames)
    var flags = ["--name", "\(name)"]
    for name in withheld where spec.environment[name] == nil { flags += ["--unsetenv", name] }
    for device in spec.devices { flags += ["--device", device] }
    for capability in spec.capabilitiesAdded { flags += ["--cap-add", capability] }
    for capability in spec.capabilitiesDropped { flags += ["--cap-drop", capability] }
    if spec.privileged { flags.append("--privileged") }
    for mount in spec.tmpfs { flags += ["--tmpfs", mount] }
    for mount in spec.mounts {
      flags += ["-v", "\(mount.source):\(mount.destination)" + (mount.isReadOnly ? ":ro" : "")]
    }
    if let holder = spec.volumesOf { flags += ["--volumes-from", holder] }
    switch spec.network {
    case .usual: break
    case .host: flags += ["--network", "host"]
    case .none: flags += ["--network", "none"]
    }
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
      if spec.hasTerminal { flags.append("-t") }
      // Docker takes a single word for an entrypoint; an empty one clears the image's.
      if let entrypoint = spec.entrypoint { flags += ["--entrypoint", entrypoint.first ?? ""] }
      let words = (spec.entrypoint?.dropFirst() ?? []) + (spec.command ?? [])
      arguments = flags + ["-d", "--", image.id] + words
    }
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
