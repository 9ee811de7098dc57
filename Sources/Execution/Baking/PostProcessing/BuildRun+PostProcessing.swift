import Engine
import Host
import Plan
import Source

extension BuildRun {
  /// Runs the chains of post-processors, each from the builder's artifact; what the gate refuses does not publish.
  ///
  /// Of an earlier build's post-processors only those are run that were not done with.
  func postProcess(after earlier: KeptBuild? = nil) async {
    let steps = plan.steps.filter { $0.kind == .postProcess }
    guard let built = artifacts.first, !results.contains(where: { $0.verdict == .failed }), !Task.isCancelled
    else {
      for step in steps { results.append(StepResult(step, .notRun)) }
      return
    }
    await hold(built)
    let acceptance = await judged(built)
    var keepsBuilt = steps.isEmpty
    for chain in Self.chains(of: steps) {
      keepsBuilt = await run(chain, from: built, acceptance, after: earlier) || keepsBuilt
    }
    await keep(built)
    held = nil
    guard !keepsBuilt else { return }
    artifacts.removeAll { $0 == built }
    await destroy(built)
    if built.image == image { image = nil }
  }

  /// Keeps the built image from going while post-processors work on it: an image from snapshots may be that of another build,
  /// which gives its name away meanwhile.
  private func hold(_ built: Artifact) async {
    guard let image = built.image else { return }
    do throws(EngineError) {
      held = try await kitchen.engine.hold(image)
    } catch { await note("\(built.words): \(error.message)") }
  }

  private func judged(_ artifact: Artifact) async -> Acceptance {
    guard let image = artifact.image else { return .notJudged }
    return await kitchen.gate(plan.name, image)
  }

  private static func chains(of steps: [Step]) -> [[Step]] {
    var chains: [Int: [Step]] = [:]
    for step in steps {
      if case .postProcess(let process) = step.action { chains[process.chain, default: []].append(step) }
    }
    return chains.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Runs one chain; returns whether it keeps the artifact that it started from.
  private func run(
    _ chain: [Step], from built: Artifact, _ acceptance: Acceptance, after earlier: KeptBuild?
  ) async -> Bool {
    var input = built
    var keepsBuilt = false
    var isDone = earlier != nil
    for (position, step) in chain.enumerated() {
      guard case .postProcess(let process) = step.action else { continue }
      if isDone, let output = earlier?.output(of: step) {
        await record(StepResult(step, .cached))
        if position == 0 { keepsBuilt = process.keepsItsInput }
        if output != input { artifacts.append(output) }
        outputs[step.id] = output
        input = output
        continue
      }
      isDone = false
      if let held = heldBack(process, acceptance) {
        await record(StepResult(step, held.verdict, message: held.why))
        if position == 0 { keepsBuilt = true }
        continue
      }
      guard let output = await apply(process, of: step, to: input) else {
        for rest in chain.dropFirst(position + 1) { await record(StepResult(rest, .notRun)) }
        // A judged image that only failed to travel is too dear to destroy: the next try starts from it.
        return true
      }
      if position == 0 {
        keepsBuilt = process.keepsItsInput
      } else if !process.keepsItsInput {
        artifacts.removeAll { $0 == input }
        await destroy(input)
      }
      if output != input { artifacts.append(output) }
      outputs[step.id] = output
      input = output
    }
    return keepsBuilt
  }

  private func heldBack(
    _ process: PostProcess, _ acceptance: Acceptance
  ) -> (verdict: StepResult.Verdict, why: String)? {
    if case .rehearsed(let why) = process.work { return (.skipped, why) }
    if case .refused(let why) = acceptance, process.publishes { return (.blocked, why) }
    if process.leavesMachine, !kitchen.options.publishes {
      return (.skipped, "nothing is pushed unless `--publish` is given")
    }
    return nil
  }

  private func apply(_ process: PostProcess, of step: Step, to input: Artifact) async -> Artifact? {
    let clock = ContinuousClock()
    let began = clock.now
    let index = (plan.steps.firstIndex { $0.id == step.id } ?? 0) + 1
    await kitchen.sink(.stepStarted(build: plan.name, step: step, index: index))
    let lines = lineAssembler()
    do {
      let output = try await postProcessor(lines).apply(process.work, to: input)
      await record(
        StepResult(step, .done, tail: await lines.tail, duration: began.duration(to: clock.now).seconds))
      return output
    } catch {
      let failure = StepFailure.wrapping(error)
      await record(
        StepResult(
          step, .failed, exitCode: failure.exitCode, message: mask.masking(failure.message),
          tail: await lines.tail,
          duration: began.duration(to: clock.now).seconds))
      return nil
    }
  }

  /// What carries out post-processors of this build.
  func postProcessor(_ lines: LineAssembler? = nil) -> PostProcessor {
    let (sink, name, mask) = (kitchen.sink, plan.name, self.mask)
    return PostProcessor(
      build: plan.name, builderType: plan.builder, engine: kitchen.engine, host: kitchen.host, values: values,
      options: kitchen.options, lines: lines ?? lineAssembler(),
      note: { await sink(.note(build: name, text: mask.masking($0))) }, now: kitchen.clock.started)
  }

  private func destroy(_ artifact: Artifact) async {
    if artifact.image == image { held = nil }
    for file in artifact.files where !file.isEmpty { HostFile.remove(kitchen.host.path(file)) }
    do {
      if !artifact.names.isEmpty {
        // Packer's artifact is the last name alone.
        for name in artifact.names.suffix(1) { try await kitchen.engine.remove(name) }
      } else if let image = artifact.image {
        try await kitchen.engine.remove(image.id)
      }
    } catch { await note("\(artifact.words) could not be removed: \(StepFailure.wrapping(error).message)") }
  }
}
