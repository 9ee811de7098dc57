import Chef
import Packer
import Project
import Source

/// Plans one build of a project.
struct BuildPlanner {
  let project: Project
  let build: Build

  /// The build's steps in their order.
  func plan() -> BuildPlan {
    let frame = self.frame
    var steps = frame.start
    var before = StepsBefore()
    // What a stand-in is given is really there in a rehearsal: the steps after it find it.
    for step in steps where step.type != BuildPlan.StandInPlan.stepType { before.add(step, scripts: []) }
    for component in build.provisioners {
      let input = ProvisionerInput(
        project: project, build: build, component: component, stepID: "provision-\(component.position)")
      let step = provision(input, before, in: frame.setting)
      before.add(step, scripts: input.scripts)
      steps.append(step)
    }
    let last = steps.last?.id ?? "start"
    let finish = frame.finish(last)
    steps += finish
    for (index, components) in build.postProcessors.enumerated() {
      let chain = PostProcessorChain(
        project: project, build: build, components: components, number: index + 1,
        source: finish.last?.id ?? last, isRehearsed: frame.standIn != nil)
      steps += chain.steps()
    }
    let cleanup = build.errorCleanup.map { component in
      let input = ProvisionerInput(
        project: project, build: build, component: component, stepID: "error-cleanup")
      return provision(input, before, in: frame.setting)
    }
    return BuildPlan(
      name: build.name, builder: build.builder.type.value, base: frame.base, setting: frame.setting,
      standIn: frame.standIn, steps: steps, errorCleanup: cleanup,
      unknowns: unknowns + steps.flatMap { $0.compilation?.unknowns ?? [] },
      unrendered: unrendered(in: frame),
      missingVariables: frame.standIn == nil ? project.missingVariables : [])
  }

  /// A stand-in needs nothing that the platform's builder and post-processors ask for.
  private func unrendered(in frame: Frame) -> [BuildPlan.Unrendered] {
    let isOwn = frame.standIn == nil
    let around = isOwn ? [build.builder] + build.postProcessors.flatMap { $0 } : []
    return (build.provisioners + around).flatMap { component in
      component.options.entries.flatMap { $0.value.unknowns }.map {
        BuildPlan.Unrendered(component: component.location, reason: $0)
      }
    }
  }

  /// What the builder gives to the provisioners' steps: where they run, what comes before and after them.
  private struct Frame {
    let base: BuildPlan.Base?
    let setting: BuildPlan.Setting
    var standIn: BuildPlan.StandInPlan?
    let start: [Step]
    /// The steps after the one of the name.
    let finish: (_ last: String) -> [Step]
  }

  private var frame: Frame {
    let type = build.builder.type.value
    if type == "docker" {
      let docker = DockerBuilder(build: build)
      let setting = docker.impossibility.map(BuildPlan.Setting.elsewhere) ?? .container
      return Frame(base: docker.base, setting: setting, start: [docker.start()], finish: docker.finish)
    }
    let choice = project.standIn(of: build)
    let other = OtherBuilder(build: build, choice: choice)
    if case .chosen(let standIn) = choice {
      let builder = StandInBuilder(project: project, build: build, standIn: standIn)
      return Frame(
        base: other.base, setting: .container, standIn: builder.plan, start: builder.start(),
        finish: builder.finish)
    }
    let start = type == "file" ? FileBuilder(build: build).start() : other.start()
    return Frame(base: other.base, setting: other.setting, start: start, finish: other.finish)
  }

  private func provision(
    _ input: ProvisionerInput, _ before: StepsBefore, in setting: BuildPlan.Setting
  ) -> Step {
    let component = input.component
    let work = Provisioners.work(input)
    let hasPause = component.pauseBefore > 0
    let control = Step.Control(
      pauseBefore: component.pauseBefore, timeout: hasPause ? nil : component.timeout,
      retries: component.maxRetries)
    return Step(
      id: input.stepID, kind: .provision, type: component.type.value, title: work.title,
      origin: component.location,
      inputs: project.inputs(of: input.reference()) + work.inputs + project.variables(in: component),
      effects: work.effects, control: control,
      action: action(of: work, component, in: setting),
      rehearsal: Rehearser(input: input, before: before).rehearsal(work),
      compilation: project.compilation(of: input.reference()))
  }

  private func action(
    of work: ProvisionerWork, _ component: ConfiguredComponent, in setting: BuildPlan.Setting
  ) -> Step.Action {
    if let reason = work.impossibility { return .unsupported(reason) }
    let needsMachine = work.operations.contains { $0.needsMachine }
    if build.builder.type.value == "file", needsMachine { return .provision(FileBuilder.passedOver) }
    if case .host = setting, needsMachine {
      return .unsupported(
        "builder `null` with communicator `none` has no machine for `\(component.type.value)`")
    }
    return .provision(work.operations)
  }

  /// Every option that could not be rendered, and what the docker builder leaves open.
  private var unknowns: [UnknownReason] {
    let components =
      [build.builder] + build.provisioners + (build.errorCleanup.map { [$0] } ?? [])
      + build.postProcessors.flatMap { $0 }
    var reasons = components.flatMap { $0.options.entries }.flatMap { $0.value.unknowns }
    guard build.builder.type.value == "docker" else { return reasons }
    if DockerBuilder(build: build).finish(after: "").count != 1 {
      let text =
        "what becomes of the container: exactly one of `commit`, `export_path` and `discard` must be chosen"
      reasons.append(UnknownReason(text, at: build.builder.location))
    }
    return reasons
  }
}

extension Operation {
  /// Whether it works on the machine that the builder makes.
  fileprivate var needsMachine: Bool {
    switch self {
    case .say, .runOnHost, .sleep, .waitForKey: false
    case .run, .runThenAlways, .runOrElse, .play, .uploadFile, .uploadDirectory, .uploadPath, .download: true
    }
  }
}

extension OptionValue {
  /// Why parts of the value could not be rendered.
  fileprivate var unknowns: [UnknownReason] {
    switch content {
    case .unknown(let reason): [reason]
    case .list(let items): items.flatMap(\.unknowns)
    case .map(let entries): entries.flatMap(\.value.unknowns)
    case .null, .bool, .number, .text, .deferred: []
    }
  }
}
