import ArgumentParser
import Expectation
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
  @Option(
    help: ArgumentHelp(
      "mended, or strict: judge specs of other tools as these do themselves, errors included.",
      valueName: "how"))
  var compat = Compatibility.mended
  @OptionGroup var dialects: DialectOptions
  @Flag(help: "Exit with 0 where nothing failed though something could not be decided.")
  var allowUndecided = false
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
    try reports.check(in: workplace, reading: spec)
    let specs = try SpecSet.load(spec, beside: nil, dialects.choice, in: workplace, compat)
    let found = try await workplace.foundImage(image, pulling: pull)
    if !consoleOptions.quiet { workplace.console.say("judging `\(image)` from \(found.place)") }
    var access = CommandAccess.none("no command is in the spec")
    let search = ImageSearch(found.view)
    if specs.specs.contains(where: { !$0.commands(in: search).isEmpty }) {
      access = await CommandAccess.to(found, engine.engine, in: workplace)
    }
    let result = await Verifier(commands: access).verify(found.view, against: specs.specs)
    if !consoleOptions.quiet { workplace.show(remarksOn: result, of: specs) }
    var record = RunRecord.started()
    record.add(result, from: specs)
    try reports.write(record, .verify, in: workplace)
    let status = ExitStatus(of: result)
    return status == .undecided && allowUndecided && result.isOnlyUndecided ? .success : status
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

extension Compatibility: ExpressibleByArgument {}
