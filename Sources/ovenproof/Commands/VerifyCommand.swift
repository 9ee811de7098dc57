import ArgumentParser
import Engine
import Expectation
import Host
import Image
import Report
import Verification

/// `ovenproof verify`: judges an image by specs.
struct VerifyCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Judge an image by a spec; all but its commands is read at rest.",
    discussion: """
      IMAGE is a path, a name in the store, docker or podman, in this order; with --pull a registry is asked too. The prefixes \
      store: docker-daemon: containers-storage: docker:// oci: docker-archive: dir: force one.
      """)

  @Argument(help: "The image.") var image: String
  @Option(help: ArgumentHelp("A spec; repeatable.", valueName: "file")) var spec: [String] = []
  @Flag(help: "Fetch the image from its registry where it is nowhere else.") var pull = false
  @OptionGroup var engine: EngineOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var consoleOptions: ConsoleOptions

  func validate() throws {
    if spec.isEmpty { throw ValidationError("name what the image must be: `--spec FILE`") }
  }

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    try reports.check(in: workplace)
    let specs = try SpecSet.load(spec, beside: nil, in: workplace)
    let found = try await self.found(in: workplace)
    if !consoleOptions.quiet { workplace.console.say("judging `\(image)` from \(found.place)") }
    var access = CommandAccess.none("no command is in the spec")
    if specs.specs.contains(where: { !$0.commands.isEmpty }) {
      access = await commandAccess(to: found, in: workplace)
    }
    let result = await Verifier(commands: access).verify(found.view, against: specs.specs)
    var record = RunRecord.started()
    record.add(result, from: specs)
    try reports.write(record, .verify, in: workplace)
    return ExitStatus(of: result)
  }

  private func found(in workplace: Workplace) async throws -> FoundView {
    let locator = ImageLocator(store: try workplace.store, disk: workplace.disk, now: HostEnvironment.now())
    do {
      return try await locator.find(image, pulling: pull)
    } catch {
      guard error.kind == .notFound else { throw error }
      throw CommandFault(
        .usage, error.message,
        help: "`ovenproof image list` shows the store" + (pull ? "" : "; `--pull` asks the registry"))
    }
  }

  /// A way to run the spec's commands, where the image is one that an engine can start.
  private func commandAccess(to found: FoundView, in workplace: Workplace) async -> CommandAccess {
    do {
      let provider = EngineProvider(workplace: workplace)
      if found.place == .docker {
        let docker = try await provider.engine(.docker)
        guard let image = try await docker.image(named: image) else {
          return .none("docker no longer has the image")
        }
        return .runner(CommandRunner(docker, image: image))
      }
      guard let stored = found.stored else {
        return .none(
          "the image lies at a path; bring it into the store with `ovenproof image import` to run commands in it"
        )
      }
      let native = try await provider.engine(engine.engine ?? .native)
      return .runner(CommandRunner(native, image: EngineImage(id: "\(stored.digest)", name: image)))
    } catch {
      return .none((error as? EngineError)?.message ?? "\(error)")
    }
  }
}

extension ExitStatus {
  /// The status that a verification stands for.
  init(of result: VerificationResult) {
    self =
      switch result.verdict {
      case .passed: .success
      case .failed: .failure
      case .undecided: .undecided
      }
  }
}
