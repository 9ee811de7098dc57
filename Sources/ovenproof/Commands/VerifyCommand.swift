import ArgumentParser
import Diagnostics
import Expectation
import Image
import Report
import Source
import Verification

/// `ovenproof verify`: judges an image by specs.
struct VerifyCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Judge an image by a spec; all but its commands, and what runs, is read at rest.",
    discussion: """
      IMAGE is a path, a name in the store, docker or podman, in this order; with --pull a registry is asked too. The prefixes \
      store: docker-daemon: containers-storage: docker:// oci: docker-archive: dir: force one. PATH:NAME is one of several images of \
      an OCI layout or an archive; a folder that is no image does not take the place of a name. What is read at rest needs no home \
      that can be written to.
      """)

  @Argument(help: "The image.") var image: String
  @Option(help: ArgumentHelp("A spec; repeatable.", valueName: "file")) var spec: [String] = []
  @Option(
    help: ArgumentHelp(
      "mended, or strict: judge specs of other tools as these do themselves, errors included.",
      valueName: "how"))
  var compat = Compatibility.mended
  @OptionGroup var dialects: DialectOptions
  @OptionGroup var inputs: SpecInputOptions
  @Flag(
    help:
      "Exit with 0 where something passed and nothing failed, though something could not be decided; with 3 where nothing could be."
  )
  var allowUndecided = false
  @Option(
    help: ArgumentHelp(
      "Fail on assertions of this severity and worse: error, warning or info.", valueName: "severity"))
  var failOn = Severity.error
  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Start the image for what only a running one tells. Specs of our own start it where they ask for that; goss files only with --run. --no-run runs nothing of the image, no commands either."
    ))
  var run: Bool?
  @Flag(
    help:
      "Run goss or container-structure-test beside us, say which verdicts differ, and exit as they do.")
  var shadow = false
  @Flag(help: "Fetch the image from its registry where it is nowhere else.") var pull = false
  @OptionGroup var platform: PlatformOption
  @OptionGroup var engine: EngineOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var consoleOptions: ConsoleOptions

  func validate() throws {
    if spec.isEmpty { throw ValidationError("name what the image must be: `--spec FILE`") }
  }

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    return try await judge(in: workplace)
  }

  private func judge(in workplace: Workplace) async throws -> ExitStatus {
    try reports.check(in: workplace, reading: spec + inputs.inputFile)
    var choice = dialects.choice
    choice.runsInside = run == true
    // Each takes its time, and neither needs the other.
    async let finding = workplace.foundImage(image, pulling: pull, for: platform.platform)
    let specs = try SpecSet.load(
      spec, beside: nil, choice, inputs: try inputs.values(in: workplace), in: workplace, compat)
    let found = try await finding
    if !consoleOptions.quiet { workplace.console.say("judging `\(image)` from \(found.place)") }
    let shadowRun = ShadowRun(found: found, dialects: choice, engine: engine.engine, workplace: workplace)
    if shadow, let fault = shadowRun.fault(specs) { throw fault }
    let judged = await verifier(of: found, specs, in: workplace).verify(found.view, against: specs.specs)
    let result = run == true ? judged.remindingOfRest : judged
    if !consoleOptions.quiet { workplace.show(remarksOn: result, of: specs) }
    var record = RunRecord.started()
    record.threshold = failOn
    record.add(result, from: specs)
    try reports.write(record, .verify, consoleOptions.detail, in: workplace)
    if shadow { throw ProgramEnd(code: try await shadowRun.code(specs, result)) }
    let status = ExitStatus(of: result, from: failOn)
    guard status == .undecided, allowUndecided, result.isOnlyUndecided(from: failOn) else { return status }
    guard result.judgesNothing else { return .success }
    workplace.console.note(
      "nothing could be decided, and `--allow-undecided` lets no run pass that has judged nothing")
    return status
  }

  private func verifier(of found: FoundView, _ specs: SpecSet, in workplace: Workplace) async -> Verifier {
    if run == false {
      let reason = "`--no-run` lets nothing of the image run"
      return Verifier(
        commands: .none(reason), starting: { _ in .none(reason) }, approved: approved(workplace),
        origin: workplace.originOfLayers)
    }
    let search = ImageSearch(found.view)
    let isNeeded = specs.specs.contains {
      !$0.commands(in: search).isEmpty || isStarted(by: $0.dialect) && $0.running(in: search) != nil
    }
    let access =
      isNeeded
      ? await EngineAccess.to(found, engine.engine, in: workplace) : .none("nothing in the spec runs")
    return Verifier(
      commands: access.commands(of: found.view),
      starting: { dialect in
        isStarted(by: dialect)
          ? access.starting : .none("the image is not started; `--run` starts it")
      }, approved: approved(workplace), origin: workplace.originOfLayers)
  }

  private func approved(_ workplace: Workplace) -> @Sendable (String) async -> Known<any ImageView> {
    { [pull] name in await workplace.approvedImage(name, pulling: pull) }
  }

  /// What a file of goss says of running things may be meant for another machine.
  private func isStarted(by dialect: Outcome.Dialect) -> Bool { run == true || dialect == .ovenproof }
}

extension ExitStatus {
  /// The status that a verification stands for, where what fails counts from a severity on.
  init(of result: VerificationResult, from threshold: Severity = .error) {
    self =
      switch result.verdict(from: threshold) {
      case .passed: .success
      case .failed: .failure
      case .undecided: .undecided
      }
  }
}

extension Compatibility: ExpressibleByArgument {}
