package import Image
import Source

extension ContainerSpec {
  /// What a container says of itself besides its programs, and what an image that is made of it says then, as with
  /// `docker commit`.
  package struct Settings: Sendable, Hashable {
    package var labels: [String: String] = [:]
    /// As `EXPOSE` takes them.
    package var ports: [String] = []
    package var stopSignal: String?
    package var healthcheck: Healthcheck?
    /// The program that it would be started for, did it not idle; nil for the shell that it idles in.
    package var program: Program?

    package init() {}
  }

  /// What `docker run` says of a program: `--entrypoint`, and the words behind the image.
  package struct Program: Sendable, Hashable {
    /// Nil for the image's; empty for none.
    package var entrypoint: [String]?
    package var command: [String]

    package init(entrypoint: [String]?, command: [String]) {
      self.entrypoint = entrypoint
      self.command = command
    }

    /// Programs that wait for input where they are given nothing to do.
    private static let readers: Set<String> = ["sh", "bash", "dash", "ash", "zsh", "cat"]

    /// Whether it waits for input by itself, and so idles.
    package var idles: Bool {
      let words = (entrypoint ?? []) + command
      return words.count == 1 && words.first.map { Self.readers.contains(Self.name(of: $0)) } ?? false
    }

    /// Whether the words behind the image name a program that does nothing but wait, as our own idle process does.
    package var hasWaitingCommand: Bool {
      guard let word = command.first else { return false }
      return Self.readers.union(["sleep", "tail"]).contains(Self.name(of: word))
    }

    private static func name(of path: String) -> String {
      path.split(separator: "/").last.map(String.init) ?? ""
    }
  }
}

extension ContainerSpec {
  /// The names of its own variables as a commit leaves them in an image: those with a value first.
  var variableNames: [String] {
    environment.keys.sorted() + withdrawn.subtracting(environment.keys).sorted()
  }

  /// Lays over an image's configuration what a commit of such a container leaves in it.
  func leave(in configuration: inout ImageConfiguration) throws(ConfigurationChange.Fault) {
    // Its own variables stand before those of the image, also where these have the name.
    let names = variableNames
    configuration.environment.removeAll { entry in names.contains { entry.utf8.starts(with: "\($0)=".utf8) } }
    // Docker leaves the bare names of those that were taken away.
    configuration.environment =
      names.map { name in environment[name].map { "\(name)=\($0)" } ?? name } + configuration.environment
    if let user { configuration.user = user }
    if let workingDirectory { configuration.workingDirectory = workingDirectory }
    for (name, value) in settings.labels { configuration.labels[ExactText(name)] = value }
    if let check = settings.healthcheck {
      configuration.healthcheck = check.filled(from: configuration.healthcheck)
    }
    let program = settings.program ?? Program(entrypoint: ["/bin/sh"], command: [])
    if let entrypoint = program.entrypoint {
      configuration.entrypoint = entrypoint.isEmpty ? nil : entrypoint
    }
    if program.entrypoint != nil || !program.command.isEmpty {
      configuration.command = program.command.isEmpty ? nil : program.command
    }
    let lines =
      settings.ports.map { "EXPOSE \($0)" } + (settings.stopSignal.map { ["STOPSIGNAL \($0)"] } ?? [])
    try ConfigurationChange.apply(lines, to: &configuration)
  }
}

extension Healthcheck {
  /// What it leaves open is the image's.
  fileprivate func filled(from image: Healthcheck?) -> Healthcheck {
    guard let image else { return self }
    var check = self
    if test.isEmpty { check.test = image.test }
    if interval == 0 { check.interval = image.interval }
    if timeout == 0 { check.timeout = image.timeout }
    if startPeriod == 0 { check.startPeriod = image.startPeriod }
    if startInterval == 0 { check.startInterval = image.startInterval }
    if retries == 0 { check.retries = image.retries }
    return check
  }
}
