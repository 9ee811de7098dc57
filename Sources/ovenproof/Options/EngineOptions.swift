import ArgumentParser
import Baking
import Host

/// Which engine runs containers.
struct EngineOptions: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable { case native, docker }

  @Option(help: "native (runc, no daemon) or docker; the first that works here unless given.")
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

  @Option(help: "When the base image is pulled: missing, always or never.")
  var pull = BakeOptions.PullPolicy.missing

  @Flag(
    name: .customLong("no-cache"), help: "Run every step, even where a snapshot of an unchanged one is there."
  )
  var noCache = false

  func validate() throws {
    guard parallelBuilds >= 0 else { throw ValidationError("`-parallel-builds` takes a number from 0 on") }
  }

  /// The options of a bake in a workplace.
  func options(in workplace: Workplace) -> BakeOptions {
    var options = BakeOptions(workingDirectory: workplace.disk.workingDirectory)
    options.onError = onError
    options.parallelBuilds = parallelBuilds
    options.force = force
    options.pull = pull
    options.usesSnapshots = !noCache
    options.environment = workplace.environment
    return options
  }
}

extension BakeOptions.OnError: ExpressibleByArgument {}
extension BakeOptions.PullPolicy: ExpressibleByArgument {}
