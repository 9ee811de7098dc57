import ArgumentParser
import Engine
import Host
import Image

/// `ovenproof shell`: a container from an image or a snapshot, to look around in.
struct ShellCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Enter a container from an image, a snapshot or what `build --keep` kept.",
    usage: "ovenproof shell [--user <user>] <image> [--user <user>] [<command> ...]",
    discussion: """
      IMAGE is a name or digest of the store, the key of a snapshot as `ovenproof image list --snapshots` shows it, or an image \
      of docker (docker-daemon:NAME). Options stand before COMMAND: what follows its first word, or `--`, is its own. Without COMMAND a shell is started. The exit code is that of the command; what is \
      changed in the container goes with it.
      """)

  @Argument(help: "The image or snapshot.") var image: String
  @Argument(parsing: .captureForPassthrough, help: "What to run, with its arguments.") var command: [String] =
    []
  @Option(help: ArgumentHelp("Who runs it; the image's user, unless given.", valueName: "user")) var user:
    String?

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    let words = try ShellWords(command)
    if words.asksForHelp {
      try workplace.console.write(Self.helpMessage() + "\n")
      return .success
    }
    let provider = EngineProvider(workplace: workplace)
    let (engine, image) = try await entered(by: provider, in: workplace)
    var call = ContainerCommand(
      words.command.isEmpty ? Self.shell : words.command, user: words.user ?? user)
    let streams: AttachedStreams =
      HostEnvironment.isTerminal(0) && HostEnvironment.isTerminal(1) ? .terminal : .plain
    if streams == .terminal { call.environment["TERM"] = workplace.environment["TERM"] ?? "xterm" }
    let program = call
    let end = try await engine.withContainer(from: image, ContainerSpec()) { container in
      try await container.attach(program, streams)
    }
    guard case .exited(let code) = end else {
      throw CommandFault(.undecided, "the container ended while the command ran")
    }
    throw ProgramEnd(code: code)
  }

  private static let shell = [
    "/bin/sh", "-c", "if command -v bash >/dev/null 2>&1; then exec bash; else exec sh; fi",
  ]

  private static let holders: [(prefix: String, dialect: DockerDialect)] = [
    ("docker-daemon:", .docker), ("containers-storage:", .podman),
  ]

  /// The engine that has the image, and what it calls it.
  private func entered(
    by provider: EngineProvider, in workplace: Workplace
  ) async throws -> (any ContainerEngine, EngineImage) {
    for (prefix, dialect) in Self.holders where image.hasPrefix(prefix) {
      let engine = try await provider.engine(.client(dialect))
      let name = String(image.dropFirst(prefix.count))
      guard let found = try await engine.image(named: name) else {
        throw CommandFault(
          .usage, "\(dialect.name) has no image `\(name)`",
          help: "`\(dialect.name) images` shows what it has")
      }
      return (engine, found)
    }
    let store = try workplace.store
    let snapshot = try SnapshotShelf(in: store).all().first { isKey($0.record.key) }?.record.image
    let named = try store.image(image)?.digest
    guard let digest = snapshot ?? named else {
      throw CommandFault(
        .usage, "the store has no image or snapshot `\(image)`",
        help: "`ovenproof image list` and `ovenproof image list --snapshots` show what it has; "
          + "`ovenproof image import PATH --as NAME` brings one in")
    }
    return (try await provider.engine(.native(nil)), EngineImage(id: "\(digest)", name: image))
  }

  private func isKey(_ key: String) -> Bool { image.utf8.count >= 8 && key.hasPrefix(image) }
}

/// What stands behind the image: options of ours, then a command with its own.
private struct ShellWords {
  private(set) var user: String?
  private(set) var asksForHelp = false
  private(set) var command: [String] = []

  init(_ words: [String]) throws(CommandFault) {
    var rest = words[...]
    while let word = rest.first, word.hasPrefix("-"), word != "-" {
      rest.removeFirst()
      if word == "--" { break }
      switch word {
      case "-h", "--help": asksForHelp = true
      case "--user":
        guard let name = rest.popFirst() else { throw CommandFault(.usage, "`--user` needs a value") }
        user = name
      case _ where word.hasPrefix("--user="): user = String(word.dropFirst("--user=".count))
      default:
        throw CommandFault(
          .usage, "`shell` has no option `\(word)`",
          help: "a command's own options stand behind its name; `--` before a command that begins with a dash"
        )
      }
    }
    command = Array(rest)
  }
}
