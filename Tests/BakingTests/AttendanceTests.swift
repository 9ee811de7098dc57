import Baking
import Engine
import Packer
import Plan
import Testing

/// What is asked of somebody at a terminal, and what is told where nobody is there.
struct AttendanceTests {
  private let bakers = BakerTests()

  private func plan(_ operation: Operation, _ posts: [PostProcess.Work] = []) -> Plan {
    let plan = bakers.plan(["one", "two"], chains: posts.isEmpty ? [] : [posts])
    let build = plan.builds[0]
    var steps = build.steps
    steps[2] = Step(
      id: "provision-2", kind: .provision, type: "x", title: "second", origin: bakers.origin,
      action: .provision([operation]))
    return Plan(
      template: plan.template,
      builds: [
        BuildPlan(
          name: build.name, builder: build.builder, base: nil, setting: .container, steps: steps,
          errorCleanup: nil, unknowns: [])
      ])
  }

  private func bake(
    _ plan: Plan, on engine: RecordingEngine, _ choices: [FailureChoice] = [],
    _ change: (inout BakeOptions) -> Void
  ) async -> (result: BuildResult, waits: [String]) {
    var options = BakeOptions(workingDirectory: "/")
    change(&options)
    let person = Person(choices)
    let baker = Baker(
      engine: engine, options: options, clock: RunClock(started: 0, uuid: "run", functions: { _ in nil }),
      question: { _, _ in await person.choice() }, key: { _, words in await person.note(words) },
      sink: { _ in })
    let results = await baker.bake(plan)
    return (results[0], await person.waits)
  }

  @Test("a breakpoint waits for a key")
  func breakpoint() async {
    let engine = RecordingEngine()
    let (result, waits) = await bake(plan(.waitForKey(note: "look")), on: engine) { $0.isAttended = true }
    #expect(result.verdict == .done)
    #expect(waits == ["stopped at a breakpoint: look"])
  }

  @Test("a breakpoint without a terminal fails before anything is started")
  func unattended() async {
    let engine = RecordingEngine()
    let (result, waits) = await bake(plan(.waitForKey(note: "")), on: engine) { _ in }
    #expect(result.verdict == .failed && waits.isEmpty)
    #expect(result.steps.map(\.verdict) == [.notRun, .notRun, .failed, .notRun])
    #expect(await engine.calls == [])
  }

  @Test("-debug waits before every step behind the start")
  func debug() async {
    let engine = RecordingEngine()
    let (_, waits) = await bake(plan(.sleep(0)), on: engine) { $0.isDebug = true }
    #expect(waits == ["before `provision-1`", "before `second`", "before `commit`"])
  }

  @Test("-on-error=ask runs a step again as often as it is wanted")
  func retry() async {
    let engine = RecordingEngine()
    await engine.answer("(bad)", exitCodes: [1, 2, 0])
    let (result, _) = await bake(
      plan(.run(ContainerRun("bad"))), on: engine, [.retry, .retry]
    ) { $0.onError = .ask }
    #expect(result.verdict == .done)
    #expect(result.steps.count == 4)
    #expect(await engine.calls.filter { $0 == "run (bad)" }.count == 3)
  }

  @Test("-on-error=ask keeps the state where that is wanted")
  func abort() async {
    let engine = RecordingEngine()
    await engine.answer("(bad)", exitCodes: [1])
    let (result, _) = await bake(plan(.run(ContainerRun("bad"))), on: engine, [.abort]) { $0.onError = .ask }
    #expect(result.verdict == .failed)
    #expect(await engine.calls.suffix(2) == ["commit ", "remove container"])
  }

  @Test("what is not run here fails before anything is started, what Packer would refuse does not")
  func refusals() async {
    let engine = RecordingEngine()
    let (early, _) = await bake(plan(.sleep(0), [.unsupported("no cloud")]), on: engine) { _ in }
    #expect(early.steps.last?.message == "no cloud; nothing was started")
    #expect(await engine.calls == [])
    let (late, _) = await bake(plan(.sleep(0), [.refused("no image")]), on: engine) { _ in }
    #expect(late.steps.last?.message == "no image")
    #expect(late.image?.id == "sha256:made")
  }

  @Test("a program that the shell does not find is told of by what it stands for")
  func absence() async {
    let engine = RecordingEngine()
    await engine.answer("(salt-call)", exitCodes: [127])
    let run = ContainerRun("salt-call", failure: "failed: N", absence: "the image has no `salt-call`")
    let (result, _) = await bake(plan(.run(run)), on: engine) { _ in }
    #expect(result.steps[2].message == "the image has no `salt-call`")
  }

  @Test("operations for a failure are done only then")
  func otherwise() async {
    let engine = RecordingEngine()
    await engine.answer("(stat)", exitCodes: [0, 1])
    let plan = plan(.runOrElse(ContainerRun("stat"), [.run(ContainerRun("rm"))]))
    _ = await bake(plan, on: engine) { _ in }
    #expect(await !engine.calls.contains("run (rm)"))
    _ = await bake(plan, on: engine) { _ in }
    #expect(await engine.calls.contains("run (rm)"))
  }
}

/// Somebody at the terminal.
private actor Person {
  private var choices: [FailureChoice]
  private(set) var waits: [String] = []

  init(_ choices: [FailureChoice]) { self.choices = choices }

  func choice() -> FailureChoice { choices.isEmpty ? .cleanUp : choices.removeFirst() }
  func note(_ words: String) { waits.append(words) }
}
