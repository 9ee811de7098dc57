import Baking
import Engine
import Packer
import Plan
import Source
import Testing

@Suite struct BakerTests {
  let origin = Location(FileID("machine.json"), ByteRange(0, 1))

  /// A plan of a start, steps with one shell command each, a commit and post-processors.
  func plan(
    _ commands: [String], control: Step.Control = .init(), cleanup: String? = nil,
    chains: [[PostProcess.Work]] = [], keeps: Bool? = nil, secret: String? = nil,
    start: ContainerStart = ContainerStart(image: "base:1", fixesUploadOwner: false)
  ) -> Plan {
    var steps = [
      Step(
        id: "start", kind: .start, type: "docker", title: "start", origin: origin,
        action: .start(start))
    ]
    for (index, command) in commands.enumerated() {
      var text = RunText(command)
      if let secret { text = text + RunText([.secret(secret, name: "password")]) }
      steps.append(step("provision-\(index + 1)", text, control))
    }
    steps.append(
      Step(
        id: "commit", kind: .commit, type: "docker", title: "commit", origin: origin,
        action: .commit(Commit(author: nil, message: nil, changes: ["USER app"]))))
    for (chain, works) in chains.enumerated() {
      for (position, work) in works.enumerated() {
        let process = PostProcess(work, chain: chain + 1, position: position + 1, keepsInput: keeps)
        steps.append(
          Step(
            id: "post-process-\(chain + 1).\(position + 1)", kind: .postProcess, type: "x", title: "post",
            origin: origin, action: .postProcess(process)))
      }
    }
    let build = BuildPlan(
      name: "docker", builder: "docker", base: nil, setting: .container, steps: steps,
      errorCleanup: cleanup.map { step("error-cleanup", RunText($0), .init()) }, unknowns: [])
    return Plan(template: FileID("machine.json"), builds: [build])
  }

  func step(_ id: String, _ command: RunText, _ control: Step.Control) -> Step {
    Step(
      id: id, kind: .provision, type: "shell", title: id, origin: origin, control: control,
      action: .provision([.run(ContainerRun(command, failure: "ended with code N"))]))
  }

  func bake(
    _ plan: Plan, on engine: RecordingEngine, _ change: (inout BakeOptions) -> Void = { _ in },
    gate: @escaping AcceptanceGate = { _, _ in .notJudged }
  ) async -> (result: BuildResult, events: [String]) {
    var options = BakeOptions(workingDirectory: "/")
    change(&options)
    let events = EventLog()
    let baker = Baker(
      engine: engine, options: options, clock: RunClock(started: 0, uuid: "run", functions: { _ in nil }),
      gate: gate,
      sink: { await events.append($0) })
    let results = await baker.bake(plan)
    return (results[0], await events.lines)
  }

