import Baking
import Diagnostics
import Engine
import Expectation
import Host
import Image
import Lint
import Packer
import Plan
import Prediction
import Project
import Report
import Source
import Verification

/// Lints, plans and bakes one template, and judges its images by its spec before anything is published.
struct TemplateBake: Sendable {
  /// What a bake does with specs.
  enum Judging: Sendable {
    /// A spec beside the template is judged where there is one.
    case whereFound
    /// Without a spec the run is undecided.
    case required
  }

  let workplace: Workplace
  let template: String
  /// The files among which it is.
  let tree: any FileTree
  /// The entry of the settings that says how it is built, where it was named.
  let entry: String?
  let inputs: TemplateInputs
  let options: BakeOptions
  let standIns: StandInOptions
  let engineChoice: EngineOptions.Choice?
  /// Spec files given by name; the one beside the template otherwise.
  let specPaths: [String]
  /// What their inputs get.
  let specInputs: InputValues
  let judging: Judging
  let isQuiet: Bool

  /// Does it all and fills the record; the status is the verdict.
  func run(into record: inout RunRecord) async throws -> ExitStatus {
    let clock = ContinuousClock()
    let began = clock.now
    let runClock = RunClock.now()
    var inputs = inputs
    inputs.clock = { if case .function(let call) = $0 { runClock.functions(call) } else { nil } }
    var linting = Linting(workplace: workplace)
    linting.tree = tree
    linting.standIns = standIns.request
    let prepared = try await linting.prepare(template, as: entry, reading: .none, inputs)
    let lint = prepared.lint
    record.add(lint)
    record.run.durations["lint"] = began.duration(to: clock.now).seconds
    guard Linting.status(of: lint, failOn: nil) == .success else {
      workplace.console.complain(
        "`\(template)` has faults that would break the build; nothing was started",
        help: "mend them, or allow one with a reason (`ovenproof rules explain RULE`)")
      return Linting.status(of: lint, failOn: nil)
    }
    guard let plan = prepared.plan, let project = prepared.project, !plan.builds.isEmpty else {
      throw CommandFault(
        .failure, "`\(template)` has no build that is chosen", help: "`-only` and `-except` name builds")
    }
    try standIns.check(against: plan)
    let specs =
      try options.isDryRun
      ? SpecSet.none
      : SpecSet.load(specPaths, beside: template, inputs: specInputs, in: workplace)
    if case .required = judging, specs.isEmpty {
      throw CommandFault(
        .undecided, "no spec belongs to `\(template)`, so nothing can be verified",
        help: "write one beside it (NAME.spec.yaml), or name one with `--spec FILE`")
    }
    let options = try options(for: prepared, plan, in: project.workingDirectory)
    let engine = try await EngineProvider(
      workplace: workplace, registryPatience: prepared.registryPatience
    ).engine(engineChoice)
    tellOfStandIns(in: plan, lint.sources)
    let verdicts = Verdicts()
    let results = await bake(plan, options, on: engine, at: runClock, specs, verdicts, prepared, lint.sources)
    if !options.isDryRun { workplace.keepOrigins(of: results, plan, lint.sources) }
    await judgeTheRest(of: results, specs, verdicts)
    let judged = await verdicts.results
    for (build, result) in judged {
      record.add(result, named: Self.name(of: build, in: results), from: specs)
    }
    record.add(results, of: project.template, in: lint.sources)
    return status(of: results, judged.map(\.result), failOn: lint.failOn)
  }

  /// Says what is assumed of the containers that stand in for machines, and what they cannot show.
  private func tellOfStandIns(in plan: Plan, _ sources: SourceSet) {
    guard !isQuiet else { return }
    for build in plan.builds {
      for line in StandInText(build, sources: sources).lines {
        workplace.console.say("\(build.name): \(line)")
      }
    }
  }

  /// Runs it, writes the reports, and returns the verdict.
  func reported(by reports: ReportOptions, _ detail: TextDetail) async throws -> ExitStatus {
    var record = RunRecord.started()
    let status = try await run(into: &record)
    try reports.write(record, .run, detail, in: workplace)
    return status
  }

  /// Specs ask something of every build that ran: one that made no image leaves their assertions undecided.
  private func judgeTheRest(of results: [BuildResult], _ specs: SpecSet, _ verdicts: Verdicts) async {
    guard !specs.isEmpty else { return }
    let judged = Set(await verdicts.results.map(\.build))
    for result in results where result.verdict == .done && !judged.contains(result.name) {
      let reason = "build `\(result.name)` commits no image"
      let nothing = UnknownImage("build \(result.name)", because: reason)
      await verdicts.add(
        await Verifier(commands: .none(reason)).verify(nothing, against: specs.specs), of: result.name)
    }
  }

