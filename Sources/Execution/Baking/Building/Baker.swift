package import Engine
package import Plan
import Host
import Packer
import Source

/// Bakes plans on an engine: several builds side by side, each step strictly after the one before.
package struct Baker: Sendable {
  private let engine: any ContainerEngine
  private let options: BakeOptions
  private let clock: RunClock
  private let gate: AcceptanceGate
  private let question: FailureQuestion
  private let key: KeyWait
  private let judge: FindingJudge
  private let sink: BakeEventSink

  package init(
    engine: any ContainerEngine, options: BakeOptions, clock: RunClock,
    gate: @escaping AcceptanceGate = { _, _ in .notJudged },
    question: @escaping FailureQuestion = { _, _ in .cleanUp }, key: @escaping KeyWait = { _, _ in },
    judge: @escaping FindingJudge = { $0 }, sink: @escaping BakeEventSink
  ) {
    self.engine = engine
    self.options = options
    self.clock = clock
    self.gate = gate
    self.question = question
    self.key = key
    self.judge = judge
    self.sink = sink
  }

  /// Bakes the builds of a plan, in the plan's order in the result; a failed build does not stop the others.
  ///
  /// A cancelled task ends what runs, removes its containers and returns what was done so far.
  package func bake(_ plan: Plan) async -> [BuildResult] {
    // Who is asked before each step is asked by one build at a time.
    let parallel = options.isDebug ? 1 : options.parallelBuilds
    let width = parallel > 0 ? parallel : plan.builds.count
    return await withTaskGroup(of: (Int, BuildResult).self) { group in
      var waiting = plan.builds.enumerated().makeIterator()
      func startNext() {
        guard let (index, build) = waiting.next() else { return }
        group.addTask { (index, await run(build, of: plan.template.path)) }
      }
      for _ in 0..<max(1, width) { startNext() }
      var results = [BuildResult?](repeating: nil, count: plan.builds.count)
      while let (index, result) = await group.next() {
        results[index] = result
        startNext()
      }
      return results.compactMap { $0 }
    }
  }

  private func run(_ build: BuildPlan, of template: String) async -> BuildResult {
    let kitchen = Kitchen(
      engine: engine, options: options,
      host: HostWork(
        files: Disk(workingDirectory: options.workingDirectory), environment: options.environment,
        temporaryFolder: options.environment["TMPDIR"] ?? "/tmp",
        scratchFolder: options.scratchFolder),
      clock: clock, gate: gate, question: question, key: key, judge: judge,
      sink: sink)
    return await BuildRun(build, of: template, in: kitchen).run()
  }
}

/// What all builds of a bake share.
struct Kitchen: Sendable {
  let engine: any ContainerEngine
  let options: BakeOptions
  let host: HostWork
  let clock: RunClock
  let gate: AcceptanceGate
  let question: FailureQuestion
  let key: KeyWait
  let judge: FindingJudge
  let sink: BakeEventSink
}