  @Test func stepsRunInOrderAndTheImageIsCommitted() async {
    let engine = RecordingEngine()
    let (result, _) = await bake(plan(["one", "two"]), on: engine)
    #expect(result.verdict == .done)
    #expect(result.image?.id == "sha256:made")
    #expect(
      await engine.calls == [
        "image base:1", "start base:1", "run (one)", "run (two)", "commit USER app", "remove container",
      ])
  }

  @Test func theRegistryIsAskedForWhatCameFromThere() async {
    func calls(_ image: RunText, pulls: Bool = true, _ policy: BakeOptions.PullPolicy? = nil) async
      -> [String]
    {
      let engine = RecordingEngine()
      let plan = plan([], start: ContainerStart(image: image, pulls: pulls, fixesUploadOwner: false))
      let (result, _) = await bake(plan, on: engine) { if let policy { $0.pull = policy } }
      guard result.verdict == .failed else { return await engine.calls.prefix(1) + ["made"] }
      return await engine.calls + [result.steps[0].message ?? ""]
    }
    let refusal = "the registry refused"
    #expect(
      await calls("shared:1") == [
        "pull shared:1", refusal + "; `--pull missing` takes the image that is here",
      ])
    #expect(await calls("shared:1", .always) == ["pull shared:1", refusal])
    #expect(await calls("shared:1", .missing) == ["image shared:1", "made"])
    #expect(await calls("shared:1", .never) == ["image shared:1", "made"])
    #expect(await calls("shared:1", pulls: false) == ["image shared:1", "made"])
    #expect(await calls("base:1") == ["image base:1", "made"])
    #expect(await calls("absent:1") == ["image absent:1", "pull absent:1", refusal])
  }

  @Test func aFailedStepRunsTheCleanupAndMakesNoImage() async {
    let engine = RecordingEngine()
    await engine.answer("(bad)", exitCodes: [7])
    let (result, _) = await bake(
      plan(["bad", "later"], cleanup: "mend", chains: [[.dockerTag(repository: "r", tags: [])]]), on: engine)
    #expect(result.verdict == .failed)
    #expect(result.image == nil)
    #expect(result.steps.first { $0.id == "provision-1" }?.message == "ended with code 7")
    #expect(result.steps.first { $0.id == "post-process-1.1" }?.verdict == .notRun)
    #expect(
      await engine.calls == ["image base:1", "start base:1", "run (bad)", "run (mend)", "remove container"])
  }

  @Test func abortKeepsTheStateAndSkipsTheCleanup() async {
    let engine = RecordingEngine()
    await engine.answer("(bad)", exitCodes: [7])
    let (_, events) = await bake(plan(["bad"], cleanup: "mend"), on: engine) { $0.onError = .abort }
    #expect(
      await engine.calls == ["image base:1", "start base:1", "run (bad)", "commit ", "remove container"])
    #expect(events.contains("note the container's state is kept as the image sha256:made"))
  }

  @Test func retriesRepeatTheStepAndTellTheFirstError() async {
    let engine = RecordingEngine()
    await engine.answer("(flaky)", exitCodes: [1, 2, 0])
    let (result, _) = await bake(plan(["flaky"], control: .init(retries: 2)), on: engine)
    #expect(result.verdict == .done)
    await engine.answer("(flaky)", exitCodes: [3, 4])
    let (again, _) = await bake(plan(["flaky"], control: .init(retries: 1)), on: engine)
    #expect(again.steps.first { $0.id == "provision-1" }?.message == "ended with code 3")
  }

  @Test func aTimeoutEndsTheStep() async {
    let engine = RecordingEngine()
    await engine.neverEnd("(slow)")
    let (result, _) = await bake(plan(["slow"], control: .init(timeout: 0.05)), on: engine)
    #expect(result.verdict == .failed)
    #expect(result.steps[1].message == "the step took longer than its timeout of 0.1 s")
  }

  @Test func secretsAreMaskedInWhatIsPrinted() async {
    let engine = RecordingEngine()
    await engine.answer("(say hunter2)", printing: "the word is hunter2, truly\n")
    let (result, events) = await bake(plan(["say "], secret: "hunter2"), on: engine)
    #expect(result.steps[1].tail == ["the word is <sensitive>, truly"])
    #expect(!events.contains { $0.contains("hunter2") })
  }

  @Test func aRefusedImageIsTaggedButGoesNowhere() async {
    let engine = RecordingEngine()
    let works: [PostProcess.Work] = [
      .dockerTag(repository: "r", tags: ["1"]), .dockerSave(path: "/x.tar"), .dockerPush(login: nil),
    ]
    let (result, _) = await bake(plan([], chains: [works]), on: engine, gate: { _, _ in .refused("red") })
    #expect(result.verdict == .blocked)
    #expect(result.steps.suffix(3).map(\.verdict) == [.done, .blocked, .blocked])
    #expect(await engine.calls.suffix(2) == ["remove container", "tag sha256:made r:1"])
  }

  @Test func nothingIsPushedUnlessItMay() async {
    let engine = RecordingEngine()
    let works: [PostProcess.Work] = [.dockerTag(repository: "r", tags: ["1"]), .dockerPush(login: nil)]
    let (result, _) = await bake(plan([], chains: [works]), on: engine, { $0.publishes = false })
    #expect(result.verdict == .done)
    #expect(result.steps.last?.verdict == .skipped)
    #expect(!(await engine.calls.contains { $0.hasPrefix("push") }))
  }

  @Test func aPushWithoutANameIsRefused() async {
    let engine = RecordingEngine()
    let (result, _) = await bake(plan([], chains: [[.dockerPush(login: nil)]]), on: engine)
    #expect(result.steps.last?.verdict == .failed)
    #expect(result.steps.last?.message?.contains("docker-tag") == true)
  }

  @Test func aFailedChainDoesNotStopTheOthers() async {
    let engine = RecordingEngine()
    await engine.refusePush()
    let chains: [[PostProcess.Work]] = [
      [.dockerTag(repository: "r", tags: ["1"]), .dockerPush(login: nil)], [.dockerSave(path: "/x.tar")],
    ]
    let (result, _) = await bake(plan([], chains: chains), on: engine)
    #expect(result.verdict == .failed)
    #expect(result.steps.suffix(3).map(\.verdict) == [.done, .failed, .done])
  }

  @Test func anAbsentBaseFailsTheStart() async {
    let engine = RecordingEngine()
    var steps = plan([]).builds[0].steps
    steps[0] = Step(
      id: "start", kind: .start, type: "docker", title: "start", origin: origin,
      action: .start(ContainerStart(image: "absent:1", pulls: false)))
    let build = BuildPlan(
      name: "docker", builder: "docker", base: nil, setting: .container, steps: steps, errorCleanup: nil,
      unknowns: [])
    let (result, _) = await bake(Plan(template: FileID("t"), builds: [build]), on: engine)
    #expect(result.verdict == .failed)
    #expect(result.steps[0].message?.contains("no image `absent:1`") == true)
    #expect(result.steps[1].verdict == .notRun)
  }
}

/// Collects events as lines.
actor EventLog {
  private(set) var lines: [String] = []

  func append(_ event: BakeEvent) {
    switch event {
    case .line(_, let text): lines.append("line \(text)")
    case .note(_, let text): lines.append("note \(text)")
    default: break
    }
  }
}