  /// The options with what the settings and the template itself say.
  private func options(
    for prepared: PreparedTemplate, _ plan: Plan, in folder: String
  ) throws -> BakeOptions {
    var options = options
    options.workingDirectory = folder
    options.isAttended = TerminalInput.isThere
    if let cache = try? workplace.folders.cache {
      options.keptFolder = cache + "/kept-builds"
      options.scratchFolder = cache + "/scratch"
    }
    let name = TreePath.name(template)
    options.templateName = name.split(separator: ".").first.map(String.init) ?? name
    if let age = prepared.snapshots.maxAge { options.snapshots.maxAge = age.value.seconds }
    if let size = prepared.snapshots.size { options.snapshots.sizeLimit = size.value }
    options.snapshots.ages = prepared.maxAges.map { .init($0.limit.seconds, at: $0.place) }
    if let from = options.snapshots.from, plan.builds.allSatisfy({ options.snapshots.start(in: $0) == nil }) {
      throw CommandFault(
        .usage, "no build has a step `\(from)`",
        help: "`ovenproof plan \(template)` numbers the steps; ids are as in its JSON: `provision-1`")
    }
    return options
  }

  private func bake(
    _ plan: Plan, _ options: BakeOptions, on engine: any ContainerEngine, at clock: RunClock,
    _ specs: SpecSet,
    _ verdicts: Verdicts, _ prepared: PreparedTemplate, _ sources: SourceSet
  ) async -> [BuildResult] {
    let log = BakeLog(for: options.templateName, in: workplace)
    let approved: @Sendable (String) async -> Known<any ImageView> = { [workplace] name in
      await workplace.approvedImage(name, pulling: false)
    }
    let console = BakeConsole(workplace.console, quiet: isQuiet, log: log)
    let baker = Baker(
      engine: engine, options: options, clock: clock,
      gate: { build, image in
        guard !specs.isEmpty else { return .notJudged }
        await console.show(.note(build: build, text: "judging the image by \(specs.names)"))
        let planned = plan.builds.first { $0.name == build }
        let origin = planned.map { LayerOrigin(of: $0, in: plan.template, sources) }
        var result = await judgement(of: image, build, from: origin, by: specs, on: engine, approved)
        if let standIn = planned?.standIn {
          result = result.settingAside(
            "image", because: "what stands in for \(standIn.machine) has no such configuration")
        }
        await verdicts.add(result, of: build)
        return Self.acceptance(of: result)
      },
      question: { build, step in await TerminalPrompt(console: workplace.console).choice(build, step) },
      key: { build, words in await TerminalPrompt(console: workplace.console).waitForKey(build, words) },
      judge: { prepared.lateFindings.judged($0) }, sink: { await console.show($0) })
    return await console.whileShowing { await baker.bake(plan) }
  }

  private func judgement(
    of image: EngineImage, _ build: String, from origin: LayerOrigin?, by specs: SpecSet,
    on engine: any ContainerEngine, _ approved: @escaping @Sendable (String) async -> Known<any ImageView>
  ) async -> VerificationResult {
    do {
      let view = try await engine.view(image)
      if let origin, let configuration = view.configuration.value {
        workplace.keepOrigin(origin, configuration)
      }
      let starter = ImageStarter(engine, image: image)
      return await Verifier(
        commands: .runner(CommandRunner(engine, image: image)), starting: { _ in .starter(starter) },
        approved: approved, origin: workplace.originOfLayers
      ).verify(view, against: specs.specs)
    } catch {
      let reason = "the image cannot be read: \(error.message)"
      return await Verifier(commands: .none(reason))
        .verify(UnknownImage("build \(build)", because: reason), against: specs.specs)
    }
  }

  /// The last name that a build's image was given, or the build's own.
  private static func name(of build: String, in results: [BuildResult]) -> String {
    results.first { $0.name == build }?.artifacts.last { !$0.names.isEmpty }?.names.last
      ?? "image of build \(build)"
  }

  private static func acceptance(of result: VerificationResult) -> Acceptance {
    guard result.verdict != .passed else { return .accepted }
    if result.judgesNothing { return .refused("nothing of the image was judged: its spec came to nothing") }
    let red = result.outcomes.count { $0.verdict.counts($0.severity, from: .error) }
    return .refused(
      "the image does not meet its spec: \(red) of \(result.outcomes.count) assertions are not green")
  }

  private func status(
    of results: [BuildResult], _ judged: [VerificationResult], failOn: Severity?
  ) -> ExitStatus {
    if Task.isCancelled { return .interrupted }
    let verdicts = results.map(\.verdict)
    let isGrave = results.flatMap(\.findings).contains { $0.severity >= failOn ?? .error && !$0.isPreview }
    if isGrave || verdicts.contains(.failed) || judged.contains(where: { $0.verdict == .failed }) {
      return .failure
    }
    if judged.contains(where: { $0.verdict == .undecided }) { return .undecided }
    if verdicts.contains(.blocked) { return .failure }
    // Builds for other platforms do not count, unless nothing else was asked for.
    return verdicts.allSatisfy { $0 == .notRun } ? .undecided : .success
  }
}

/// What became of the images of a bake; builds report theirs side by side.
actor Verdicts {
  private(set) var results: [(build: String, result: VerificationResult)] = []

  func add(_ result: VerificationResult, of build: String) { results.append((build, result)) }
}
