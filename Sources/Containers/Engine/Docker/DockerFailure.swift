/// What docker or podman printed when it failed.
struct DockerFailure: Sendable, Hashable {
  private let text: String
  private let dialect: DockerDialect

  init(_ text: String, of dialect: DockerDialect = .docker) {
    self.text = text
    self.dialect = dialect
  }

  /// The failure in our words; `attempt` is a verb with its object.
  func error(_ attempt: String) -> EngineError {
    let cause = Self.causes.first { cause in cause.signs.contains { text.contains($0) } }
    return EngineError(
      cause?.kind ?? .failed, "\(dialect.name) cannot \(attempt): \(reason)", help: cause?.help)
  }

  /// Whether the container that was spoken to is no longer there, or no longer runs.
  var saysContainerEnded: Bool {
    dialect.signsOfAbsence.contains { text.contains($0) }
  }

  /// The line that tells most, as the end of a sentence of ours.
  var reason: String {
    let lines = text.split(separator: "\n").map { String($0).trimmingEnd }.filter { line in
      !line.isEmpty && !line.hasPrefix("See 'docker") && !line.contains("--help' for more")
        && !line.contains("context canceled")
    }
    let told =
      lines.last { $0.contains("rror") || $0.contains("denied") || $0.contains("unable") } ?? lines.last
    guard var line = told else { return "it gave no reason" }
    for prefix in ["docker: ", "Error response from daemon: ", "Error: "] where line.hasPrefix(prefix) {
      line.removeFirst(prefix.count)
    }
    while line.hasSuffix(".") { line.removeLast() }
    return line
  }

  private struct Cause: Sendable {
    let kind: EngineError.Kind
    let signs: [String]
    let help: String?

    init(_ kind: EngineError.Kind, _ signs: [String], help: String? = nil) {
      self.kind = kind
      self.signs = signs
      self.help = help
    }
  }

  /// Signs of docker 20.10 and 28, client and daemon, and of podman 4; the first cause that has one counts.
  private static let causes = [
    Cause(
      .unavailable, ["permission denied while trying to connect"],
      help: "add yourself to the group `docker`, run as root, or use `--engine native`"),
    Cause(
      .unavailable,
      ["Cannot connect to the Docker daemon", "Is the docker daemon running", "error during connect"],
      help: "start the daemon, set `DOCKER_HOST`, or use `--engine native` as root"),
    Cause(
      .unavailable, ["unable to apply caps"],
      help:
        "the daemon does not hold a capability that is asked for; take it out of `cap_add` or `privileged`"),
    Cause(
      .unavailable, ["setting rlimit", "setrlimit"],
      help:
        "this user may not have as many open files or processes as podman gives: set `default_ulimits` for `[containers]` in `containers.conf`"
    ),
    Cause(
      .unavailable, ["cgroups in hybrid mode"],
      help: "set `runtime = \"runc\"` for `[engine]` in `containers.conf`"),
    Cause(
      .invalid, ["exec: \"/bin/sh\""],
      help: "builds run their commands in a shell of the image, which has no `/bin/sh`"),
    Cause(.notStarted, ["process: exec: ", "caused: exec: "]),
    Cause(
      .noSpace, ["no space left on device"],
      help: "free some space: `docker system df` or `podman system df` tells what takes it"),
    Cause(
      .registry, ["invalid username/password"],
      help: "check user and password; the template's `login`, `login_username` and `login_password` name them"
    ),
    Cause(
      .invalid,
      [
        "invalid reference format", "is not a valid change command", "unknown instruction",
        "unable to find user",
        "unable to find group", "unknown capability", "chdir to cwd", "must be a directory",
        "Could not find the file",
        "No such container:path",
        "no such directory", "cannot copy directory", "cannot overwrite", "cannot be used with", "invalid",
        "Invalid", "no such file or directory", "requires at least one",
        "Syntax error",
      ]),
    Cause(
      .imageNotFound,
      [
        "manifest unknown", "manifest for", "No such image", "reference does not exist", "pull access denied",
        "repository does not exist", "An image does not exist locally", "image not known",
      ], help: "check the name and the tag; a private repository needs `login`"),
    Cause(
      .registry,
      [
        "no basic auth credentials", "unauthorized", "401 Unauthorized", "authentication required", "denied:",
      ],
      help: "check user and password; the template's `login`, `login_username` and `login_password` name them"
    ),
    Cause(
      .registry,
      [
        "connection refused", "no such host", "i/o timeout", "connection reset", "x509", "TLS handshake",
        "EOF",
        "server gave HTTP response", "timeout exceeded", "network is unreachable",
      ], help: "check that the registry is up and that its name is right"),
  ]
}
