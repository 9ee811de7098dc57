import Source

extension ConfigurationChange {
  /// Applies changes in order, as `docker commit` does: an entrypoint without a command of its own drops the image's.
  package static func apply(
    _ changes: [ConfigurationChange], to configuration: inout ImageConfiguration
  ) throws(Fault) {
    var changed = configuration
    var setsCommand = false
    for change in changes {
      if case .command = change { setsCommand = true }
      try change.apply(to: &changed, keepsCommand: setsCommand)
    }
    // Docker fills an image that is left without a program from what the container ran.
    if (changed.entrypoint ?? []).isEmpty, (changed.command ?? []).isEmpty {
      changed.command = configuration.command
    }
    if changed.entrypoint == nil { changed.entrypoint = configuration.entrypoint }
    configuration = changed
  }

  /// Reads and applies texts in order.
  package static func apply(_ lines: [String], to configuration: inout ImageConfiguration) throws(Fault) {
    var changes: [ConfigurationChange] = []
    for line in lines { changes += try parse(line).get() }
    try apply(changes, to: &configuration)
  }

  private func apply(to configuration: inout ImageConfiguration, keepsCommand: Bool) throws(Fault) {
    let words = WordExpansion(environment: configuration.environment)
    switch self {
    case .command(let line): configuration.command = line.words(shell: configuration.shell)
    case .entrypoint(let line):
      let words = line.words(shell: configuration.shell)
      configuration.entrypoint = words.isEmpty ? nil : words
      if !keepsCommand { configuration.command = nil }
    case .environment(let pairs):
      for pair in pairs {
        configuration.setEnvironment(try words.expand(pair.name), to: try words.expand(pair.value))
      }
    case .labels(let pairs):
      for pair in pairs {
        configuration.labels[ExactText(try words.expand(pair.name))] = try words.expand(pair.value)
      }
    case .expose(let ports):
      var all = configuration.exposedPorts
      for word in ports {
        for port in InstructionWords.split(try words.expand(word)) {
          all += try PortRange.ports(port)
        }
      }
      configuration.exposedPorts = all.distinct
    case .volumes(let paths):
      var all = configuration.volumes
      for path in paths { all.append(try words.expand(path)) }
      configuration.volumes = all.distinct
    case .healthcheck(let check): configuration.healthcheck = check
    case .onBuild(let trigger): configuration.onBuild.append(trigger)
    case .stopSignal(let signal):
      configuration.stopSignal = try Self.checked(signal: try words.expand(signal))
    case .user(let user): configuration.user = try words.expand(user)
    case .workingDirectory(let path):
      configuration.workingDirectory = Self.joined(configuration.workingDirectory, try words.expand(path))
    }
  }

  private static let signals: Set<String> = [
    "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE",
    "POLL",
    "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG",
    "USR1",
    "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX",
  ]

  private static func checked(signal: String) throws(Fault) -> String {
    if let number = Int(signal), (1...64).contains(number) { return signal }
    var name = signal.uppercased()
    if name.hasPrefix("SIG") { name = String(name.dropFirst(3)) }
    let isRealTime = (1...15).contains { name == "RTMIN+\($0)" || name == "RTMAX-\($0)" }
    guard signals.contains(name) || isRealTime else { throw Fault("`\(signal)` is not a signal") }
    return signal
  }

  /// A relative folder laid on another, without `.`, `..` and doubled slashes; an absolute one stays as docker leaves it:
  /// as it is written.
  private static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") { return path }
    var parts: [Substring] = []
    for part in (folder + "/" + path).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}

extension ConfigurationChange.CommandLine {
  /// The words to execute: a line for the shell goes to the image's shell.
  func words(shell: [String]?) -> [String] {
    switch self {
    case .words(let words): words
    case .shell(let line): (shell ?? ["/bin/sh", "-c"]) + [line]
    }
  }
}
