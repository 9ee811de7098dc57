import ArgumentParser
import Baking
import Engine
import Host

/// Which engine runs containers.
struct EngineOptions: ParsableArguments {
  /// An engine by name; of the native one also a variant: `native:namespaces`.
  enum Choice: ExpressibleByArgument, Hashable {
    case native(Walls.Kind?)
    case client(DockerDialect)

    static let allNames =
      ["native"] + Walls.Kind.allCases.map { "native:" + $0.rawValue } + DockerDialect.allCases.map(\.name)
    static var allValueStrings: [String] { allNames }

    init?(argument: String) {
      if let dialect = DockerDialect(rawValue: argument) {
        self = .client(dialect)
      } else if argument == "native" {
        self = .native(nil)
      } else {
        guard argument.hasPrefix("native:"),
          let walls = Walls.Kind(rawValue: String(argument.dropFirst(7)))
        else { return nil }
        self = .native(walls)
      }
    }
  }

  @Option(
    help:
      "native (no daemon), docker or podman; the first that works here unless given. native:runc, native:namespaces and native:chroot say what its containers are made of."
  )
  var engine: Choice?
}

/// How a bake is run; spelled as `packer build` does where it has the switch.
struct BakeSwitches: ParsableArguments {
  @Option(
    name: [.long, .customLong("on-error", withSingleDash: true)],
    help:
      "What to do with a container whose provisioning failed: cleanup, abort, ask or run-cleanup-provisioner."
  )
  var onError = BakeOptions.OnError.cleanup

  @Option(
    name: [.long, .customLong("parallel-builds", withSingleDash: true)],
    help: "How many builds run side by side; 0 for all.")
  var parallelBuilds = 0

  @Flag(
    name: [.long, .customLong("force", withSingleDash: true)],
    help: "Overwrite what an earlier build left.")
  var force = false

  @Flag(
    name: [.long, .customLong("debug", withSingleDash: true)],
    help: "Wait for the Enter key before each step; builds run one after another.")
  var debug = false

  @Option(help: "When the base image is pulled: changed (as Packer does it), missing, always or never.")
  var pull = BakeOptions.PullPolicy.changed

  @Flag(
    name: .customLong("no-cache"), help: "Run every step, even where a snapshot of an unchanged one is there."
  )
  var noCache = false

  @Flag(help: "Run anew what could reach the network, and what comes after it; the results are kept.")
  var refresh = false

  @Option(
    help: ArgumentHelp(
      "Run this step and all after it, whatever is kept of them: its number as it is shown, or its id in the plan.",
      valueName: "step"))
  var from: String?

  @Flag(help: "Say of each step why it is taken from a snapshot or not.")
  var explainCache = false

  /// Packer's own: output lines have no times here that could be shown otherwise.
  @Flag(name: [.long, .customLong("timestamp-ui", withSingleDash: true)], help: .hidden)
  var timestampUi = false

  @Flag(help: "Keep the container's state when all is done, or where a step failed, for `ovenproof shell`.")
  var keep = false

  func validate() throws {
    if noCache, refresh || from != nil {
      throw ValidationError("`--no-cache` runs every step: leave out `--refresh` and `--from`")
    }
    guard parallelBuilds >= 0 else { throw ValidationError("`-parallel-builds` takes a number from 0 on") }
    if debug, !TerminalInput.isThere {
      throw ValidationError("`-debug` waits for a key before each step, and standard input is no terminal")
    }
  }

  /// The options of a bake in a workplace.
  func options(in workplace: Workplace) -> BakeOptions {
    var options = BakeOptions(workingDirectory: workplace.disk.workingDirectory)
    options.onError = onError
    options.parallelBuilds = parallelBuilds
    options.force = force
    options.isDebug = debug
    options.pull = pull
    options.snapshots.use = noCache ? SnapshotPolicy.Use.none : refresh ? .local : .all
    options.snapshots.from = from
    options.snapshots.explains = explainCache
    options.keepsState = keep
    options.environment = workplace.environment
    return options
  }
}

extension BakeOptions.OnError: ExpressibleByArgument {}
extension BakeOptions.PullPolicy: ExpressibleByArgument {}
